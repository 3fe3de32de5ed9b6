"""A branching conversation: scenes, and choices that lead from one to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from app.content import document as documents
from app.content.document import Document, Section
from app.content.fingerprint import fingerprint
from app.content.lesson import minutes_in
from app.content.markup import Renderer
from app.content.speech import speech_of

DIMENSIONS: Mapping[str, str] = {
    "WZO": "Waarnemen zonder oordeel",
    "VEI": "Veiligheid",
    "BEV": "Bevoegdheden en grenzen",
    "MEL": "Melden",
    "CON": "Contact maken",
}
"""What a choice can bring points for, in the order in which they are shown."""


@dataclass(frozen=True)
class Choice:
    """Something to do in a scene: ``x`` good, ``~`` can do too, empty for rather not."""

    code: str
    text_html: str
    mark: str
    target: str
    consequence_html: str
    feedback_html: str
    critical_html: str
    """Why this puts somebody in danger; empty for most choices."""
    points: Mapping[str, int]


@dataclass(frozen=True)
class Scene:
    id: str
    title: str
    html: str
    speech: str
    choices: tuple[Choice, ...]

    @property
    def is_end(self) -> bool:
        return not self.choices


@dataclass(frozen=True)
class Scenario:
    id: str
    module: str
    title: str
    minutes: int
    drawing: str
    goal: str
    reflection: str
    scenes: tuple[Scene, ...]
    fingerprint: str
    path: Path

    @property
    def start(self) -> str:
        """The id of the first scene; only for a scenario that has scenes."""
        return self.scenes[0].id

    @cached_property
    def by_id(self) -> Mapping[str, Scene]:
        return {scene.id: scene for scene in self.scenes}


def read_scenario(document: Document, render: Renderer) -> Scenario:
    """Understand a document as a scenario; what is missing is empty."""
    meta = document.meta
    sections = [section for section in document.sections if section.id]
    return Scenario(
        id=document.path.stem,
        module=meta.get("module", ""),
        title=meta.get("titel", document.path.stem),
        minutes=minutes_in(document),
        drawing=meta.get("tekening", ""),
        goal=meta.get("leerdoel", ""),
        reflection=meta.get("reflectie", ""),
        scenes=tuple(_read_scene(section, render) for section in sections),
        fingerprint=fingerprint(scenes=[_meaning(section) for section in sections]),
        path=document.path,
    )


def _read_scene(section: Section, render: Renderer) -> Scene:
    html = render.html(section.prose)
    return Scene(
        id=section.id,
        title=render.plain(section.title),
        html=html,
        speech=speech_of(html),
        choices=tuple(_read_choice(choice, render) for choice in section.choices),
    )


def _read_choice(choice: documents.Choice, render: Renderer) -> Choice:
    return Choice(
        code=choice.code,
        text_html=render.label_html(choice.text),
        mark=choice.mark.strip(),
        target=choice.target,
        consequence_html=render.inline_html(choice.consequence),
        feedback_html=render.inline_html(choice.feedback),
        critical_html=render.inline_html(choice.critical),
        points=choice.points,
    )


def _meaning(section: Section) -> list[object]:
    """All that a volunteer reads before the next choice, and what that choice is worth."""
    choices = [
        [c.code, c.text, c.mark.strip(), c.target, c.consequence, dict(c.points), bool(c.critical)]
        for c in section.choices
    ]
    return [section.id, section.title, section.prose, choices]
