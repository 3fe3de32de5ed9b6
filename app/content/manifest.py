"""What lies rendered in the folder of a video case, as the manifest tells that its build wrote."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import pairwise
from math import isfinite
from pathlib import Path
from typing import TypeVar

from app.content.document import LONGEST_FILE, Problem

FOLDER = "media"
MANIFEST, STORYBOARD = "manifest.json", "storyboard.yaml"
FILM, POSTER = "film.mp4", "poster.webp"
CAPTIONS, DESCRIPTIONS, CHAPTERS = "ondertiteling.vtt", "beschrijving.vtt", "hoofdstukken.vtt"
NEEDED = (FILM, POSTER, CAPTIONS, DESCRIPTIONS, CHAPTERS)
"""What every film has, besides a still of each shot."""

VOICES = ("voice", "sound", "narrator")
_FILE = re.compile(r"(?:stills/)?[a-z0-9-]+\.(?:mp4|webp|vtt)")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_ID = re.compile(r"[a-z0-9-]+")

Kind = TypeVar("Kind")


@dataclass(frozen=True)
class Rendered:
    """One file that was rendered: how long it is, and the hash of what is in it."""

    bytes: int
    sha256: str

    @property
    def version(self) -> str:
        """Enough of the hash to stand in an address."""
        return self.sha256[:8]


@dataclass(frozen=True)
class Line:
    """Something that is said or heard: ``who`` says ``text``; ``kind`` is one of VOICES."""

    id: str
    who: str
    kind: str
    text: str
    start: float
    end: float


@dataclass(frozen=True)
class Shot:
    """What the camera shows in one go.  Times are seconds from the start of the film."""

    id: str
    start: float
    end: float
    chapter: str
    description: str
    still: str
    title: str
    """Words that stand in the picture, such as a time and a place."""
    labels: tuple[str, ...]
    """What is pointed at in the picture."""
    lines: tuple[Line, ...]

    @property
    def told(self) -> str:
        """The picture in words, with the words that stand in it."""
        written = [f"In beeld staat: {words}." for words in (self.title, *self.labels) if words]
        return " ".join([self.description, *written])


@dataclass(frozen=True)
class Film:
    """A film with all that was made beside it."""

    case: str
    storyboard: str
    """SHA-256 of the storyboard that it was rendered from."""
    duration: float
    width: int
    height: int
    files: Mapping[str, Rendered]
    shots: tuple[Shot, ...]
    stops: Mapping[str, float]
    """By the id of a question: where the film stops for it, in the order of the film."""

    def version_of(self, name: str) -> str:
        """What stands in the address of a file; empty for one that was not rendered."""
        return self.files[name].version if name in self.files else ""


@dataclass(frozen=True)
class CaseFolder:
    """The folder of a case as it lies on disk, apart from its words."""

    id: str
    path: Path
    """From the root of the content."""
    location: Path
    manifest: str = ""
    storyboard: str = ""
    """SHA-256 of the storyboard as it is now; empty when there is none."""
    film: Film | None = None
    problem: Problem | None = None
    """Why the manifest can't be used."""

    def line_of(self, name: str) -> int:
        """Where in the manifest this name stands first, 1 when it does not."""
        at = self.manifest.find(f'"{name}"')
        return self.manifest.count("\n", 0, at) + 1 if at >= 0 else 1


def read_folders(root: Path) -> dict[str, CaseFolder]:
    """Every folder with a storyboard or a manifest, by id.  Never raises."""
    names = {path.parent.name for name in (MANIFEST, STORYBOARD) for path in root.glob(f"{FOLDER}/*/{name}")}
    return {name: _read_folder(root, name) for name in sorted(names)}


def _read_folder(root: Path, id: str) -> CaseFolder:
    path = Path(FOLDER, id)
    board = _bytes(root / path / STORYBOARD)
    manifest = (_bytes(root / path / MANIFEST) or b"").decode("utf-8", errors="replace")
    case = CaseFolder(id, path, root / path, manifest, sha256(board).hexdigest() if board is not None else "")
    try:
        return replace(case, film=read_film(manifest)) if manifest else case
    except json.JSONDecodeError as error:
        line, why = error.lineno, "dit is geen JSON"
    except ValueError as error:
        line, why = 1, str(error)
    message = f"dit bestand is niet te lezen ({why}); typ ‘pluis media build {id}’"
    return replace(case, problem=Problem(path / MANIFEST, line, message))


def _bytes(path: Path) -> bytes | None:
    """What is in a file of a reasonable size; None when it can't be read."""
    try:
        with path.open("rb") as file:
            return file.read(5 * LONGEST_FILE)
    except OSError:
        return None


def read_film(text: str) -> Film:
    """Understand a manifest.  Raises ValueError for one that a build would not write."""
    try:
        raw = json.loads(text)
    except RecursionError:
        raise ValueError("er is te veel genest") from None
    film = Film(
        case=_field(raw, "case", str),
        storyboard=_hash(raw, "storyboard"),
        duration=_seconds(raw, "duration"),
        width=_field(raw, "width", int),
        height=_field(raw, "height", int),
        files=dict(_read_files(_field(raw, "files", dict))),
        shots=tuple(map(_read_shot, _field(raw, "shots", list))),
        stops=dict(sorted(map(_read_stop, _field(raw, "stops", list)), key=lambda stop: stop[1])),
    )
    if not film.shots or film.duration <= 0:
        raise ValueError("er staat geen film in")
    if any(earlier.start > later.start for earlier, later in pairwise(film.shots)):
        raise ValueError("de shots staan niet op volgorde")
    return film


def _read_files(raw: Mapping[str, object]) -> Iterator[tuple[str, Rendered]]:
    for name, told in raw.items():
        if not _FILE.fullmatch(name):
            raise ValueError(f"‘{name[:40]}’ kan geen naam van een bestand zijn")
        yield name, Rendered(_field(told, "bytes", int), _hash(told, "sha256"))


def _read_shot(raw: object) -> Shot:
    still = _field(raw, "still", str)
    if not _FILE.fullmatch(still):
        raise ValueError(f"‘{still[:40]}’ kan geen naam van een bestand zijn")
    labels = _field(raw, "labels", list, [])
    if not all(isinstance(label, str) for label in labels):
        raise ValueError("‘labels’ zijn geen woorden")
    return Shot(
        id=_id(raw),
        start=_seconds(raw, "start"),
        end=_seconds(raw, "end"),
        chapter=_field(raw, "chapter", str, ""),
        description=_field(raw, "description", str),
        still=still,
        title=_field(raw, "title", str, ""),
        labels=tuple(labels),
        lines=tuple(map(_read_line, _field(raw, "lines", list, []))),
    )


def _read_line(raw: object) -> Line:
    kind = _field(raw, "kind", str)
    if kind not in VOICES:
        raise ValueError(f"‘{kind[:40]}’ is geen stem; kies uit {', '.join(VOICES)}")
    return Line(
        id=_id(raw),
        who=_field(raw, "who", str, ""),
        kind=kind,
        text=_field(raw, "text", str),
        start=_seconds(raw, "start"),
        end=_seconds(raw, "end"),
    )


def _read_stop(raw: object) -> tuple[str, float]:
    return _id(raw), _seconds(raw, "at")


def _id(raw: object) -> str:
    id = _field(raw, "id", str)
    if not _ID.fullmatch(id):
        raise ValueError(f"‘{id[:40]}’ kan geen id zijn")
    return id


def _hash(raw: object, key: str) -> str:
    value = _field(raw, key, str)
    if not _SHA256.fullmatch(value):
        raise ValueError(f"‘{key}’ is geen SHA-256")
    return value


def _seconds(raw: object, key: str) -> float:
    value: float = _field(raw, key, (int, float))  # type: ignore[arg-type]  # JSON has one kind of number
    if not (isfinite(value) and value >= 0):
        raise ValueError(f"‘{key}’ is geen tijd")
    return float(value)


def _field(raw: object, key: str, kind: type[Kind], default: Kind | None = None) -> Kind:
    """What stands under a key, if it is of this kind.  Without a default it must be there."""
    value = raw.get(key, default) if isinstance(raw, dict) else None
    if isinstance(value, kind) and not isinstance(value, bool):  # to Python True is a number
        return value
    raise ValueError(f"‘{key}’ ontbreekt of klopt niet")
