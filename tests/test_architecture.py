"""The rules of the house: who may know whom, and how big a file may grow."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FILES = sorted((ROOT / "app").rglob("*.py"))
OURS = [*FILES, *sorted((ROOT / "tests").rglob("*.py")), *sorted((ROOT / "tools").rglob("*.py"))]

# Each room of app/ and the rooms that it may know besides itself.
ROOMS: dict[str, set[str]] = {
    "content": set(),
    "measurement": {"content"},
    "film": {"content"},
    "printing": {"content"},
    "models": set(),
    "errors": set(),
    "config": set(),
    "db": set(),
    "services": {"content", "measurement", "models", "errors"},
    "migrations": {"models", "db"},
    "mailer": {"config", "db", "errors", "models", "services"},
    "web": {"content", "measurement", "printing", "models", "errors", "config", "db", "services"},
    "": {"content", "errors", "config", "db", "services", "web"},
    "cli": {
        "",
        "content",
        "film",
        "measurement",
        "models",
        "errors",
        "config",
        "db",
        "services",
        "migrations",
        "mailer",
        "web",
    },
}
WEB = {"flask", "flask_login", "flask_wtf", "wtforms", "werkzeug", "jinja2", "waitress"}
DATABASE = {"sqlalchemy", "alembic"}

# Each library that is not for everybody, and who may import it.  A path ends with / when it is a folder.
LIBRARIES: dict[str, tuple[str, ...]] = {
    "markdown": ("content/",),
    "nh3": ("content/",),
    "typst": ("printing/",),
    "flask": ("web/", "__init__.py"),
    "flask_login": ("web/", "__init__.py"),
    "flask_wtf": ("web/", "__init__.py"),
    "wtforms": ("web/",),
    "jinja2": ("web/",),
    "werkzeug": ("web/", "__init__.py", "cli.py"),
    "waitress": ("cli.py",),
    "sqlalchemy": ("models/", "services/", "migrations/", "db.py", "web/access.py"),
    "alembic": ("migrations/",),
    "av": ("film/",),
    "numpy": ("film/",),
    "PIL": ("film/",),
    "pydantic": ("film/",),
    "pyvips": ("film/",),
    "ruamel": ("film/",),
}
MAX_CODE_LINES = 300
ROOMS_WITHOUT_A_NOUN = re.compile(r"(utils?|helpers?|common|misc|base_\w+)$")


def source_of(path: Path) -> str:
    return path.read_text("utf-8")


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(source: str) -> Iterator[str]:
    """Every module that the source names, ``from a import b`` as ``a.b``; relative imports as ``.``."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ("." if node.level else f"{node.module}.{alias.name}" for alias in node.names)


def libraries(source: str) -> set[str]:
    return {name.split(".")[0] for name in imports(source)}


def rooms(source: str) -> set[str]:
    """The rooms of app/ that the source knows; the empty name is app/__init__.py itself."""
    parts = (name.split(".") for name in imports(source) if name.split(".")[0] == "app")
    return {part[1] if len(part) > 1 and part[1] in ROOMS else "" for part in parts}


def room_of(path: Path) -> str:
    first = path.relative_to(ROOT / "app").parts[0].removesuffix(".py")
    return "" if first == "__init__" else first


def strangers(source: str, room: str) -> set[str]:
    return rooms(source) - {room} - ROOMS.get(room, set())


def misplaced(source: str, place: str) -> set[str]:
    """Libraries that the source imports while its place in app/ may not."""
    return {
        library
        for library in libraries(source) & LIBRARIES.keys()
        if not any(
            place.startswith(room) if room.endswith("/") else place == room for room in LIBRARIES[library]
        )
    }


def code_lines(source: str) -> int:
    """How many lines carry code: no blank lines, comments or docstrings."""
    texts = {
        line
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
        for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)
    }
    silent = {
        tokenize.COMMENT,
        tokenize.NL,
        tokenize.NEWLINE,
        tokenize.INDENT,
        tokenize.DEDENT,
        tokenize.ENDMARKER,
    }
    lines: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type not in silent:
            lines.update(range(token.start[0], token.end[0] + 1))
    return len(lines - texts)


def calls(source: str, *names: str) -> list[int]:
    """The lines on which a method of one of these names is called."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in names
    ]


def test_every_room_has_a_rule() -> None:
    assert {room_of(path) for path in FILES} - ROOMS.keys() == set()


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_rooms_know_only_who_they_may(path: Path) -> None:
    assert strangers(source_of(path), room_of(path)) == set()


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_libraries_stay_in_their_rooms(path: Path) -> None:
    assert misplaced(source_of(path), path.relative_to(ROOT / "app").as_posix()) == set()


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_no_module_sees_both_web_and_database(path: Path) -> None:
    seen = libraries(source_of(path))
    assert (seen & WEB) == set() or (seen & DATABASE) == set()


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_imports_are_absolute(path: Path) -> None:
    assert "." not in imports(source_of(path))


@pytest.mark.parametrize(
    "path", [path for path in FILES if room_of(path) in {"models", "services"}], ids=name_of
)
def test_services_leave_the_commit_to_their_caller(path: Path) -> None:
    assert calls(source_of(path), "commit", "rollback") == []


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_every_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse(source_of(path)))


@pytest.mark.parametrize("path", OURS, ids=name_of)
def test_files_stay_small(path: Path) -> None:
    if "versions" not in path.parts:  # a revision is as long as what it changes
        assert code_lines(source_of(path)) < MAX_CODE_LINES


@pytest.mark.parametrize("path", OURS, ids=name_of)
def test_rooms_are_named_after_what_is_in_them(path: Path) -> None:
    names = [*path.relative_to(ROOT).parent.parts, path.stem]
    assert [name for name in names if ROOMS_WITHOUT_A_NOUN.match(name)] == []


def test_much_of_the_code_sees_neither_web_nor_database() -> None:
    counted = [path for path in FILES if "versions" not in path.parts]
    lines = {path: code_lines(source_of(path)) for path in counted}
    neither = sum(lines[path] for path in counted if not libraries(source_of(path)) & (WEB | DATABASE))
    assert neither / sum(lines.values()) >= 0.40


# The rules themselves, on code that breaks them.


@pytest.mark.parametrize(
    ("source", "room", "expected"),
    [
        ("from app.models.people import Team", "content", {"models"}),
        ("from app import models", "content", {"models"}),
        ("import app.web.forms", "services", {"web"}),
        ("def late():\n    from app.db import Database", "services", {"db"}),
        ("from app import create_app", "services", {""}),
        ("from app.content.lesson import Lesson", "measurement", set()),
        ("from app.content.lesson import Lesson", "content", set()),
        ("import applejuice", "content", set()),
    ],
)
def test_a_stranger_is_seen(source: str, room: str, expected: set[str]) -> None:
    assert strangers(source, room) == expected


@pytest.mark.parametrize(
    ("source", "place", "expected"),
    [
        ("import markdown.extensions", "web/lessons.py", {"markdown"}),
        ("from flask import abort", "services/accounts.py", {"flask"}),
        ("from sqlalchemy import select", "web/lessons.py", {"sqlalchemy"}),
        ("from sqlalchemy import select", "web/access.py", set()),
        ("from flask import Flask", "__init__.py", set()),
        ("from flask import Flask", "content/__init__.py", {"flask"}),
    ],
)
def test_a_misplaced_library_is_seen(source: str, place: str, expected: set[str]) -> None:
    assert misplaced(source, place) == expected


def test_a_commit_is_seen() -> None:
    assert calls("def save(session):\n    session.flush()\n    session.commit()", "commit", "rollback") == [3]


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ('"""A\nmodule."""\n\n# why\nx = 1  # how\n', 1),
        ('def f():\n    """Say."""\n    return (\n        1,\n    )\n', 4),
        ('text = """\nin the code\n"""\n', 3),
        ("", 0),
    ],
)
def test_only_code_is_counted(source: str, lines: int) -> None:
    assert code_lines(source) == lines


@pytest.mark.parametrize("name", ["utils", "helpers", "common", "base_service", "misc"])
def test_a_room_without_a_noun_is_seen(name: str) -> None:
    assert ROOMS_WITHOUT_A_NOUN.match(name)
    assert not ROOMS_WITHOUT_A_NOUN.match("commons_of_the_street")
