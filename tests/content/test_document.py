"""Reading the text format: what comes out, on which line, and that nothing makes it fail."""

from __future__ import annotations

import os
import re
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.checks import check_library
from app.content.document import LONGEST_FILE, Choice, Document, Section, parse, read_document
from app.content.library import load_library
from tests.content.small_library import FILES, LESSON, TODAY, write

PATH = Path("quizzes/x.md")


@pytest.mark.parametrize(
    ("text", "meta", "body_line", "problems"),
    [
        ("", {}, 1, []),
        ("Tekst", {}, 1, []),
        ("---\ntitel: Kijken\n---\n\nTekst", {"titel": "Kijken"}, 4, []),
        ("\ufeff---\ntitel: Kijken\n---\n", {"titel": "Kijken"}, 4, []),
        ("---\r\ntitel: Kijken\r\n---\r\nTekst\r\n", {"titel": "Kijken"}, 4, []),
        ("---\rtitel: Kijken\r---\rTekst\r", {"titel": "Kijken"}, 4, []),
        ("---  \ntitel: Kijken\n--- \n", {"titel": "Kijken"}, 4, []),
        ("---\n titel :  Kijken: een vak  \n---\n", {"titel": "Kijken: een vak"}, 4, []),
        ("---\ntitel:\n\n---\n", {"titel": ""}, 5, []),
        ("---\ntitel: a\ntitel: b\n---\n", {"titel": "a"}, 5, [3]),
        ("---\ntitel\n---\n", {}, 4, [2]),
        ("---\ntitel: a\n\nTekst", {"titel": "a"}, 3, [1]),
        ("---\ntitel: a\n## Kop: een", {"titel": "a"}, 3, [1]),
        ("---\ntitel: a", {"titel": "a"}, 3, [1]),
        ("\n---\ntitel: a\n---\n", {}, 1, []),
    ],
)
def test_front_matter_is_read(text: str, meta: dict[str, str], body_line: int, problems: list[int]) -> None:
    document = parse(text, PATH)
    assert (document.meta, document.body_line) == (meta, body_line)
    assert [problem.line for problem in document.problems] == problems


@pytest.mark.parametrize(
    ("line", "heading", "problems"),
    [
        ("## Kop {#kop}", (2, "Kop", "kop", {}), 0),
        ("##   Kop   {#kop}  ", (2, "Kop", "kop", {}), 0),
        ("### Vraag? {#q1}", (3, "Vraag?", "q1", {}), 0),
        ("###### Diep {#d}", (6, "Diep", "d", {}), 0),
        ("# Kop", (1, "Kop", "", {}), 0),
        ("## Kop", (2, "Kop", "", {}), 0),
        ("### Kopje in de tekst", None, 0),
        ("#### Kopje in de tekst", None, 0),
        (
            "## Taak {#t taak=sorteren bakken=a,b}",
            (2, "Taak", "t", {"taak": "sorteren", "bakken": "a,b"}),
            0,
        ),
        ("## Taak {#t  a=b=c }", (2, "Taak", "t", {"a": "b=c"}), 0),
        ("## Taak {#t a=b a=c}", (2, "Taak", "t", {"a": "c"}), 1),
        ("## Taak {#t los}", (2, "Taak", "t", {"los": ""}), 1),
        ("## Kop {#Kop}", (2, "Kop", "Kop", {}), 1),
        ("## Kop {#}", (2, "Kop", "", {}), 1),
        ("## Kop {#a} {#b}", (2, "Kop", "a}", {"{#b": ""}), 2),
        ("## Kop {nummer.112}", (2, "Kop {nummer.112}", "", {}), 0),
        ("## {#kop}", (2, "", "kop", {}), 0),
        ("##Kop {#kop}", None, 1),
        ("#hekje", None, 1),
        ("####### Zeven", None, 0),
        ("## ", None, 0),
        (" ## Kop {#kop}", None, 0),
    ],
)
def test_a_heading_is_read(line: str, heading: tuple[object, ...] | None, problems: int) -> None:
    document = parse(line, PATH)
    found = [(section.level, section.title, section.id, section.attrs) for section in document.sections]
    assert found == ([heading] if heading else [])
    assert [problem.line for problem in document.problems] == [1] * problems


@pytest.mark.parametrize(
    ("lines", "choice"),
    [
        ("- a. Ja", Choice(2, "a", "Ja")),
        ("- [x] a. Ja", Choice(2, "a", "Ja", "x")),
        ("- [ ] b. Nee  ", Choice(2, "b", "Nee", " ")),
        ("- [~] c. Kan", Choice(2, "c", "Kan", "~")),
        ("- [?] d. Weet niet", Choice(2, "d", "Weet niet", "?")),
        ("- [feit] k01. Zakken", Choice(2, "k01", "Zakken", "feit")),
        ("- h01a. Stelling", Choice(2, "h01a", "Stelling")),
        ("- (omgekeerd) h02. Stelling", Choice(2, "h02", "Stelling", flags=("omgekeerd",))),
        ("- (open) e01. Wat?", Choice(2, "e01", "Wat?", flags=("open",))),
        ("- 0. Nooit", Choice(2, "0", "Nooit")),
        ("- [x] a. Ja → straat", Choice(2, "a", "Ja", "x", "straat")),
        ("- [x] a. Ja ->straat", Choice(2, "a", "Ja", "x", "straat")),
        ("- [x] a. Van hier → daar → straat", Choice(2, "a", "Van hier → daar", "x", "straat")),
        ("- [x] a. Ja → naar de straat", Choice(2, "a", "Ja → naar de straat", "x")),
        ("- [x] a. → straat", Choice(2, "a", "→ straat", "x")),
        (
            "- [x] a. Ja\n  > Goed.\n  > Heel goed.",
            Choice(2, "a", "Ja", "x", feedback="Goed. Heel goed.", note_lines={"feedback": 3}),
        ),
        (
            "- [x] a. Ja\n\n\t>Goed.",
            Choice(2, "a", "Ja", "x", feedback="Goed.", note_lines={"feedback": 4}),
        ),
        (
            "- [ ] a. Ja → x\n  gevolg: Hij\n    lacht.\n  > Goed.\n  punten: CON+2 WZO-1\n  kritiek: Nee.",
            Choice(
                2,
                "a",
                "Ja",
                " ",
                "x",
                "Goed.",
                "Hij lacht.",
                {"CON": 2, "WZO": -1},
                "Nee.",
                note_lines={"gevolg": 3, "feedback": 5, "punten": 6, "kritiek": 7},
            ),
        ),
        ("- [x] a. Ja\n  gevolg:", Choice(2, "a", "Ja", "x", note_lines={"gevolg": 3})),
    ],
)
def test_a_coded_line_and_its_notes_are_read(lines: str, choice: Choice) -> None:
    document = parse(f"## Kop {{#kop}}\n{lines}", PATH)
    assert [(c, dict(c.note_lines)) for c in document.sections[0].choices] == [
        (choice, dict(choice.note_lines))
    ]
    assert document.problems == ()


@pytest.mark.parametrize(
    "line",
    [
        "- gewoon een lijst",
        "- [een link](les:kijken)",
        "- 2e verdieping",
        "- A12 is dicht",
        "1. eerst dit",
        "- a.",
        "- abcde1. te lang",
        "tekst - [x] a. geen regel",
    ],
)
def test_an_ordinary_line_is_prose(line: str) -> None:
    document = parse(f"## Kop {{#kop}}\n{line}", PATH)
    assert (document.sections[0].prose, document.sections[0].choices, document.problems) == (line, (), ())


@pytest.mark.parametrize(
    "line",
    [
        "- [x] tekst",
        "- [X] a. tekst",
        "-[x] a. tekst",
        "* [x] a. tekst",
        "  - [x] a. tekst",
        "- [xx] A. tekst",
        "- (open) tekst",
        "- k01 tekst",
        "- k01: tekst",
        "- k01) tekst",
    ],
)
def test_a_line_that_looks_like_an_answer_is_no_prose(line: str) -> None:
    document = parse(f"## Kop {{#kop}}\n{line}", PATH)
    assert (document.sections[0].prose, document.sections[0].choices) == ("", ())
    assert [problem.line for problem in document.problems] == [2]


def test_prose_and_answers_are_told_apart_by_line() -> None:
    first = "## Een {#een}\n\n\nTekst\n\n- [x] a. Ja\n  > Goed\n\nDaarna\n"
    document = parse(f"Vooraf\n\n{first}### Vraag {{#v}}\n- [ ] a. Nee", PATH)
    assert (document.intro, document.intro_line) == ("Vooraf", 1)
    choice = Choice(8, "a", "Ja", "x", feedback="Goed", note_lines={"feedback": 9})
    assert document.sections == (
        Section(3, 2, "Een", "een", {}, "Tekst\n\n\n\n\nDaarna", 6, (choice,)),
        Section(12, 3, "Vraag", "v", {}, "", 13, (Choice(13, "a", "Nee", " "),)),
    )


def test_an_indented_line_after_prose_is_prose() -> None:
    document = parse("## Een {#een}\n- [x] a. Ja\n\nTekst\n  > Citaat", PATH)
    assert (document.sections[0].prose, document.sections[0].choices[0].feedback) == ("Tekst\n  > Citaat", "")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbfTekst", "Tekst"),
        ("’s avonds".encode("utf-16"), None),
        ("café".encode("latin-1"), "caf\ufffd"),
        (b"a\x00b\x1bc\x7f", "a\ufffdb\ufffdc\ufffd"),
        (b"a\tb\r\nc", "a\tb\nc"),
        (b"x" * LONGEST_FILE, "x" * LONGEST_FILE),
        (b"x" * (LONGEST_FILE + 1), ""),
        (b"", ""),
    ],
)
def test_any_bytes_become_a_document(tmp_path: Path, data: bytes, text: str | None) -> None:
    (tmp_path / "x.md").write_bytes(data)
    document = read_document(tmp_path / "x.md", tmp_path)
    assert document.path == Path("x.md")
    assert text is None or document.text == text
    assert [problem.line for problem in document.problems] == ([1] if len(data) > LONGEST_FILE else [])


def test_what_is_no_file_becomes_a_problem(tmp_path: Path) -> None:
    (tmp_path / "map.md").mkdir()
    if os.name != "nt":  # Windows lets not everybody make one
        (tmp_path / "lus.md").symlink_to(tmp_path / "lus.md")
    for name in ("map.md", "lus.md", "weg.md"):
        document = read_document(tmp_path / name, tmp_path)
        assert [str(problem) for problem in document.problems] == [
            f"{name}:1: dit bestand is niet te lezen; kijk of het een gewoon tekstbestand is"
        ]


PIECES = st.sampled_from(
    [
        *"\n\n\n-#>[]{}=:.→ abx~?\t\r\ufeff\x00\x85\u2028é",
        "---\n",
        "titel: x\n",
        "\n## Kop {#kop}\n",
        "\n### Vraag {#q a=b}\n",
        "\n- [x] a. Ja → kop",
        "\n  > Uitleg",
        "\n  gevolg: Dan",
        "\n  punten: CON+1 X",
        "\n- (open) k01. Wat",
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=60).map("".join), st.text(max_size=200))


def lines_hold(document: Document) -> bool:
    """Whether everything in a document says the line on which it really stands."""
    lines = document.lines
    return all(
        re.fullmatch(rf"#{{{section.level}}}[ \t].*", lines[section.line - 1])
        and all(lines[choice.line - 1].startswith("- ") for choice in section.choices)
        and all(f"{choice.code}. " in lines[choice.line - 1] for choice in section.choices)
        and all(lines[n - 1][:1] in {" ", "\t"} for c in section.choices for n in c.note_lines.values())
        and (not section.prose or lines[section.prose_line - 1].rstrip() == section.prose.split("\n")[0])
        for section in document.sections
    ) and all(document.lines[line - 1].strip().startswith(key) for key, line in document.meta_lines.items())


@given(TEXTS)
def test_any_text_is_read_and_everything_knows_its_line(text: str) -> None:
    document = parse(text, PATH)
    assert lines_hold(document)
    assert all(1 <= problem.line <= len(document.lines) for problem in document.problems)
    assert not document.intro or document.lines[document.intro_line - 1] == document.intro.split("\n")[0]


@given(TEXTS)
def test_windows_and_old_apple_line_ends_are_the_same(text: str) -> None:
    text = text.replace("\r", "")
    assert (
        parse(text.replace("\n", "\r\n"), PATH) == parse(text, PATH) == parse(text.replace("\n", "\r"), PATH)
    )


@given(st.binary(max_size=300))
def test_any_bytes_are_read(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.getbasetemp()
    (folder / "bytes.md").write_bytes(data)
    assert lines_hold(read_document(folder / "bytes.md", folder))


@pytest.mark.parametrize("piece", ["[", "[a](b", "**a", "_a", "``a", "{#", "\n- [x] a. "])
def test_a_file_full_of_signs_takes_no_time(tmp_path: Path, piece: str) -> None:
    """A guard against looking for the same thing again and again, not a benchmark."""
    screen = piece * (19_000 // len(piece))
    screens = "".join(f"\n## Kop {{#k{n}}}\n{screen}\n" for n in range(10))
    write(tmp_path, {LESSON: FILES[LESSON] + screens})
    begin = process_time()
    library = load_library(tmp_path)
    assert len(library.lessons["kijken"].parts) >= 10
    assert list(check_library(library, TODAY)) != []
    assert process_time() - begin < 5
