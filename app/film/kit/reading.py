"""Reads decors and figures from YAML; every mistake becomes a Dutch sentence with its file and line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from app.content.document import Problem

FOLDER = Path("media/kit")
Model = TypeVar("Model", bound=BaseModel)
LONGEST_FILE = 200_000


class Unreadable(Exception):
    """A file of the kit that can't be drawn from; says what an author should mend."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)


def names(root: Path, kind: str) -> list[str]:
    """The decors or figures that there are."""
    return sorted(path.stem for path in (root / FOLDER / kind).glob("*.yaml"))


def read_yaml(root: Path, kind: str, name: str) -> tuple[Path, CommentedMap]:
    """The file as a mapping that knows its lines."""
    path = FOLDER / kind / f"{name}.yaml"
    if name not in names(root, kind):
        known = ", ".join(names(root, kind)) or "nog niets"
        word = "Het decor" if kind == "decors" else "De figuur"
        raise Unreadable([Problem(path, 1, f"{word} ‘{name}’ ken ik niet. Kies uit: {known}.")])
    try:
        text = (root / path).read_bytes()[:LONGEST_FILE].decode("utf-8")
        found = YAML(typ="rt").load(text)
    except UnicodeDecodeError:
        raise Unreadable([Problem(path, 1, "Dit bestand is geen tekst in UTF-8.")]) from None
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise Unreadable(
            [Problem(path, line, "Deze regel kan ik niet lezen. Kijk naar de inspringing en de haken.")]
        ) from None
    except (YAMLError, RecursionError, ValueError):
        raise Unreadable([Problem(path, 1, "Dit bestand kan ik niet lezen als YAML.")]) from None
    if not isinstance(found, CommentedMap):
        raise Unreadable(
            [
                Problem(
                    path, 1, "Begin elke regel met een sleutel en een dubbele punt, zoals ‘titel: Lindelaan’."
                )
            ]
        )
    return path, found


def line_of(node: Any, *keys: object) -> int:
    """The line where the deepest of the keys that can be found stands."""
    line = node.lc.line + 1 if isinstance(node, CommentedMap | CommentedSeq) else 1
    for key in keys:
        try:
            if isinstance(node, CommentedMap):
                line = node.lc.key(key)[0] + 1
                node = node[key]
            elif isinstance(node, CommentedSeq) and isinstance(key, int):
                line = node.lc.item(key)[0] + 1
                node = node[key]
            else:
                break
        except (KeyError, IndexError, TypeError):
            break
    return line


def understood(
    model: type[Model], given: Mapping[str, Any], path: Path, what: str
) -> tuple[Model | None, list[Problem]]:
    """The mapping as that model, or what is wrong with it."""
    try:
        return model.model_validate(dict(given)), []
    except ValidationError as error:
        return None, list(_problems(model, given, path, what, error.errors()))


def _problems(
    model: type[BaseModel], given: Mapping[str, Any], path: Path, what: str, errors: list[ErrorDetails]
) -> Iterator[Problem]:
    for error in errors:
        keys = error["loc"]
        name = ".".join(str(key) for key in keys) or what
        yield Problem(path, line_of(given, *keys), _sentence(model, error, name, what))


def _sentence(model: type[BaseModel], error: ErrorDetails, name: str, what: str) -> str:
    kind, context, given = error["type"], error.get("ctx", {}), error.get("input")
    if kind == "missing":
        return f"Bij {what} ontbreekt ‘{name}’."
    if kind == "extra_forbidden":
        known = ", ".join(sorted(field.alias or key for key, field in model.model_fields.items()))
        return f"‘{name}’ ken ik niet bij {what}. Kies uit: {known}."
    return f"‘{name}’ {_complaint(kind, context, given)}"


def _complaint(kind: str, context: Mapping[str, Any], given: object) -> str:
    edge = next(iter(context.values()), "")
    if kind == "literal_error":
        choices = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ")
        return f"kan niet ‘{given}’ zijn. Kies uit: {choices.strip(' ,')}."
    if kind == "string_pattern_mismatch":
        example = "een kleur als #2d4a6b" if "0-9a-f]{6}" in str(edge) else "een andere vorm"
        return f"is ‘{given}’; ik verwacht {example}."
    if kind.startswith(("greater", "less")):
        word = "minstens" if kind.startswith("greater") else "hoogstens"
        return f"is {given}; dat moet {word} {edge} zijn."
    for start, wanted in (("float", "een getal"), ("int", "een heel getal"), ("bool", "true of false")):
        if kind.startswith(start):
            return f"moet {wanted} zijn, niet ‘{given}’."
    return f"klopt niet: ‘{given}’."
