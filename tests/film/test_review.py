"""What a storyboard names must be there: in the kit, among its people, in casus.md."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.content.document import read_document
from app.film.review import check_storyboards, review
from app.film.storyboard_file import parse
from tests.film.conftest import HERE, SOURCE
from tests.film.small_kit import SmallKit

PATH = Path("media/proef/storyboard.yaml")
CASE = read_document(SOURCE / "casus.md", HERE)


def found(source: str, was: str = "", becomes: str = "") -> list[tuple[int, str]]:
    assert was in source
    at = source.rindex(was)
    file = parse((source[:at] + becomes + source[at + len(was) :]).encode(), PATH)
    assert file.storyboard, file.problems
    return [(problem.line, problem.message) for problem in review(file, SmallKit(), CASE)]


def test_the_example_has_no_problems(source: str) -> None:
    assert found(source) == []
    assert list(check_storyboards(HERE, SmallKit())) == []


RING = "    aanwijzen: [{bij: huis-14.brievenbus, label: Post}]\n"


@pytest.mark.parametrize(
    ("was", "becomes", "line", "sentence"),
    [
        ("decor: straatje", "decor: straat", 2, "decor ‘straat’ is er niet; bedoel je ‘straatje’?"),
        ("figuur: wim", "figuur: willem", 5, "figuur ‘willem’ is er niet"),
        ("verteller: {", "geluid: {", 7, "‘geluid’ is geen persoon"),
        ("naar: huis-14", "naar: huis-15", 11, "kader ‘huis-15’ is er niet; bedoel je ‘huis-14’?"),
        ("{huis-14: {gordijn", "{huis-16: {gordijn", 12, "ding ‘huis-16’ is er niet"),
        ("post: vol", "poort: vol", 12, "bij huis-14: ‘poort’ is er niet; bedoel je ‘post’?"),
        ("gordijn: dicht", "gordijn: rood", 12, "bij huis-14, gordijn: ‘rood’ is er niet; kies uit dicht"),
        ("{wie: noor, op", "{wie: nora, op", 28, "persoon ‘nora’ is er niet; bedoel je ‘noor’?"),
        ("{wie: noor, op", "{wie: verteller, op", 28, "‘verteller’ heeft geen ‘figuur:’ en is niet te zien"),
        ("op: 1110", "op: stoel", 28, "plek ‘stoel’ is er niet; bedoel je ‘stoep’?"),
        ("laag: tuin", "laag: dak", 28, "laag ‘dak’ is er niet"),
        ("gebaar: zwaait", "gebaar: vliegt", 28, "het gebaar ‘vliegt’ is er niet"),
        ("bij: huis-14.brievenbus", "bij: huis-14.bus", 29, "plek ‘huis-14.bus’ is er niet"),
        ("label: Volle bus", "label: Enge man", 29, "een label zegt wat je ziet; ‘Enge’ is een oordeel"),
        ("{wie: noor, tekst", "{wie: nor, tekst", 34, "persoon ‘nor’ is er niet; bedoel je ‘noor’?"),
        ("Dag Wim.", f"Dag {'w' * 40}.", 34, "past niet op een regel"),
        ("id: deur", "id: straat", 23, "er is al een shot ‘straat’"),
        ("{wie: noor, tekst", "{wie: noor, id: straat-1, tekst", 34, "er is al een regel ‘straat-1’"),
        ("licht: dag", "poster: dear", 3, "shot ‘dear’ is er niet; bedoel je ‘deur’?"),
        ("licht: dag", "poster: deur", 3, "in dit shot verklappen ringen het antwoord; kies een ander beeld"),
        ("    stop: gezien", f"{RING}    stop: gezien", 9, "in het eerste shot staan ringen"),
        ("    hoofdstuk: De ronde\n", "", 9, "geef het eerste shot ook een ‘hoofdstuk:’"),
        ("stop: gezien", "stop: gehoord", 22, "in casus.md staat geen vraag met {#gehoord}"),
        ("    stop: gezien\n", "", 9, "staat geen shot met ‘stop: gezien’"),
        ("soort: kerkklok, op: 0.2", "soort: kerkklok, op: 9", 16, "dit geluid komt na het einde"),
        ("beeld: deur-14", "beeld: deur-14\n    duur: 60", 8, ""),
    ],
)  # fmt: skip
def test_a_name_that_means_nothing_is_told(
    source: str, was: str, becomes: str, line: int, sentence: str
) -> None:
    problems = found(source, was, becomes)
    if sentence:
        assert (line, True) in [(at, sentence in message) for at, message in problems], problems
    else:
        assert problems == []


def test_a_film_without_casus_has_no_questions_to_stop_for(source: str) -> None:
    file = parse(source.encode(), PATH)
    assert ["{#gezien}" in problem.message for problem in review(file, SmallKit(), None)] == [True]


def test_a_long_film_is_advised_against(source: str) -> None:
    shots = "".join(
        f"  - {{id: s{n}, beeld: straat, duur: 60, beschrijving: Een straat met huizen.}}\n" for n in range(4)
    )
    file = parse((source + shots).encode(), PATH)
    assert [
        (p.severity, "seconden; houd het onder 180" in p.message) for p in review(file, SmallKit(), CASE)
    ] == [("let op", True)]
