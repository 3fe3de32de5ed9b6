"""A fingerprint changes with what is asked and with nothing else, so that equal answers stay together."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.document import parse
from app.content.fingerprint import fingerprint
from app.content.instrument import read_instrument
from app.content.lesson import read_lesson
from app.content.markup import Renderer
from app.content.scenario import read_scenario
from tests.content.small_library import FILES, INSTRUMENT, LESSON, SCENARIO

RENDER = Renderer()
SAME, CHANGED = False, True


def of_lesson(text: str) -> str:
    """The fingerprints of everything that a lesson asks."""
    parts = read_lesson(parse(text, Path(LESSON)), "straat", RENDER).parts
    asked = [question.fingerprint for part in parts for question in part.questions]
    return " ".join(asked + [card.fingerprint for part in parts for card in part.cards])


def of_scenario(text: str) -> str:
    return read_scenario(parse(text, Path(SCENARIO)), RENDER).fingerprint


def of_instrument(text: str) -> str:
    return read_instrument(parse(text, Path(INSTRUMENT)), RENDER).fingerprint


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Wat schrijf je op?", "Wat onthoud je?", CHANGED),
        ("- [x] a. Om 22.10 uur", "- [x] a. Om 22.20 uur", CHANGED),
        ("- [x] a. Om", "- [~] a. Om", CHANGED),
        ("- [ ] b. Hij", "- [ ] c. Hij", CHANGED),
        ("{#opschrijven}", "{#opschrijven}\n\nHet is donker.", CHANGED),
        ("[feit] k01. Er lagen drie", "[feit] k01. Er lagen vier", CHANGED),
        ("[feit] k01.", "[oordeel] k01.", CHANGED),
        ("bakken=feit,oordeel", "bakken=oordeel,feit", CHANGED),
        ("> Dat vul je in.", "> Dat weet je niet.", SAME),
        ("> Dat kun je tellen.", "> Tel maar na.", SAME),
        ("[feit] k01. Er", "[feit] k09. Er", SAME),
        ("Lees elke zin.", "Lees ze allemaal.", SAME),
        ("titel: Goed kijken", "titel: Beter kijken", SAME),
        ("a. Om 22.10 uur stopte", "a.  Om  22.10   uur stopte", SAME),
        ("\n\n- [x] a. Om", "\n\n\n\n- [x] a. Om", SAME),
        ("- [ ] b. Hij", "\n- [ ] b. Hij", SAME),
    ],
)
def test_a_question_and_a_card(old: str, new: str, expected: bool) -> None:
    assert (of_lesson(FILES[LESSON]) != of_lesson(FILES[LESSON].replace(old, new))) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Hij klimt over een hek.", "Zij klimt over een hek.", CHANGED),
        ("a. Ik groet hem.", "a. Ik groet haar.", CHANGED),
        ("- [~] b. Ik loop", "- [x] b. Ik loop", CHANGED),
        ("- [~] b. Ik loop", "- [~] c. Ik loop", CHANGED),
        ("vast. → boos", "vast. → praten", CHANGED),
        ("CON-2 BEV-1", "CON-2 BEV-2", CHANGED),
        ("  kritiek: Je brengt jezelf in gevaar.\n", "", CHANGED),
        ("> Dat kan ook.", "> Dat mag.", SAME),
        ("gevolg: Hij zwaait.", "gevolg: Hij groet.", CHANGED),
        ("kritiek: Je brengt", "kritiek: Hier breng je", SAME),
        ("## Een jongen {", "## Een meisje {", CHANGED),
        ("CON-2 BEV-1", "BEV-1 CON-2", SAME),
        ("leerdoel: Je vraagt eerst.", "leerdoel: Je kijkt eerst.", SAME),
        ("Hij klimt over een hek.", "Hij klimt\nover een  hek.", SAME),
    ],
)
def test_a_scenario(old: str, new: str, expected: bool) -> None:
    assert (of_scenario(FILES[SCENARIO]) != of_scenario(FILES[SCENARIO].replace(old, new))) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("### Wat mag je?", "### Wat kan je?", CHANGED),
        ("- [ ] a. Alles.", "- [ ] a. Niets.", CHANGED),
        ("{#k01a", "{#k02a", CHANGED),
        ("{#k01a thema=recht}", "{#k01a thema=recht}\n\nHet is donker.", CHANGED),
        ("- [ ] a. Alles.\n- [x] b.", "- [x] a. Alles.\n- [ ] b.", CHANGED),
        ("(omgekeerd) h02", "h02", CHANGED),
        ("- h01. Ik", "- (open) h01. Ik", CHANGED),
        ("- 2. Eens", "- 3. Eens", CHANGED),
        (" (geen score)", "", CHANGED),
        ("score=gemiddelde", "score=som", CHANGED),
        ("vorm=a", "vorm=b", CHANGED),
        ("meting=t0,t2", "meting=t2", CHANGED),
        ("> Bellen mag altijd.", "> Bellen mag.", SAME),
        ("thema=recht}\n\n- [ ] a.", "thema=veilig}\n\n- [ ] a.", SAME),
        ("Wat vind jij?", "Zeg het maar.", SAME),
        ("titel: Vragen", "titel: Meer vragen", SAME),
        ("minimaal=2", "minimaal=1", SAME),
        ("- h01. Ik kijk eerst.", "- h01.  Ik kijk  eerst.", SAME),
    ],
)
def test_an_instrument(old: str, new: str, expected: bool) -> None:
    assert (
        of_instrument(FILES[INSTRUMENT]) != of_instrument(FILES[INSTRUMENT].replace(old, new))
    ) == expected


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}, True),
        ({"a": "cafe\u0301"}, {"a": "caf\u00e9"}, True),
        ({"a": ("x", "y")}, {"a": ["x", "y"]}, True),
        ({"a": "x y"}, {"a": " x\n\ty "}, True),
        ({"a": {"b": "x  y"}}, {"a": {"b": "x y"}}, True),
        ({"a": "xy"}, {"a": "x y"}, False),
        ({"a": ["xy"]}, {"a": ["x", "y"]}, False),
        ({"a": 1}, {"a": "1"}, False),
        ({"a": None}, {"a": ""}, False),
        ({"a": True}, {"a": 1}, False),
    ],
)
def test_equal_meaning_is_an_equal_fingerprint(
    one: dict[str, object], other: dict[str, object], is_same: bool
) -> None:
    assert (fingerprint(**one) == fingerprint(**other)) == is_same


def test_a_fingerprint_is_the_same_in_every_version_of_pluis() -> None:
    bins = ("feit", "oordeel")
    assert fingerprint(kind="card", text="Drie zakken.", bin="feit", bins=bins) == "826a91348277a823"


@given(st.dictionaries(st.text(), st.text()))
def test_a_fingerprint_is_short_and_can_stand_anywhere(fields: dict[str, str]) -> None:
    assert len(fingerprint(fields=fields)) == 16
    assert set(fingerprint(fields=fields)) <= set("0123456789abcdef")
