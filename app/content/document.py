"""Read the one text format that all content is written in.

Front matter of ``sleutel: waarde`` lines, headings with an id, and coded list lines such as
``- [x] b. Ik bel aan → buren``.  Reading never fails; what can't be read is in ``Document.problems``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

LONGEST_FILE = 200_000
"""Bytes; a text that a person wrote stays far below it."""

ID = re.compile(r"[a-z0-9-]+")
CODED = re.compile(
    r"- (?:\[(?P<mark>[x~? ]|[a-z][a-z0-9-]{1,39})\] )?(?:\((?P<flag>omgekeerd|open)\) )?"
    r"(?P<code>[a-z]|[a-z]{0,4}[0-9]{1,3}[a-z]?)\. +(?P<text>\S.*)"
)
_LOOKS_CODED = re.compile(
    r"\s*[-*+]\s*(?:\[[^\]\[]{0,40}\](?!\()|\((?:omgekeerd|open)\)|[a-z]{1,4}[0-9]{2,3}[a-z]?[ :)])"
)
_TARGET = re.compile(r"(?:→|->) *(?P<target>[A-Za-z0-9_-]+)")
_HEADING = re.compile(r"(?P<hashes>#{1,6})[ \t]+(?P<title>\S.*)")
_GLUED_HEADING = re.compile(r"#{1,6}[^#\s]")
_NOTE = re.compile(r"(?P<key>[a-z]+):(?: +(?P<value>.*))?")
_POINTS = re.compile(r"(?P<dimension>[A-Z]{3})(?P<points>[+-][0-9])")
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_NOTES = ("gevolg", "punten", "kritiek")


class Problem(NamedTuple):
    """Something that an author should fix, and where.  A “let op” may stay, a “fout” may not."""

    path: Path
    line: int
    message: str
    severity: str = "fout"

    def __str__(self) -> str:
        return f"{self.path.as_posix()}:{self.line}: {self.message}"


@dataclass(frozen=True)
class Choice:
    """A coded list line: an answer, a card, a choice in a scene or an item of a scale."""

    line: int
    code: str
    text: str
    mark: str = ""
    target: str = ""
    feedback: str = ""
    consequence: str = ""
    points: Mapping[str, int] = field(default_factory=dict)
    critical: str = ""
    flags: tuple[str, ...] = ()
    note_lines: Mapping[str, int] = field(default_factory=dict)
    """Where ``feedback``, ``gevolg``, ``punten`` and ``kritiek`` begin."""


@dataclass(frozen=True)
class Section:
    """A heading and what stands below it, up to the next heading of ours."""

    line: int
    level: int
    title: str
    id: str = ""
    attrs: Mapping[str, str] = field(default_factory=dict)
    prose: str = ""
    prose_line: int = 0
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class Document:
    """A file as it was written, split into its parts but not yet understood."""

    path: Path
    meta: Mapping[str, str] = field(default_factory=dict)
    meta_lines: Mapping[str, int] = field(default_factory=dict)
    intro: str = ""
    sections: tuple[Section, ...] = ()
    text: str = ""
    intro_line: int = 1
    body_line: int = 1
    """The first line below the front matter."""
    problems: tuple[Problem, ...] = ()

    @property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    def line_of(self, key: str) -> int:
        """The line of a key in the front matter, 1 when it is not there."""
        return self.meta_lines.get(key, 1)


Report = Callable[[int, str], None]


def read_document(path: Path, root: Path) -> Document:
    """Read one file.  A file that can't be read becomes an empty document with a problem."""
    relative = path.relative_to(root)
    try:
        with path.open("rb") as file:
            data = file.read(LONGEST_FILE + 1)
    except OSError:
        return _unread(relative, "dit bestand is niet te lezen; kijk of het een gewoon tekstbestand is")
    if len(data) > LONGEST_FILE:
        return _unread(relative, f"dit bestand is groter dan {LONGEST_FILE // 1000} kB; maak er meer van")
    return parse(data.decode("utf-8-sig", errors="replace"), relative)


def _unread(path: Path, message: str) -> Document:
    return Document(path, problems=(Problem(path, 1, message),))


def parse(text: str, path: Path) -> Document:
    """Split a text into front matter, sections and coded lines.  Never fails."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text = _UNREADABLE.sub("\ufffd", text)
    lines = text.split("\n")
    problems: list[Problem] = []

    def report(line: int, message: str) -> None:
        problems.append(Problem(path, line, message))

    meta, meta_lines, start = _read_meta(lines, report)
    intro, sections = _read_sections(lines, start, report)
    return Document(
        path,
        meta,
        meta_lines,
        "\n".join(intro).strip("\n"),
        sections,
        text,
        intro_line=start + 1 + _blank_lines(intro),
        body_line=start + 1,
        problems=tuple(sorted(problems, key=lambda problem: problem.line)),
    )


def _read_meta(lines: list[str], report: Report) -> tuple[dict[str, str], dict[str, int], int]:
    if lines[0].rstrip() != "---":
        return {}, {}, 0
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        report(1, "onder de regels met ‘sleutel: waarde’ ontbreekt de afsluitende ‘---’")
        end = next((i for i, line in enumerate(lines[1:], 1) if not _is_pair(line)), len(lines))
        return *_read_pairs(lines[1:end], report), end
    return *_read_pairs(lines[1:end], report), end + 1


def _is_pair(line: str) -> bool:
    return ":" in line and not line.startswith("#")


def _read_pairs(lines: list[str], report: Report) -> tuple[dict[str, str], dict[str, int]]:
    meta: dict[str, str] = {}
    where: dict[str, int] = {}
    for number, line in enumerate(lines, 2):
        key, colon, value = (part.strip() for part in line.partition(":"))
        if not colon and key:
            report(number, f"‘{_short(key)}’ is geen ‘sleutel: waarde’; zet er een dubbele punt in")
        elif key in meta:
            report(number, f"‘{_short(key)}’ staat ook op regel {where[key]}; haal er één weg")
        elif key:
            meta[key], where[key] = value, number
    return meta, where


def _read_sections(lines: list[str], start: int, report: Report) -> tuple[list[str], tuple[Section, ...]]:
    heads = [(i, head) for i in range(start, len(lines)) if (head := _read_heading(lines[i], i + 1, report))]
    stops = [i for i, _ in heads[1:]] + [len(lines)]
    intro = lines[start : heads[0][0]] if heads else lines[start:]
    bodies = zip(heads, stops, strict=False)
    return intro, tuple(_read_section(head, lines[i + 1 : stop], report) for (i, head), stop in bodies)


def _read_heading(line: str, number: int, report: Report) -> Section | None:
    """The heading on this line; None for text and for a subheading without an id, which is text too."""
    match = _HEADING.fullmatch(line.rstrip())
    if not match:
        if _GLUED_HEADING.match(line):
            report(number, "zet een spatie achter de hekjes van deze kop")
        return None
    level, title = len(match["hashes"]), match["title"].rstrip()
    title, braces, settings = title.partition("{#") if title.endswith("}") else (title, "", "")
    if not braces:
        return Section(number, level, title) if level <= 2 else None
    id, *pairs = settings[:-1].split() or [""]
    if not ID.fullmatch(id):
        report(number, f"‘{_short(id)}’ kan geen id zijn; gebruik kleine letters, cijfers en streepjes")
    return Section(number, level, title.rstrip(), id, _read_attrs(pairs, number, report))


def _read_attrs(pairs: Iterable[str], number: int, report: Report) -> dict[str, str]:
    attrs: dict[str, str] = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not (key and equals and value):
            report(
                number,
                f"‘{_short(pair)}’ achter de id is niet te lezen; schrijf ‘sleutel=waarde’ zonder spaties",
            )
        elif key in attrs:
            report(number, f"‘{_short(key)}’ staat twee keer achter de id; haal er één weg")
        attrs[key] = value
    return attrs


def _read_section(head: Section, lines: list[str], report: Report) -> Section:
    first = head.line + 1
    prose, choices = _read_body(lines, first, report)
    return Section(
        head.line,
        head.level,
        head.title,
        head.id,
        head.attrs,
        "\n".join(prose).strip("\n"),
        first + _blank_lines(prose),
        choices,
    )


def _blank_lines(lines: list[str]) -> int:
    """How many lines without text come first."""
    return next((i for i, line in enumerate(lines) if line), 0)


def _read_body(lines: list[str], first: int, report: Report) -> tuple[list[str], tuple[Choice, ...]]:
    """Divide lines over prose and choices.  A choice leaves an empty line: line numbers stay right."""
    prose: list[str] = []
    drafts: list[_Draft] = []
    is_open = False
    for number, line in enumerate(lines, first):
        kept = ""
        if match := CODED.fullmatch(line.rstrip()):
            drafts.append(_Draft(number, match))
            is_open = True
        elif _LOOKS_CODED.match(line):
            report(number, "deze regel lijkt een antwoord maar is niet te lezen; schrijf ‘- [x] a. tekst’")
        elif is_open and line.strip() and line.startswith(("  ", "\t")):
            drafts[-1].add(line.strip(), number, report)
        else:
            kept = line.rstrip()
            is_open = is_open and not kept
        prose.append(kept)
    return prose, tuple(draft.finish(report) for draft in drafts)


class _Draft:
    """A choice while the lines below it are being read."""

    def __init__(self, line: int, match: re.Match[str]) -> None:
        self.line = line
        self.match = match
        self.notes: dict[str, list[str]] = {}
        self.note_lines: dict[str, int] = {}
        self.last = ""

    def add(self, line: str, number: int, report: Report) -> None:
        match = _NOTE.fullmatch(line)
        if line.startswith(">"):
            self._append("feedback", line[1:].strip(), number)
        elif match and match["key"] in _NOTES:
            if match["key"] in self.notes:
                report(
                    number,
                    f"‘{match['key']}’ staat al op regel {self.note_lines[match['key']]}; haal er één weg",
                )
            self._append(match["key"], match["value"] or "", number)
        elif match or self.last not in {"gevolg", "kritiek"}:
            report(
                number,
                "deze regel onder een antwoord is niet te lezen; begin met ‘>’, gevolg:, punten: of kritiek:",
            )
        else:
            self._append(self.last, line, number)

    def _append(self, key: str, text: str, number: int) -> None:
        self.notes.setdefault(key, []).append(text)
        self.note_lines.setdefault(key, number)
        self.last = key

    def finish(self, report: Report) -> Choice:
        text, target = split_target(self.match["text"])
        notes = {key: " ".join(filter(None, texts)) for key, texts in self.notes.items()}
        return Choice(
            self.line,
            self.match["code"],
            text,
            self.match["mark"] or "",
            target,
            notes.get("feedback", ""),
            notes.get("gevolg", ""),
            _read_points(notes.get("punten", ""), self.note_lines.get("punten", self.line), report),
            notes.get("kritiek", ""),
            tuple(filter(None, [self.match["flag"]])),
            self.note_lines,
        )


def split_target(text: str) -> tuple[str, str]:
    """A coded text without the arrow at its end, and the scene that this points to."""
    text = text.strip()
    at = max(text.rfind(" →"), text.rfind(" ->"))
    match = _TARGET.fullmatch(text[at + 1 :]) if at >= 0 else None
    return (text[:at].rstrip(), match["target"]) if match else (text, "")


def _read_points(text: str, line: int, report: Report) -> dict[str, int]:
    points: dict[str, int] = {}
    for word in text.split():
        match = _POINTS.fullmatch(word)
        if not match:
            report(line, f"‘{_short(word)}’ zijn geen punten; schrijf bijvoorbeeld ‘CON+2 WZO-1’")
        elif match["dimension"] in points:
            report(line, f"{match['dimension']} staat twee keer bij de punten; haal er één weg")
        else:
            points[match["dimension"]] = int(match["points"])
    return points


def _short(text: str) -> str:
    """Enough of a text to recognise it in a message."""
    return text if len(text) <= 40 else f"{text[:39]}…"
