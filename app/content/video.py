"""A video case: a film that stops for questions, with what was seen and what was made of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import inf
from pathlib import Path

from app.content.document import Document, Section
from app.content.lesson import Question, minutes_in, read_question
from app.content.manifest import FOLDER, POSTER, CaseFolder, Film, Line, Shot
from app.content.markup import Renderer
from app.content.speech import speech_of, spoken

WORDS = "casus.md"
AFTERWARDS = "na-afloop"
SEEN, MADE_OF_IT = "-waarneming", "-invulling"
"""What stands behind the id of a stop for the two lists that are shown side by side after its answer."""

FRAME = 0.04
"""Seconds.  A film that goes on from a stop goes on with the next picture."""


@dataclass(frozen=True)
class Stop:
    """A question for which the film stops, ``at`` so many seconds."""

    at: float
    question: Question
    seen_html: str
    """What could be seen, heard and smelt."""
    made_of_it_html: str
    """What somebody might make of it without knowing."""

    @property
    def id(self) -> str:
        return self.question.id


@dataclass(frozen=True)
class Stretch:
    """What is shown from one stop to the next; the last one has no stop."""

    number: int
    start: float
    end: float
    shots: tuple[Shot, ...]
    stop: Stop | None = None

    @cached_property
    def speech(self) -> str:
        """The stretch as one would tell it to somebody who does not see it."""
        return " ".join(filter(None, (text for shot in self.shots for text in _told(shot))))


@dataclass(frozen=True)
class Video:
    id: str
    module: str
    title: str
    minutes: int
    drawing: str
    goal: str
    rights: str
    intro_html: str
    after_title: str
    after_html: str
    after_speech: str
    questions: tuple[Stop, ...]
    """As the author wrote them; also one for which the film does not stop, at 0."""
    stretches: tuple[Stretch, ...]
    """Empty as long as there is no film."""
    film: Film | None
    location: Path
    """The folder that the files of the film lie in."""
    path: Path

    @cached_property
    def stops(self) -> tuple[Stop, ...]:
        return tuple(stretch.stop for stretch in self.stretches if stretch.stop)

    def stop(self, id: str) -> Stop | None:
        return next((stop for stop in self.stops if stop.id == id), None)

    @property
    def duration(self) -> float:
        return self.film.duration if self.film else 0.0

    @cached_property
    def shots(self) -> tuple[Shot, ...]:
        return self.film.shots if self.film else ()

    @cached_property
    def chapters(self) -> Mapping[str, float]:
        """By title: where it begins.  A shot without a chapter belongs to the one before it."""
        begins: dict[str, float] = {}
        for shot in self.shots:
            if shot.chapter:
                begins.setdefault(shot.chapter, shot.start)
        return begins

    @cached_property
    def contents(self) -> tuple[tuple[float, str, Stop | None], ...]:
        """Chapters and stops in the order of the film: when, what it is called, and the stop if it is one."""
        chapters = [(start, title, None) for title, start in self.chapters.items()]
        stops = [(stop.at, stop.question.title, stop) for stop in self.stops]
        return tuple(sorted([*chapters, *stops], key=lambda part: part[0]))

    def stretch_at(self, seconds: float) -> Stretch:
        """The stretch that shows this moment; the moment of a stop belongs to what came before it."""
        return [stretch for stretch in self.stretches if stretch.start <= seconds][-1]

    def is_over(self, seconds: float) -> bool:
        """Whether somebody who came this far has seen the film."""
        return seconds >= self.over_at

    @property
    def over_at(self) -> float:
        """From here on the film counts as seen: nobody waits for the very last picture."""
        return max(self.duration - 1, self.stretches[-1].start) if self.stretches else 0.0


def is_case(document: Document) -> bool:
    return document.path.parts[0] == FOLDER and document.path.name == WORDS


def case_id(document: Document) -> str:
    return document.path.parent.name


def stop_sections(document: Document) -> Iterator[Section]:
    """The headings of the questions, as the author wrote them."""
    return (section for section in document.sections if section.level <= 2 and section.id != AFTERWARDS)


def poster_address(id: str, film: Film | None) -> str:
    """Where a browser finds the poster; empty without one."""
    poster = film.files.get(POSTER) if film else None
    return f"/film/{id}/bestand/{POSTER}?v={poster.version}" if poster else ""


def read_video(document: Document, folder: CaseFolder | None, render: Renderer) -> Video:
    """Understand the words of a case, and join them to its film if there is one."""
    meta, id = document.meta, case_id(document)
    film = folder.film if folder else None
    sections = {section.id: section for section in document.sections}
    after = sections.get(AFTERWARDS)
    after_html = render.html(after.prose) if after else ""
    times = film.stops if film else {}
    questions = tuple(_read_stop(stop, sections, times, render) for stop in stop_sections(document))
    return Video(
        id=id,
        module=meta.get("module", ""),
        title=meta.get("titel", id),
        minutes=minutes_in(document),
        drawing=meta.get("tekening", ""),
        goal=meta.get("leerdoel", ""),
        rights=meta.get("rechten", ""),
        intro_html=render.html(document.intro),
        after_title=render.plain(after.title) if after else "",
        after_html=after_html,
        after_speech=speech_of(after_html),
        questions=questions,
        stretches=tuple(_stretches(film, [q for q in questions if q.id in times])) if film else (),
        film=film,
        location=folder.location if folder else Path(),
        path=document.path,
    )


def _read_stop(
    section: Section, sections: Mapping[str, Section], times: Mapping[str, float], render: Renderer
) -> Stop:
    return Stop(
        times.get(section.id, 0.0),
        read_question(section, render),
        _html_of(sections.get(f"{section.id}{SEEN}"), render),
        _html_of(sections.get(f"{section.id}{MADE_OF_IT}"), render),
    )


def _html_of(section: Section | None, render: Renderer) -> str:
    return render.html(section.prose) if section else ""


def _stretches(film: Film, stops: Iterable[Stop]) -> Iterator[Stretch]:
    """Divide the shots: each belongs to the stretch in which it begins."""
    stops = sorted(stops, key=lambda stop: stop.at)
    times = pairwise([0.0, *(stop.at for stop in stops), inf])
    for number, (stop, (low, high)) in enumerate(zip([*stops, None], times, strict=True), 1):
        shots = tuple(shot for shot in film.shots if low <= shot.start < high)
        yield Stretch(number, low + FRAME if number > 1 else low, min(high, film.duration), shots, stop)


def _told(shot: Shot) -> Iterator[str]:
    yield spoken(shot.told)
    yield from (_said(line) for line in shot.lines)


def _said(line: Line) -> str:
    if line.kind == "sound":
        return spoken(f"Je hoort: {line.text}.")
    return spoken(line.text if line.kind == "narrator" else f"{line.who}: {line.text}")
