"""All content of an installation: read at once, and read anew when an author saves a file."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import Protocol, TypeVar

from app.content.card import FOLDER as CARDS
from app.content.card import Card, read_card
from app.content.document import Document, Problem, read_document
from app.content.drill import MINUTES, ROUND, Drill, read_drill
from app.content.instrument import EVALUATION, Instrument, read_instrument
from app.content.lesson import Lesson, minutes_in, read_lesson
from app.content.manifest import FOLDER as MEDIA
from app.content.manifest import MANIFEST, STORYBOARD, CaseFolder, read_folders
from app.content.markup import Renderer, Surroundings, Target
from app.content.module import Module, read_module
from app.content.observation import ObservationTest, read_observation
from app.content.report_coach import KIND as COACH
from app.content.report_coach import ReportCoach, read_report_coach
from app.content.scenario import Scenario, read_scenario
from app.content.shared import FOLDER, Shared, read_shared
from app.content.video import WORDS, Video, case_id, is_case, poster_address, read_video

PATTERNS = ("modules/*/*.md", "quizzes/*.md", f"{MEDIA}/*/{WORDS}")
FOLLOWED = (*PATTERNS, f"{MEDIA}/*/{STORYBOARD}", f"{MEDIA}/*/{MANIFEST}")
"""What a running server looks at.  The files of a film change with their manifest."""

INSTRUMENTS = ("meetinstrument", EVALUATION)
KIND_NAMES = {COACH: "Schrijfoefening", "proef": "Waarnemingsproef"}
"""What volunteers call something to practise that is no conversation, by ``soort:``."""

LOOK_EVERY = 1.0  # seconds between two looks at the disk


@dataclass(frozen=True)
class Library:
    """Everything that was read.  A file with a mistake is in it as far as it could be understood."""

    modules: tuple[Module, ...] = ()
    lessons: Mapping[str, Lesson] = field(default_factory=dict)
    scenarios: Mapping[str, Scenario] = field(default_factory=dict)
    drills: Mapping[str, Drill] = field(default_factory=dict)
    observations: Mapping[str, ObservationTest] = field(default_factory=dict)
    instruments: Mapping[str, Instrument] = field(default_factory=dict)
    """Also the evaluations."""
    coach: ReportCoach | None = None
    """Of the exercise in reporting; there is one at most."""
    videos: Mapping[str, Video] = field(default_factory=dict)
    """Also those that have no film yet."""
    case_folders: Mapping[str, CaseFolder] = field(default_factory=dict)
    """What was rendered, by the id of its case."""
    cards: Mapping[str, Card] = field(default_factory=dict)
    """What is printed to take along, in the order in which it is offered."""
    shared: Shared = field(default_factory=Shared)
    documents: tuple[Document, ...] = ()
    version: str = ""
    """Changes with every byte of the files."""

    def lesson_leading_to(self, exercise_id: str) -> Lesson | None:
        """The first lesson with a link to this exercise."""
        href = f'href="/oefening/{exercise_id}"'
        return next(
            (lesson for lesson in self.lessons.values() if any(href in part.html for part in lesson.parts)),
            None,
        )


def load_library(root: Path) -> Library:
    """Read all files under ``root``.  Never raises, whatever is in them."""
    documents = tuple(read_document(path, root) for path in _paths(root, PATTERNS))
    folders = read_folders(root)
    lessons_of, modules, quizzes, shared = _by_place(documents)
    cards = (d for d in documents if d.path.parent.as_posix() == CARDS)
    common = read_shared(shared)
    render = Renderer(Surroundings(common.number_texts, common.blocks, _targets(documents, folders)))
    lessons = {
        folder: tuple(read_lesson(document, folder.partition("-")[2], render) for document in files)
        for folder, files in lessons_of.items()
    }
    return Library(
        modules=tuple(
            sorted(
                (
                    read_module(document, lessons.get(document.path.parts[1], ()), render)
                    for document in modules
                ),
                key=lambda module: (module.number, module.id),
            )
        ),
        lessons=_by_id(lesson for folder in lessons.values() for lesson in folder),
        scenarios=_by_id(read_scenario(d, render) for d in quizzes if d.meta.get("soort") == "oefening"),
        drills=_by_id(read_drill(d, render) for d in quizzes if d.meta.get("soort") == "rondje"),
        observations=_by_id(read_observation(d, render) for d in quizzes if d.meta.get("soort") == "proef"),
        instruments=_by_id(read_instrument(d, render) for d in quizzes if d.meta.get("soort") in INSTRUMENTS),
        coach=next((read_report_coach(d, render) for d in quizzes if d.meta.get("soort") == COACH), None),
        videos=_by_id(read_video(d, folders.get(case_id(d)), render) for d in documents if is_case(d)),
        case_folders=folders,
        cards=_by_id(sorted((read_card(d, render) for d in cards), key=lambda card: (card.order, card.id))),
        shared=common,
        documents=documents,
        version=_version(documents, folders.values()),
    )


def _paths(root: Path, patterns: Iterable[str]) -> list[Path]:
    return sorted(path for pattern in patterns for path in root.glob(pattern))


def _by_place(
    documents: Iterable[Document],
) -> tuple[dict[str, list[Document]], list[Document], list[Document], list[Document]]:
    lessons: dict[str, list[Document]] = {}
    modules: list[Document] = []
    quizzes: list[Document] = []
    shared: list[Document] = []
    for document in documents:
        if document.path.parts[0] == "quizzes":
            quizzes.append(document)
        elif document.path.parent.as_posix() == FOLDER:
            shared.append(document)
        elif document.path.parent.as_posix() == CARDS:
            continue
        elif document.path.name == "module.md":
            modules.append(document)
        elif document.path.stem[:1].isdecimal():
            lessons.setdefault(document.path.parts[1], []).append(document)
    return lessons, modules, quizzes, shared


def _targets(
    documents: Iterable[Document], folders: Mapping[str, CaseFolder]
) -> dict[tuple[str, str], Target]:
    """What a big link to a lesson, an exercise or a video shows."""
    targets = {}
    for document in documents:
        if is_case(document):
            targets["video", case_id(document)] = _video_target(document, folders.get(case_id(document)))
            continue
        is_quiz = document.path.parts[0] == "quizzes"
        target = Target(
            document.meta.get("titel", ""), document.meta.get("tekening", ""), _note(document, is_quiz)
        )
        id = document.path.stem if is_quiz else document.path.stem.partition("-")[2]
        targets["oefening" if is_quiz else "les", id] = target
    return targets


def _note(document: Document, is_quiz: bool) -> str:
    if is_quiz and document.meta.get("soort") == "rondje":
        return f"Rondje van {ROUND}, ongeveer {MINUTES} minuten"
    kind = KIND_NAMES.get(document.meta.get("soort", ""), "Oefengesprek") if is_quiz else "Les"
    return f"{kind}, ongeveer {minutes_in(document)} minuten"


def _video_target(document: Document, folder: CaseFolder | None) -> Target:
    film = folder.film if folder else None
    return Target(
        document.meta.get("titel", ""),
        document.meta.get("tekening", ""),
        f"Film met vragen, ongeveer {minutes_in(document)} minuten",
        poster_address(case_id(document), film),
    )


class _WithId(Protocol):
    @property
    def id(self) -> str: ...


Thing = TypeVar("Thing", bound=_WithId)


def _by_id(things: Iterable[Thing]) -> dict[str, Thing]:
    """By id; of two with the same one the first stays."""
    found: dict[str, Thing] = {}
    for thing in things:
        found.setdefault(thing.id, thing)
    return found


def _version(documents: Iterable[Document], folders: Iterable[CaseFolder]) -> str:
    digest = sha256()
    for folder in folders:
        digest.update(f"{folder.id}\0{folder.storyboard}\0{folder.manifest}\0".encode(errors="surrogatepass"))
    for document in documents:
        digest.update(f"{document.path.as_posix()}\0{document.text}\0".encode(errors="surrogatepass"))
    return digest.hexdigest()[:16]


Check = Callable[[Library], Iterable[Problem]]
Stamp = Sequence[tuple[Path, int, int]]


class LibraryKeeper:
    """The library of a running server: follows the files, and never gives up a good one for a broken one."""

    def __init__(self, root: Path, check: Check) -> None:
        """Read what there is, whatever its state: a server with a mistake in a lesson beats no server."""
        self.root = root
        self.check = check
        self._lock = Lock()
        self._stamp = self._look()
        self._looked = monotonic()
        self._library = load_library(root)
        self._refused: Library | None = None
        self._problems: tuple[str, tuple[Problem, ...]] = ("", ())

    @property
    def current(self) -> Library:
        """The newest library without errors.  Looks at the disk at most once a second."""
        if monotonic() - self._looked > LOOK_EVERY and self._lock.acquire(blocking=False):
            try:
                self._follow()
            finally:
                self._lock.release()
        return self._library

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What an author should mend on disk now, errors and warnings; worked out once for each version."""
        newest = self._refused or self._library
        version, problems = self._problems
        if version != newest.version:
            problems = tuple(sorted(self.check(newest)))
            self._problems = newest.version, problems
        return problems

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that can't stay."""
        return tuple(problem for problem in self.problems if problem.severity == "fout")

    @property
    def is_behind(self) -> bool:
        """Whether the files hold something newer that can't be used because of its errors."""
        return self._refused is not None

    def _follow(self) -> None:
        stamp = self._look()
        self._looked = monotonic()
        if stamp == self._stamp:
            return
        self._stamp = stamp
        self._refused = load_library(self.root)
        if self.errors:
            refused = "; ".join(map(str, self.errors[:5]))
            logging.getLogger(__name__).warning("content refused: %s", refused)
        else:
            self._library, self._refused = self._refused, None

    def _look(self) -> Stamp:
        return tuple(_stamps(self.root))


def _stamps(root: Path) -> Iterator[tuple[Path, int, int]]:
    for path in _paths(root, FOLLOWED):
        try:
            status = path.stat()
        except OSError:
            continue  # gone since it was listed
        yield path, status.st_mtime_ns, status.st_size
