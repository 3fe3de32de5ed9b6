"""The way of one volunteer through one module: what is done, and what is the one thing to do next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.orm import Session

from app.content.drill import Drill
from app.content.library import Library
from app.content.module import Module
from app.content.observation import ObservationTest
from app.content.scenario import Scenario
from app.content.video import Video
from app.measurement.drilling import rounds
from app.measurement.progress import YOUNG, LessonProgress, OpenChoice, lesson_progress, open_choice
from app.services import (
    administrations,
    certificates,
    drills,
    evaluations,
    learning,
    observations,
    scenarios,
    videos,
)


@dataclass(frozen=True)
class Next:
    """The one big button: what it says, and the page that it leads to."""

    title: str
    note: str
    label: str
    endpoint: str
    values: Mapping[str, Any]
    drawing: str = ""


@dataclass(frozen=True)
class Exercise:
    """A branching conversation of the module, and whether the volunteer tried it."""

    scenario: Scenario
    tried: bool


@dataclass(frozen=True)
class Practice:
    """A drill of the module, and how many rounds of it the volunteer did."""

    drill: Drill
    rounds: int
    is_begun: bool


@dataclass(frozen=True)
class Look:
    """A street of the module to look at, and whether the volunteer told what was there."""

    test: ObservationTest
    done: bool


@dataclass(frozen=True)
class Viewing:
    """A film of the module: ``new``, ``busy`` or ``done`` for this volunteer."""

    video: Video
    state: str


@dataclass(frozen=True)
class Journey:
    module: Module
    lessons: tuple[LessonProgress, ...]
    scenarios: tuple[Exercise, ...]
    drills: tuple[Practice, ...]
    looks: tuple[Look, ...]
    videos: tuple[Viewing, ...]
    start_questions_done: bool
    closing_questions_done: bool
    evaluated: bool
    certified: bool
    by_id: Mapping[str, LessonProgress] = field(repr=False)

    def lesson(self, lesson_id: str) -> LessonProgress:
        return self.by_id[lesson_id]

    @property
    def is_begun(self) -> bool:
        return any(lesson.state != "new" for lesson in self.lessons)

    @property
    def done_count(self) -> int:
        return sum(lesson.state == "done" for lesson in self.lessons)

    @property
    def open_choice(self) -> OpenChoice | None:
        """What is still to be chosen; None in a module to which all lessons belong."""
        done = [item.lesson for item in self.lessons if item.state == "done"]
        return open_choice(done, self.module.choose) if self.module.choose else None

    @property
    def is_studied(self) -> bool:
        """Whether enough lessons are done to round the module off."""
        choice = self.open_choice
        return bool(self.lessons) and not (choice.lessons if choice else self.done_count < len(self.lessons))

    @property
    def bar(self) -> tuple[int, int]:
        """How far, and how far it goes: in lessons that count."""
        if choice := self.open_choice:
            return max(self.module.choose - choice.lessons, 0), self.module.choose
        return self.done_count, len(self.lessons)

    @property
    def in_words(self) -> str:
        """How far somebody is, as a friendly colleague would say it."""
        done, total = self.done_count, len(self.lessons)
        if done == total:
            return f"Je hebt alle {total} lessen gedaan."
        if choice := self.open_choice:
            return _choice_in_words(choice, done, self.module.choose)
        if done == 0:
            return f"Je hebt {total} lessen voor je. Je mag ze in elke volgorde doen."
        return f"Je hebt {done} van de {total} lessen gedaan."

    @property
    def next(self) -> Next:
        """What to do now: questions first, then lessons in order, then rounding off."""
        module = {"module_id": self.module.id}
        if not self.start_questions_done:
            return Next(
                "Begin met een paar vragen",
                "Korte vragen, ongeveer 3 minuten. Daarna begint de eerste les.",
                "Naar de startvragen",
                "measurement.intro",
                {**module, "moment": "start"},
            )
        if self.open_choice and not self.is_studied:
            busy = next((item for item in self.lessons if item.state == "busy"), None)
            return _to_lesson(busy) if busy else self._choose_a_lesson()
        if not self.is_studied:
            return _to_lesson(next(item for item in self.lessons if item.state != "done"))
        return self._rounding_off(module)

    def _choose_a_lesson(self) -> Next:
        return Next(
            "Kies een les",
            self.in_words,
            "Bekijk de lessen",
            "learner.home",
            {"_anchor": f"lessen-{self.module.id}"},
        )

    def _rounding_off(self, module: Mapping[str, Any]) -> Next:
        if not self.closing_questions_done:
            return Next(
                "Nog een paar vragen tot slot",
                "Korte vragen, ongeveer 3 minuten. Daarna zie je wat goed was.",
                "Naar de slotvragen",
                "measurement.intro",
                {**module, "moment": "slot"},
            )
        if not self.evaluated:
            return Next(
                "Wat vond je van deze module?",
                "Een paar vragen, ongeveer 1 minuut. Niemand ziet dat ze van jou komen.",
                "Vertel wat je vond",
                "measurement.evaluation",
                module,
            )
        return Next(
            "Je certificaat ligt klaar",
            "Je hebt deze module helemaal gedaan." if not self.open_choice else self.in_words,
            "Bekijk je certificaat" if self.certified else "Haal je certificaat op",
            "certificates.show",
            module,
            "certificaat",
        )


def foremost(journeys: Sequence[Journey], last_lesson: str | None) -> Journey | None:
    """The module to go on with; None without modules.

    That is the one of the lesson that somebody was in last, else one that was begun, else the first that is
    not finished.
    """
    unfinished = [journey for journey in journeys if not journey.certified]
    latest = [journey for journey in unfinished if last_lesson in journey.by_id]
    begun = [journey for journey in unfinished if journey.is_begun]
    candidates = [*latest, *begun, *unfinished, *reversed(journeys)]
    return candidates[0] if candidates else None


def journey_of(db: Session, library: Library, learner_id: str, subject: str, module_id: str) -> Journey:
    """Everything about one module for one volunteer, derived from what they read and answered.

    Raises KeyError for a module that does not exist.
    """
    module = {module.id: module for module in library.modules}[module_id]
    return _journey(library, module, _record_of(db, learner_id, subject))


def journeys_of(db: Session, library: Library, learner_id: str, subject: str) -> list[Journey]:
    """The way through every module, in their order; what somebody did is looked up once for all."""
    record = _record_of(db, learner_id, subject)
    return [_journey(library, module, record) for module in library.modules]


@dataclass(frozen=True)
class _Record:
    """All that one volunteer did: sets of ids, and what is counted by id."""

    seen: Mapping[str, set[str]]
    """Parts left behind, by lesson."""
    answered: Mapping[str, set[str]]
    """Questions and cards answered, by lesson."""
    finished: frozenset[tuple[str, str]]
    tried: frozenset[str]
    drilled: Mapping[str, int]
    told: frozenset[str]
    watched: Mapping[str, float]
    evaluated: frozenset[str]
    certified: frozenset[str]


def _record_of(db: Session, learner_id: str, subject: str) -> _Record:
    return _Record(
        seen=_by_lesson(learning.seen_parts(db, learner_id)),
        answered=_by_lesson(learning.answers(db, learner_id)),
        finished=administrations.finished_waves(db, subject),
        tried=scenarios.tried(db, learner_id),
        drilled=drills.counts(db, learner_id),
        told=observations.done(db, learner_id),
        watched=videos.furthest(db, learner_id),
        evaluated=evaluations.modules_done(db, learner_id),
        certified=certificates.modules_of(db, learner_id),
    )


def _by_lesson(places: Iterable[learning.Place]) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = {}
    for lesson, place in places:
        found.setdefault(lesson, set()).add(place)
    return found


def _journey(library: Library, module: Module, record: _Record) -> Journey:
    lessons = tuple(
        lesson_progress(lesson, record.seen.get(lesson.id, set()), record.answered.get(lesson.id, set()))
        for lesson in module.lessons
    )
    has_questions = module.instrument in library.instruments
    return Journey(
        module=module,
        lessons=lessons,
        scenarios=tuple(
            Exercise(scenario, scenario.id in record.tried)
            for scenario in library.scenarios.values()
            if scenario.module == module.id
        ),
        drills=tuple(
            Practice(drill, rounds(record.drilled.get(drill.id, 0)), drill.id in record.drilled)
            for drill in library.drills.values()
            if drill.module == module.id and drill.cases
        ),
        looks=tuple(
            Look(test, test.id in record.told)
            for test in library.observations.values()
            if test.module == module.id
        ),
        videos=tuple(
            Viewing(video, _viewed(video, record.watched.get(video.id)))
            for video in library.videos.values()
            if video.module == module.id and video.film
        ),
        start_questions_done=not has_questions or (module.id, "t0") in record.finished,
        closing_questions_done=not has_questions or (module.id, "t1") in record.finished,
        evaluated=module.evaluation not in library.instruments or module.id in record.evaluated,
        certified=module.id in record.certified,
        by_id={progress.lesson.id: progress for progress in lessons},
    )


def _viewed(video: Video, furthest: float | None) -> str:
    if furthest is None:
        return "new"
    return "done" if video.is_over(furthest) else "busy"


def _choice_in_words(choice: OpenChoice, done: int, wanted: int) -> str:
    if done == 0:
        return f"Je kiest zelf, in elke volgorde. {wanted} lessen is genoeg."
    so_far = f"Je hebt {done} {'les' if done == 1 else 'lessen'} gedaan."
    if not choice.lessons:
        return f"{so_far} Dat is genoeg, en meer mag altijd."
    about = " of ".join(
        "kinderen of jongeren" if group == YOUNG else "volwassenen of ouderen" for group in choice.about
    )
    return f"{so_far} Kies er nog {choice.lessons}" + (f", ook een over {about}." if about else ".")


def _to_lesson(progress: LessonProgress) -> Next:
    lesson = progress.lesson
    busy = progress.state == "busy"
    return Next(
        f"Les {lesson.number}: {lesson.title}",
        "Verder waar je was." if busy else f"Deze les duurt ongeveer {lesson.minutes} minuten.",
        "Verder waar je was" if busy else "Begin met deze les",
        "lessons.resume",
        {"lesson_id": lesson.id},
        lesson.drawing,
    )
