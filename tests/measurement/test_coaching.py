"""What the coach says of a report, and that no text is too strange for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.document import parse
from app.content.markup import Renderer, Surroundings
from app.content.report_coach import ReportCoach, Step, read_report_coach
from app.measurement.coaching import Sentence, advise, marks, pieces, sort

TEXT = """\
## Wat? {#stap-wat vraagt=waarnemen}

## Wanneer? {#stap-wanneer vraagt=tijd,plek}

## Gedaan? {#stap-gedaan vraagt=gedaan}

## Wie? {#stap-wie vraagt=wie}

## Invulling {#invulling}

- waarschijnlijk → Weet je niet.
- vast → Weet je niet.
- vast wel → Twee woorden.
- niks aan de hand → Ook dat.

## Oordeel {#oordeel}

- raar → Hoezo?
- tuig → Hoezo?

## Diagnose {#diagnose}

- verward → Wat zei hij?

## Van horen zeggen {#horen-zeggen}

- ze zeggen → Wie?

## Herkenbaar {#herkenbaar}

- {huisnummer} → Weg ermee.
- {naam} → Weg ermee.

## Waarnemen {#waarnemen}

- zag → Gezien.
- zei → Gehoord.

## Tijd {#tijd}

- gisteren → Wanneer.
- {tijdstip} → Precies.

## Plek {#plek}

- stoep → Waar.
- {straatnaam} → Waar.

## Gedaan {#gedaan}

- gebeld → Gedaan.

## Wie {#wie}

- {nummer.112} → Wie.
- politie → Wie.

## Twijfel {#twijfel}

- weet het niet → Eerlijk.
"""
NUMBERS = Surroundings(numbers={"112": "112"})
COACH: ReportCoach = read_report_coach(parse(TEXT, Path("quizzes/melden.md")), Renderer(NUMBERS))
WHAT, WHEN, DONE, WHO = COACH.steps
BITS = (
    *(
        "raar",
        "waarschijnlijk",
        "vast",
        "wel",
        "zag",
        "verward",
        "Meneer",
        "Jansen",
        "Lindelaan",
        "12",
        "22.10",
    ),
    *(
        "zei:",
        "“",
        "”",
        "‘",
        "’",
        '"',
        "'",
        ".",
        "!",
        "?",
        ",",
        ":",
        "\n",
        "mevr.",
        "<b>",
        "&",
        "weet het niet",
    ),
)
TYPED = st.text(max_size=300) | st.lists(st.sampled_from(BITS), max_size=30).map(" ".join)
HOSTILE = [
    "." * 20_000, '"' * 20_000, "“a " * 6_667, "‘" * 20_000, "a@" * 10_000, "1" * 20_000, "1 " * 10_000,
    "06-" * 6_667, "A1-" * 6_667, "AB1 2CD " * 2_500, "meneer " * 2_858, "Laan van de " * 1_667,
    "nummer " * 2_858, "raar " * 4_000, "zei: “" * 3_334, "a." * 10_000, "?!" * 10_000, "\n" * 20_000,
    "weet het niet. " * 1_334, "Astraat 1 " * 2_000, "mevr. " * 3_334, "x" * 20_000,
    "é\u0301\u202e💥" * 5_000,
]  # fmt: skip


def marked(text: str) -> list[tuple[str, str]]:
    return [(mark.words, mark.kind) for mark in marks(text, COACH)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hij was waarschijnlijk raar.", [("waarschijnlijk", "invulling"), ("raar", "oordeel")]),
        ("Dat is vast wel zo.", [("vast wel", "invulling")]),
        ("RARE man, ‘tuig’!", [("RARE", "oordeel"), ("tuig", "oordeel")]),
        ("Ze zeggen dat hij verward is.", [("Ze zeggen", "horen-zeggen"), ("verward", "diagnose")]),
        ("Meneer Jansen van nummer 9.", [("Meneer Jansen", "herkenbaar"), ("nummer 9", "herkenbaar")]),
        ("Om 22.10 uur stonden er 3 fietsen. Ik belde 112.", []),
        ("", []),
    ],
)
def test_words_are_marked_with_their_list(text: str, expected: list[tuple[str, str]]) -> None:
    assert marked(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hij riep: “Raar tuig!”", []),
        ('Hij riep "raar tuig" en liep door.', []),
        ("‘Raar tuig’, riep hij.", []),
        ("Meneer zei: niks aan de hand. Raar.", [("Raar", "oordeel")]),
        ("Hij zei: “Ik ben verward.”", [("verward", "diagnose")]),
        ("Hij zei: “Ik woon op nummer 9.”", [("nummer 9", "herkenbaar")]),
        ("Een “raar” hek.", [("raar", "oordeel")]),
        ("’s Avonds was het raar, foto’s ook.", [("raar", "oordeel")]),
    ],
)
def test_what_somebody_said_may_be_passed_on(text: str, expected: list[tuple[str, str]]) -> None:
    assert marked(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Waarschijnlijk drank, maar ik weet het niet.", []),
        ("Ik weet het niet. Waarschijnlijk drank.", [("Waarschijnlijk", "invulling")]),
        ("Raar, ik weet het niet.", [("Raar", "oordeel")]),
    ],
)
def test_who_says_that_it_is_not_known_fills_nothing_in(text: str, expected: list[tuple[str, str]]) -> None:
    assert marked(text) == expected


def test_each_why_stands_once_with_its_number_and_all_its_words() -> None:
    advice = advise("Raar, rare en raar tuig van nummer 9.", WHAT, COACH)
    assert [(r.number, r.kind, r.words) for r in advice.reasons] == [
        (1, "oordeel", ("Raar", "rare", "tuig")),
        (2, "herkenbaar", ("nummer 9",)),
    ]
    assert advice.kinds == ("oordeel", "herkenbaar")


@pytest.mark.parametrize(
    ("step", "text", "there", "missing"),
    [
        (WHAT, "Ik zag, hij zei.", ["zag"], []),
        (WHAT, "Er was iets.", [], ["waarnemen"]),
        (WHEN, "Om 22.10 uur in de Lindelaan", ["22.10", "Lindelaan"], []),
        (WHEN, "Gisteren", ["Gisteren"], ["plek"]),
        (WHEN, "Hier", [], ["tijd", "plek"]),
        (DONE, "Ik heb gebeld", ["gebeld"], []),
        (WHO, "Ik bel 112", ["112"], []),
        (WHO, "Ik bel 1123", [], ["wie"]),
    ],
)
def test_a_step_says_what_is_there_and_what_is_missing(
    step: Step, text: str, there: list[str], missing: list[str]
) -> None:
    advice = advise(text, step, COACH)
    assert [needed.words for needed in advice.there] == there
    assert [needed.list.id for needed in advice.missing] == missing
    assert advice.is_good is not bool(missing)


def test_a_text_is_good_without_marks_and_with_all_that_was_asked() -> None:
    assert advise("Ik zag een man.", WHAT, COACH).is_good
    assert not advise("Ik zag een rare man.", WHAT, COACH).is_good


def test_facts_stand_against_fill_ins() -> None:
    result = sort(
        [
            (WHAT, "Ik zag een man. Hij was raar! Mevr. Jansen zei niets. Het was stil"),
            (WHEN, "Gisteren om 22.10 uur.\nOp de stoep"),
            (DONE, "Ik heb gebeld. Gisteren ook"),
            (WHO, "Ik bel de politie. Waarschijnlijk."),
        ],
        COACH,
    )
    assert texts(result.facts) == [
        "Ik zag een man.",
        "Mevr. Jansen zei niets.",
        "Gisteren om 22.10 uur.",
        "Op de stoep",
        "Ik heb gebeld.",
    ]
    assert texts(result.fill_ins) == ["Hij was raar!", "Waarschijnlijk."]
    assert texts(result.others) == ["Het was stil", "Gisteren ook", "Ik bel de politie."]


def test_a_word_that_identifies_is_marked_but_makes_no_fill_in_of_a_fact() -> None:
    (fact,) = sort([(WHAT, "Ik zag meneer Jansen.")], COACH).facts
    assert [(piece.text, bool(piece.mark)) for piece in fact.pieces] == [
        ("Ik zag ", False),
        ("meneer Jansen", True),
        (".", False),
    ]


def texts(sentences: tuple[Sentence, ...]) -> list[str]:
    return [sentence.text for sentence in sentences]


@given(TYPED)
def test_marks_are_right_and_in_order(text: str) -> None:
    end = 0
    for mark in marks(text, COACH):
        assert end <= mark.start < mark.end
        assert text[mark.start : mark.end] == mark.words
        assert mark.kind in COACH.lists
        assert mark.reason
        end = mark.end


@given(TYPED, st.integers(0, 40), st.integers(0, 40))
def test_pieces_put_together_are_the_text(text: str, start: int, length: int) -> None:
    found = marks(text, COACH)
    assert "".join(piece.text for piece in pieces(text, found)) == text
    assert [piece.mark for piece in pieces(text, found) if piece.mark] == list(found)
    end = min(len(text), start + length)
    assert "".join(piece.text for piece in pieces(text, found, start, end)) == text[start:end]


@given(TYPED, st.sampled_from(COACH.steps))
def test_every_sentence_goes_somewhere_and_keeps_its_marks(text: str, step: Step) -> None:
    result = sort([(step, text)], COACH)
    all_sentences = [*result.facts, *result.fill_ins, *result.others]
    shown = "".join(sentence.text for sentence in all_sentences)
    assert sorted("".join(shown.split())) == sorted("".join(text.split()))
    kept = [piece.mark for sentence in all_sentences for piece in sentence.pieces if piece.mark]
    assert sorted(kept) == sorted(marks(text, COACH))
    assert all(sentence.text == sentence.text.strip() for sentence in all_sentences)


@given(TYPED, st.sampled_from(COACH.steps))
def test_no_text_is_too_strange(text: str, step: Step) -> None:
    advice = advise(text, step, COACH)
    assert len(advice.needed) == len(step.asks)
    assert {mark.reason for mark in advice.marks} == {reason.reason for reason in advice.reasons}


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:12]))
def test_a_long_hostile_text_is_no_work(text: str) -> None:
    """A pattern that tries everything would still be busy tomorrow."""
    advice = advise(text, WHEN, COACH)
    assert "".join(piece.text for piece in advice.pieces) == text
    sort([(WHEN, text)], COACH)
