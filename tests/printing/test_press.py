"""What comes out of the press, read by another program: cards that fit, booklets that can be read."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.content.card import Card, read_card
from app.content.document import parse
from app.content.lesson import read_lesson
from app.content.library import Library
from app.content.markup import Block, Renderer, Surroundings, Target
from app.content.module import Module
from app.printing import press, typeset
from app.printing.blanks import card_for
from app.printing.booklet import lesson_booklet, module_booklet
from app.printing.sheet import sheet_of
from tests.conftest import ROOT
from tests.paper import A4, A4_ON_ITS_SIDE, Paper
from tests.printing.conftest import Values, team

TODAY = date(2026, 11, 24)
SMALLEST = 14
"""Points; what somebody of seventy reads without glasses."""

MARGIN = 7
"""Millimetres that many a printer leaves white."""

CARDS = [path.stem for path in sorted((ROOT / "modules/kaarten").glob("*.md"))]
LESSONS = [path.stem.partition("-")[2] for path in sorted(ROOT.glob("modules/[0-9]*/[0-9]*.md"))]
OURS = {
    "AtkinsonHyperlegibleNext-Regular",
    "AtkinsonHyperlegibleNext-Bold",
    "AtkinsonHyperlegibleNext-Italic",
}


def set_here(data: Mapping[str, Any]) -> Paper:
    """As the press does, without a process of its own: quicker when there are many."""
    return Paper(typeset.typeset(press.inputs_of(json.dumps(data))))


def card_paper(card: Card, values: Values) -> Paper:
    return set_here(sheet_of(card_for(card, values), values["team.naam"]))


@pytest.mark.parametrize("who", ["empty", "filled", "much"])
@pytest.mark.parametrize("card_id", CARDS)
def test_a_card_is_two_sides_of_one_sheet_in_large_letters(
    library: Library, teams: Mapping[str, Values], card_id: str, who: str
) -> None:
    card = library.cards[card_id]
    paper = card_paper(card, teams[who])
    assert paper.sheets == [A4_ON_ITS_SIDE if card.shape == "liggend" else A4] * 2
    assert paper.smallest >= SMALLEST
    assert paper.outside(MARGIN) == []
    assert card.title in paper.text
    assert teams[who]["team.naam"].strip() in paper.text


@pytest.mark.parametrize("card_id", CARDS)
def test_however_much_a_team_tells_nothing_is_cut_off(
    library: Library, teams: Mapping[str, Values], card_id: str
) -> None:
    paper = card_paper(library.cards[card_id], teams["longest"])
    assert len(paper.sheets) == 2
    assert paper.outside(MARGIN) == []
    assert paper.smallest >= 9


@pytest.mark.parametrize("card_id", [card_id for card_id in CARDS if card_id != "loopkaart"])
def test_a_long_name_of_a_team_leaves_the_title_on_one_line(
    library: Library, teams: Mapping[str, Values], card_id: str
) -> None:
    title = [
        letter for letter in card_paper(library.cards[card_id], teams["longest"]).letters if letter.size == 26
    ]
    for page in (0, 1):
        line = [letter for letter in title if letter.page == page]
        assert max(letter.top for letter in line) - min(letter.bottom for letter in line) < 26


@pytest.mark.parametrize("before", range(3, 27, 4))
def test_a_number_to_call_stays_on_one_line(library: Library, before: int) -> None:
    values = team(library, {"bereik": f"{'o' * before} 0123-456 789"})
    lines = card_paper(library.cards["loopkaart"], values).lines
    assert sum("0123-456 789" in line for line in lines) == 7


def test_what_a_team_knows_is_on_the_card_and_the_rest_is_a_line(
    library: Library, teams: Mapping[str, Values]
) -> None:
    filled = card_paper(library.cards["loopkaart"], teams["filled"]).text
    assert filled.count("Wie: Hanneke van het wijkteam Contact: 0123-456 789 Tijden: werkdagen") == 7
    empty = card_paper(library.cards["loopkaart"], teams["empty"]).text
    assert empty.count("Wie: Contact: Tijden:") == 7
    assert "zelf invullen" not in empty


@pytest.mark.parametrize("lesson_id", LESSONS)
def test_a_lesson_on_paper_can_be_read_and_written_on(
    library: Library, teams: Mapping[str, Values], lesson_id: str
) -> None:
    lesson = library.lessons[lesson_id]
    module = module_of(library, lesson_id)
    data = lesson_booklet(lesson, module, teams["filled"], today=TODAY, answers=True)
    paper = set_here(data)
    assert set(paper.sheets) == {A4}
    assert paper.smallest >= SMALLEST
    assert paper.outside(12) == []
    assert all(paper.texts), "a page without words"
    for aim in filter(None, (*lesson.aims.values(), lesson.title, lesson.subtitle)):
        assert aim in paper.texts[0]
    for part in lesson.parts:
        assert part.title in paper.text
        for question in part.questions:
            assert paper.text.count(question.title) == 2  # asked, and answered
    assert "Antwoorden" in paper.text
    assert "{" not in paper.text


def test_a_lesson_without_answers_ends_with_where_they_are(
    library: Library, teams: Mapping[str, Values]
) -> None:
    lesson = library.lessons["wat-mag-ik"]
    data = lesson_booklet(lesson, module_of(library, lesson.id), teams["empty"], today=TODAY, answers=False)
    paper = set_here(data)
    assert "De antwoorden staan in Pluis." in paper.texts[-1]
    assert "Liever niet" not in paper.text


@pytest.mark.parametrize("module_id", ["wijkveiligheid", "niet-pluis-gevoel"])
def test_a_module_on_paper_has_contents_and_a_new_page_for_each_lesson(
    library: Library, teams: Mapping[str, Values], module_id: str
) -> None:
    module = next(module for module in library.modules if module.id == module_id)
    paper = set_here(module_booklet(module, teams["filled"], today=TODAY, answers=True))
    assert set(paper.sheets) == {A4}
    assert "Wat staat waar?" in paper.texts[1]
    for lesson in module.lessons:
        head = f"Les {lesson.number}. {lesson.title}"
        pages = [number for number, text in enumerate(paper.texts, 1) if text.startswith(head)]
        assert pages
        listed = re.search(rf"{re.escape(head)}[ .]*(\d+)", paper.texts[1])
        assert listed
        assert int(listed[1]) == pages[0]
    linked = [f"bladzijde {number}" for number in range(3, len(paper.sheets))]
    assert any(link in paper.text for link in linked)


@pytest.mark.parametrize("page", range(3))
def test_a_booklet_is_black_and_white(library: Library, teams: Mapping[str, Values], page: int) -> None:
    lesson = library.lessons["wat-mag-ik"]
    data = lesson_booklet(lesson, module_of(library, lesson.id), teams["empty"], today=TODAY, answers=True)
    assert set_here(data).picture(page).colours == set()


def test_a_card_has_one_colour_that_stays_readable_without_it(
    library: Library, teams: Mapping[str, Values]
) -> None:
    for card in library.cards.values():
        paper = card_paper(card, teams["empty"])
        brightest = max(sum(colour) for page in range(2) for colour in paper.picture(page).colours)
        assert brightest == sum((0xF4, 0xE3, 0x3D)), card.id  # the vest, and what lies between it and ink


@pytest.mark.parametrize("card_id", CARDS)
def test_a_screen_reader_finds_its_way_on_a_card(
    library: Library, teams: Mapping[str, Values], card_id: str
) -> None:
    paper = card_paper(library.cards[card_id], teams["filled"])
    assert paper.title == library.cards[card_id].title
    assert paper.language.lower().startswith("nl")
    for page in range(2):
        tags = paper.tags(page)
        assert "H1" in tags
        assert {"H2", "L", "LI", "P"} & set(tags)
    assert b"pdfuaid" in paper.pdf


def test_only_our_letters_are_used(library: Library, teams: Mapping[str, Values]) -> None:
    for card in library.cards.values():
        assert card_paper(card, teams["filled"]).fonts <= OURS
    lesson = library.lessons["goed-melden"]
    data = lesson_booklet(lesson, module_of(library, lesson.id), teams["filled"], today=TODAY, answers=True)
    assert set_here(data).fonts == OURS


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Łukasz Çelik-Şahin", "Łukasz Çelik-Şahin"),
        ("Шевченко", "Шевченко"),
        ("علي", "علي"),
        ("Mo 😀", "Mo ?"),
        ("李小龙", "???"),
        ("ﬁets", "fiets"),
        ("#eval(1) *vet* $x$ [a](b) <b>", "#eval(1) *vet* $x$ [a](b) <b>"),
        ("\\u{0} \x00", "\\u{0} ?"),
    ],
)
def test_any_name_can_be_printed(
    library: Library, teams: Mapping[str, Values], name: str, shown: str
) -> None:
    values = {**teams["empty"], "team.naam": name}
    text = card_paper(library.cards["meldroute"], values).text
    letters = sorted(shown.replace(" ", ""))
    found = sorted(text.split("Meldroute · ")[1].replace(" ", "")[: len(letters)])
    assert found == letters


def test_the_press_gives_the_same_bytes_for_the_same_data(
    library: Library, teams: Mapping[str, Values], tmp_path: Path
) -> None:
    values = teams["filled"]
    data = sheet_of(card_for(library.cards["meldroute"], values), values["team.naam"])
    first = press.print_pdf(data)
    press._print.cache_clear()
    assert press.print_pdf(data) == first == set_here(data).pdf
    assert press.print_pdf({**data, "team": "Een ander"}) != first


def test_data_that_is_no_paper_is_an_error_with_the_reason() -> None:
    with pytest.raises(RuntimeError, match="title"):
        press.print_pdf({"kind": "card"})


def test_drawings_are_in_shades_of_grey() -> None:
    for path in (ROOT / "app/web/static/drawings").glob("*.svg"):
        grey = press.drawing(path.stem)
        colours = {part[:6] for part in grey.split("#")[1:] if len(part) > 6 and part[6] in '" ;'}
        assert colours
        assert {colour for colour in colours if colour != colour[:2] * 3} == set(), path.stem
    assert press.drawing("bestaat-niet") == ""


LINES = st.sampled_from(
    [
        "## Kop {#kop}", "## {#leeg}", "### Vraag? {#vraag}", "### Blok", "#### Zien", "#### ", "###### Diep",
        "- [x] a. goed", "- [ ] b. niet", "  > Omdat.", "- punt", "1. stap", "> gezegd", "|a|b|", "|-|-|",
        "|1|", "**Wim:** “Hoi.”", "Waar staat dat? Hier.", "![Een deur](tekening:deur)", "[Les: X](les:x)",
        "{lijn} {vakje}", "{wie.x}", "tekst:", "", "", "x" * 70, "- **Wie:** {lijn}", "[Spoed](blok:spoed)",
        "---", "→ ✓ 😀",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(LINES, max_size=25).map("\n".join),
    st.text(alphabet="#-|>*_`[](){}:!.=~ \nabc12“”→é", max_size=250),
)


@given(front=TEXTS, back=TEXTS)
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_an_author_writes_comes_out_of_the_press(library: Library, front: str, back: str) -> None:
    around = Surroundings(blocks={"spoed": Block("", front)}, targets={("les", "x"): Target("", "deur", "")})
    render = Renderer(around)
    sides = f"## {{#voorkant kolommen=3}}\n{front}\n## A {{#b opmaak=route}}\n{back}"
    text = f"---\ntitel:\nvel: liggend\n---\n{sides}"
    card = read_card(parse(text, Path("modules/kaarten/proef.md")), render)
    assert set_here(sheet_of(card_for(card, {}), "")).sheets
    task = "taak=sorteren bakken=ja,nee"
    text = f"---\ntitel:\n---\n## A {{#een}}\n{front}\n## B {{#twee {task}}}\n{back}\n## C {{#drie}}\n{back}"
    lesson = read_lesson(parse(text, Path("modules/1-straat/01-proef.md")), "straat", render)
    module = replace(library.modules[0], title="", drawing="", welcome_html=back, lessons=(lesson,))
    for data in (
        lesson_booklet(lesson, module, {}, today=TODAY, answers=True),
        module_booklet(module, {}, today=TODAY, answers=True),
    ):
        assert set_here(data).sheets


def module_of(library: Library, lesson_id: str) -> Module:
    lesson = library.lessons[lesson_id]
    return next(module for module in library.modules if module.id == lesson.module)
