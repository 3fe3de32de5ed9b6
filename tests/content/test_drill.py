"""A drill: what a text becomes, and which change of it asks something else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.content.document import parse
from app.content.drill import Drill, DrillCase, read_drill
from app.content.lesson import Option
from app.content.library import load_library
from app.content.markup import Renderer, Surroundings
from tests.content.small_drill import ANOTHER, DRILL, TEXT
from tests.content.small_library import FILES, LESSON, write

RENDER = Renderer(Surroundings(numbers={"politie": "0900-8844"}))
SAME, CHANGED = False, True


def drill_in(text: str) -> Drill:
    return read_drill(parse(text, Path(DRILL)), RENDER)


def test_a_drill_is_read() -> None:
    drill = drill_in(TEXT)
    assert replace(drill, cases=()) == Drill(
        id="groeten",
        module="straat",
        title="Groeten",
        drawing="fiets",
        goal="Je groet eerst.",
        question="Wat doe je?",
        intro_html="<p>Een groet kost niets.</p>",
        cases=(),
        path=Path(DRILL),
    )
    assert list(drill.by_id) == ["ladder", *(f"nummer-{n}" for n in range(2, 11))]


def test_a_case_has_options_with_their_why() -> None:
    case = drill_in(TEXT).by_id["ladder"]
    assert case == DrillCase(
        "ladder",
        "De ladder",
        "<p>Een jongen draagt een ladder.</p>",
        "De ladder. Een jongen draagt een ladder.",
        (
            Option("a", "Ik groet hem.", "x", "Zo begin je altijd."),
            Option("b", "Ik knik.", "~", "Dat mag ook."),
            Option("c", "Ik bel 0900-8844.", "", "Daar is geen reden voor."),
        ),
        case.fingerprint,
    )
    assert (case.option("b"), case.option("d")) == (case.options[1], None)


@pytest.mark.parametrize(
    "text", ["", "---\ntitel: x", "## Kop\n\ntekst", "## Kop {#kop}\n", "- [x] a. Los\n"]
)
def test_what_is_not_complete_has_no_cases(text: str) -> None:
    assert drill_in(text).cases == ()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Een jongen draagt", "Een meisje draagt", CHANGED),
        ("## De ladder", "## De emmer", CHANGED),
        ("vraag: Wat doe je?", "vraag: Wat zeg je?", CHANGED),
        ("a. Ik groet hem.", "a. Ik groet haar.", CHANGED),
        ("- [~] b. Ik knik", "- [ ] b. Ik knik", CHANGED),
        ("- [~] b. Ik knik", "- [~] d. Ik knik", CHANGED),
        ("> Dat mag ook.", "> Dat kan.", SAME),
        ("levensfase=jongere", "levensfase=kind", SAME),
        ("leerdoel: Je groet eerst.", "leerdoel: Je groet.", SAME),
        ("Een jongen draagt", "Een  jongen\ndraagt", SAME),
        (ANOTHER.format(n=2), "", SAME),
    ],
)
def test_a_fingerprint_changes_with_what_a_case_asks(old: str, new: str, expected: bool) -> None:
    before, after = (drill_in(text).by_id["ladder"] for text in (TEXT, TEXT.replace(old, new)))
    assert (before.fingerprint != after.fingerprint) == expected


def test_a_library_holds_its_drills_and_a_link_shows_what_one_is(tmp_path: Path) -> None:
    write(tmp_path)
    write(tmp_path, {DRILL: TEXT, LESSON: FILES[LESSON].replace("(oefening:hek)", "(oefening:groeten)")})
    library = load_library(tmp_path)
    assert (list(library.drills), list(library.scenarios)) == (["groeten"], ["hek"])
    html = library.lessons["kijken"].parts[-1].html
    assert 'href="/oefening/groeten"' in html
    assert "Rondje van 5, ongeveer 2 minuten" in html
