"""Read a storyboard.yaml; whatever is wrong in it becomes a problem with its line and a Dutch sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent

from app.content.document import LONGEST_FILE, Problem
from app.film import storyboard as parts
from app.film.storyboard import Storyboard

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

NAME = "storyboard.yaml"
DEEPEST = 20
"""Lists within lists; a storyboard has six."""

Place = Sequence[int | str]
"""The way to a value: keys and numbers in lists, from the outside in."""


@dataclass(frozen=True)
class StoryboardFile:
    """What was read, and where everything stands in it."""

    path: Path
    storyboard: Storyboard | None = None
    problems: tuple[Problem, ...] = ()
    tree: Any = field(default=None, repr=False, compare=False)

    def line_of(self, *place: int | str) -> int:
        """The line of a value, or of the nearest thing around it."""
        return _line_of(self.tree, place)

    def problem(self, message: str, *place: int | str, severity: str = "fout") -> Problem:
        return Problem(self.path, self.line_of(*place), message, severity)


def read_storyboard(path: Path, root: Path) -> StoryboardFile:
    """Read one storyboard.  Never raises, whatever is in the file."""
    relative = path.relative_to(root)
    try:
        data = path.read_bytes()
    except OSError:
        return _unread(relative, 1, "dit bestand is niet te lezen; kijk of het een gewoon tekstbestand is")
    return parse(data, relative)


def parse(data: bytes, path: Path) -> StoryboardFile:
    """Understand the bytes of a storyboard.  Never raises."""
    if len(data) > LONGEST_FILE:
        return _unread(
            path, 1, f"dit bestand is groter dan {LONGEST_FILE // 1000} kB; maak er meer films van"
        )
    text = data.decode("utf-8-sig", errors="replace")
    try:
        tree = _load(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return _unread(path, mark.line + 1 if mark else 1, _yaml_sentence(error))
    except (YAMLError, RecursionError, ValueError, TypeError, AttributeError, AssertionError):
        return _unread(path, 1, "dit is geen YAML; kijk naar het inspringen, de dubbele punten en de haken")
    if not isinstance(tree, dict):
        return _unread(path, 1, "begin met ‘decor:’, ‘personen:’ en ‘shots:’")
    try:
        return StoryboardFile(path, Storyboard.model_validate(tree), (), tree)
    except ValidationError as error:
        found = [_problem_of(each, tree, path) for each in error.errors(include_url=False)]
        return StoryboardFile(path, None, tuple(sorted(set(found))), tree)


def _unread(path: Path, line: int, message: str) -> StoryboardFile:
    return StoryboardFile(path, problems=(Problem(path, line, message),))


def _load(text: str) -> Any:
    """The values with their lines.  A few aliases can stand for a million values, so they are refused."""
    depth = 0
    for event in YAML(pure=True).parse(StringIO(text)):
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        if isinstance(event, AliasEvent) or depth > DEEPEST:
            problem = "too deep" if depth > DEEPEST else "alias"
            raise MarkedYAMLError(problem=problem, problem_mark=event.start_mark)
    return YAML(typ="rt", pure=True).load(text)


def _yaml_sentence(error: MarkedYAMLError) -> str:
    problem = error.problem or ""
    if problem == "alias":
        return "verwijzingen met & en * gebruiken we niet; schrijf het nog een keer"
    if "duplicate key" in problem:
        key = problem.partition('"')[2].partition('"')[0]
        return f"‘{key}’ staat hier twee keer; haal er één weg"
    if "\\t" in problem:
        return "hier staat een tab; spring in met spaties"
    return "dit is geen YAML; kijk naar het inspringen, de dubbele punten, de haken en de aanhalingstekens"


def _line_of(tree: Any, place: Place) -> int:
    line, here = 1, tree
    for step in place:
        try:
            line = here.lc.data[step][0] + 1
            here = here[step]
        except (AttributeError, KeyError, IndexError, TypeError):
            break
    return int(line)


def _problem_of(error: ErrorDetails, tree: Any, path: Path) -> Problem:
    place = error["loc"]
    return Problem(path, _line_of(tree, place), f"{_where(tree, place)}{_sentence(error)}")


def _where(tree: Any, place: Place) -> str:
    """Which shot it is about: a storyboard is long."""
    if len(place) > 2 and place[0] == "shots":
        shot = tree["shots"][place[1]]
        if isinstance(shot, Mapping) and isinstance(shot.get("id"), str):
            return f"shot ‘{shot['id']}’: "
    return ""


def _sentence(error: ErrorDetails) -> str:
    kind, context = error["type"], error.get("ctx", {})
    key = next((step for step in reversed(error["loc"]) if isinstance(step, str) and step != "[key]"), "")
    if kind == "missing":
        return f"hier ontbreekt ‘{key}:’; zet het erbij"
    if kind == "extra_forbidden":
        return _unknown_key(str(key))
    if kind == "value_error":
        return str(context["error"])
    advice = next(_advice(kind, context), "zo kan het niet; kijk in de schrijfwijzer hoe het moet")
    return f"‘{key}’: {advice}"


def _unknown_key(key: str) -> str:
    close = get_close_matches(key, sorted(_known_keys()), 1)
    return f"‘{key}:’ kennen we hier niet; " + (f"bedoel je ‘{close[0]}’?" if close else "haal die regel weg")


def _known_keys() -> Iterator[str]:
    for part in vars(parts).values():
        if isinstance(part, type) and issubclass(part, BaseModel):
            yield from (info.alias or name for name, info in part.model_fields.items())


def _advice(kind: str, context: Mapping[str, Any]) -> Iterator[str]:
    if kind == "literal_error":
        words = str(context["expected"]).replace(" or ", ", ").replace("'", "")
        yield f"kies uit {words}"
    if "max_length" in context:
        yield f"dit is te lang; hoogstens {context['max_length']}"
    if "ge" in context or "le" in context:
        yield (
            f"dit getal is minstens {context['ge']:g}" if "ge" in context else f"hoogstens {context['le']:g}"
        )
    yield from (advice for start, advice in _BY_KIND.items() if kind.startswith(start))


_BY_KIND = {
    "string_type": "hier hoort tekst; zet aanhalingstekens om een getal, een tijd of ja en nee",
    "string_pattern": "gebruik kleine letters, cijfers en streepjes",
    "string_too_short": "hier staat te weinig; vul het aan",
    "too_short": "hier staat te weinig; vul het aan",
    "float_": "hier hoort een getal, met een punt: 2.5",
    "int_": "hier hoort een heel getal",
    "finite": "hier hoort een getal, met een punt: 2.5",
    "tuple_": "hier hoort een lijst, met streepjes of tussen [ en ]",
    "dict_": "hier horen regels met ‘sleutel: waarde’, of { en }",
    "model_": "hier horen regels met ‘sleutel: waarde’, of { en }",
}
"""By how pydantic's name for a mistake begins."""
