"""Loads a decor: its world, frames, spots, things and layers, checked against each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field
from ruamel.yaml.comments import CommentedMap

from app.content.document import Problem
from app.film.kit.catalogue import KINDS
from app.film.kit.decor import Decor
from app.film.kit.lettering import can_letter
from app.film.kit.reading import Unreadable, line_of, read_yaml, understood
from app.film.kit.world import Box, Frame, Spot, Thing, within

Three = Annotated[tuple[float, float, float], Field()]
STAGE, FRONT = "stoep", "vooraan"
"""The layer in which people walk when a storyboard says nothing else."""


class World(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
    x: float
    y: float
    width: float = Field(alias="breed", gt=0, le=12_000)
    height: float = Field(alias="hoog", gt=0, le=4_000)

    @property
    def box(self) -> Box:
        return (self.x, self.y, self.width, self.height)


class Sheet(BaseModel):
    """The file as a whole, its things not yet understood."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
    title: str = Field(alias="titel")
    sound: str = Field(default="straat", alias="geluid")
    world: World = Field(alias="wereld")
    frames: Mapping[str, Three] = Field(alias="kaders")
    spots: Mapping[str, Three] = Field(default_factory=dict, alias="plekken")
    things: list[Any] = Field(alias="dingen", max_length=400)


def load_decor(name: str, root: Path) -> Decor:
    """The decor of media/kit/decors/<name>.yaml.  Raises :class:`Unreadable` with every problem in it."""
    path, given = read_yaml(root, "decors", name)
    sheet, problems = understood(Sheet, given, path, "een decor")
    if sheet is None:
        raise Unreadable(problems)
    things, layers, problems = _things(sheet, given, path)
    decor = Decor(
        name,
        sheet.title,
        sheet.sound,
        sheet.world.box,
        {key: Frame(*frame) for key, frame in sheet.frames.items()},
        tuple(things),
        {STAGE: len(things), **layers, FRONT: len(things)},
        {key: Spot(*spot) for key, spot in sheet.spots.items()},
    )
    problems += _misplaced(decor, given, path)
    if problems:
        raise Unreadable(sorted(problems))
    return decor


def _things(
    sheet: Sheet, given: CommentedMap, path: Path
) -> tuple[list[Thing], dict[str, int], list[Problem]]:
    things: list[Thing] = []
    layers: dict[str, int] = {}
    problems: list[Problem] = []
    for i, item in enumerate(sheet.things):
        line = line_of(given, "dingen", i)
        if isinstance(item, Mapping) and set(item) == {"laag"}:
            layers[str(item["laag"])] = len(things)
            continue
        found, wrong = _thing(given["dingen"][i], path, line)
        things += found
        problems += wrong
    ids = [thing.id for thing in things if thing.id]
    double = sorted({id for id in ids if ids.count(id) > 1})
    problems += [
        Problem(path, line_of(given, "dingen"), f"Het id ‘{id}’ staat er twee keer.") for id in double
    ]
    return things, layers, problems


def _thing(item: Any, path: Path, line: int) -> tuple[list[Thing], list[Problem]]:
    if not isinstance(item, Mapping) or "soort" not in item:
        return [], [Problem(path, line, "Elk ding heeft een ‘soort’, zoals {soort: boom, x: 120, y: 590}.")]
    kind = KINDS.get(str(item["soort"]))
    if kind is None:
        return [], [
            Problem(
                path, line, f"Het ding ‘{item['soort']}’ ken ik niet. Kies uit: {', '.join(sorted(KINDS))}."
            )
        ]
    bare = {key: value for key, value in item.items() if key != "soort"}
    thing, problems = understood(kind, bare, path, f"een {item['soort']}")
    problems = [
        problem._replace(line=max(line, problem.line) if problem.line > 1 else line) for problem in problems
    ]
    if thing is None:
        return [], problems
    return [thing], [*problems, *_wrong_start(thing, path, line), *_unletterable(thing, path, line)]


def _wrong_start(thing: Thing, path: Path, line: int) -> Iterator[Problem]:
    for key, value in thing.start.items():
        if key not in thing.states:
            yield Problem(
                path,
                line,
                f"De stand ‘{key}’ ken ik hier niet. Kies uit: {', '.join(thing.states) or 'niets'}.",
            )
        elif value not in thing.states[key]:
            yield Problem(
                path, line, f"‘{key}’ kan niet ‘{value}’ zijn. Kies uit: {', '.join(thing.states[key])}."
            )


def _unletterable(thing: Thing, path: Path, line: int) -> Iterator[Problem]:
    words = getattr(thing, "words", "")
    if words and not can_letter(words):
        yield Problem(
            path,
            line,
            f"‘{words}’ kan ik niet schrijven. Gebruik gewone letters, cijfers, een streepje of &.",
        )


def _misplaced(decor: Decor, given: CommentedMap, path: Path) -> Iterator[Problem]:
    for name, frame in decor.frames.items():
        if not within(frame.box, decor.world):
            yield Problem(
                path, line_of(given, "kaders", name), f"Het kader ‘{name}’ steekt buiten de wereld."
            )
    for name, spot in decor.spots.items():
        around = (spot.x - spot.radius, spot.y - spot.radius, spot.radius * 2, spot.radius * 2)
        if spot.radius <= 0 or not within(around, decor.world):
            yield Problem(path, line_of(given, "plekken", name), f"De plek ‘{name}’ ligt buiten de wereld.")
