"""Video cases: words that are whole, and a film that is the one that belongs to them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.content.checks import check_library
from app.content.library import load_library
from tests.content.small_library import TODAY, write
from tests.content.small_library import problems as problems_of
from tests.film_case import CASE, FOLDER, ID, MANIFEST, SHOTS, STORYBOARD, WORDS, manifest, write_case

BUILD = f"typ ‘pluis media build {ID}’"


def small(text: str) -> str:
    """The case as it fits in the small library."""
    return text.replace("module: wijkveiligheid", "module: straat")


def problems(root: Path, **changes: str) -> list[str]:
    """The problems of the small library with the case in it; only the case has any."""
    write(root)
    write_case(root, {WORDS: small(CASE), **changes})
    return [problem.removeprefix(f"{FOLDER}/") for problem in problems_of(root)]


def line_with(text: str, words: str) -> int:
    return next(number for number, line in enumerate(text.split("\n"), 1) if words in line)


def test_a_good_case_has_no_problems(tmp_path: Path) -> None:
    assert problems(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "at", "sentence"),
    [
        (
            "Samira loopt haar vaste ronde. Bij een boom ligt een fiets.\n",
            "",
            "",
            "vertel boven de eerste vraag in een of twee zinnen wat je gaat zien",
        ),
        (
            "- [x] a. De fiets",
            "- [ ] a. De fiets",
            "Wat heb je",
            "0 antwoorden zijn goed; zet bij precies één antwoord [x]",
        ),
        (
            "  > Dat heb je niet gezien.\n",
            "",
            "b. Iemand",
            "antwoord b heeft geen uitleg; zet eronder een regel met ‘> ’",
        ),
        (
            "### Waarneming {#gezien-waarneming}\n\n- De fiets ligt op zijn kant.\n- Het slot hangt los.\n",
            "",
            "Wat heb je",
            "bij deze vraag ontbreken de waarnemingen; zet eronder ‘### Waarneming {#gezien-waarneming}’",
        ),
        (
            "### Invulling {#doen-invulling}\n\n- Ron heeft iets te verbergen.\n",
            "",
            "Wat zeg je",
            "bij deze vraag ontbreken de invullingen; zet eronder ‘### Invulling {#doen-invulling}’",
        ),
        (
            "- Ron kijkt naar de grond.\n",
            "Ron kijkt naar de grond.\n",
            "doen-waarneming",
            "hier staan nog geen waarnemingen; zet elke op een regel die begint met ‘- ’",
        ),
        (
            "{#doen-invulling}",
            "{#gedaan-invulling}",
            "gedaan-invulling",
            "deze kop hoort bij geen vraag; laat de id eindigen op ‘-waarneming’ of ‘-invulling’",
        ),
        (
            "- Ron kijkt naar de grond.\n",
            "- Ron kijkt naar de grond.\n- [x] a. Ja.\n  > Ja.\n",
            "a. Ja.",
            "antwoorden horen onder een vraag; zet ze onder een kop met ‘##’",
        ),
        (
            "De fiets was van het zusje van Ron. Je kunt bellen met {nummer.politie}.\n",
            "",
            "Na afloop",
            "hier staat nog geen tekst; vertel hoe het afliep",
        ),
        (
            "duur: 2 minuten",
            "duur: kort",
            "duur",
            "‘kort’ kan niet achter ‘duur:’; schrijf bijvoorbeeld ‘12 minuten’",
        ),
        (
            "plek: straat",
            "plek: tuin",
            "plek:",
            "‘tuin’ kan niet achter ‘plek:’; kies uit straat, stoep, binnen, met komma’s ertussen",
        ),
        (
            "{#gezien}",
            "{#gezien taak=sorteren}",
            "{#gezien ",
            "‘taak=’ kennen we hier niet; laat alleen de id staan",
        ),
        (
            "{nummer.politie}",
            "0900-8844",
            "zusje",
            "typ 0900-8844 niet zelf; schrijf {nummer.…}, dan staat het maar op één plek",
        ),
    ],
)
def test_the_words_of_a_case_are_whole(tmp_path: Path, old: str, new: str, at: str, sentence: str) -> None:
    text = small(CASE)
    assert text.count(old) == 1
    text = text.replace(old, new)
    line = line_with(text, at) if at else line_with(text, "rechten") + 2
    found = problems(tmp_path, **{WORDS: text})
    assert f"casus.md:{line}: {sentence}" in found


def test_each_key_of_a_case_must_be_there(tmp_path: Path) -> None:
    text = "\n".join(
        line for line in small(CASE).split("\n") if not line.startswith(("rechten:", "leerdoel:"))
    )
    assert problems(tmp_path, **{WORDS: text}) == [
        "casus.md:1: bovenaan ontbreekt ‘leerdoel:’; zet die regel erbij",
        "casus.md:1: bovenaan ontbreekt ‘rechten:’; zet die regel erbij",
    ]


def test_a_case_asks_two_or_three_questions(tmp_path: Path) -> None:
    start, end = small(CASE).index("## Wat zeg je"), small(CASE).index("## Na afloop")
    text = small(CASE)[:start] + small(CASE)[end:]
    one = json.dumps(manifest(stops=[{"id": "gezien", "at": 5.9}]))
    assert problems(tmp_path, **{WORDS: text, MANIFEST: one}) == [
        "casus.md:12: deze casus heeft 1 vraag; schrijf er 2 of 3"
    ]


@pytest.mark.parametrize("place", ["missing", "in front"])
def test_a_case_ends_with_how_it_went_on(tmp_path: Path, place: str) -> None:
    text = small(CASE)
    at = text.index("## Na afloop")
    head, end = text[:at], text[at:]
    if place == "in front":
        head = head.replace("## Wat heb je", f"{end}\n## Wat heb je")
    sentence = {
        "missing": "casus.md:12: het slot ontbreekt; zet onderaan ‘## Na afloop {#na-afloop}’",
        "in front": "casus.md:15: zet dit slot onderaan, na de laatste vraag",
    }
    assert problems(tmp_path, **{WORDS: head}) == [sentence[place]]


def test_a_case_without_a_film_says_how_to_make_it(tmp_path: Path) -> None:
    write(tmp_path)
    write_case(tmp_path, {WORDS: small(CASE)})
    (tmp_path / MANIFEST).unlink()
    assert problems_of(tmp_path) == [f"{WORDS}:1: deze casus heeft nog geen film; {BUILD}"]


@pytest.mark.parametrize(
    ("text", "line", "why"), [("{\n\n x", 3, "dit is geen JSON"), ("[]", 1, "‘case’ ontbreekt of klopt niet")]
)
def test_a_manifest_that_cannot_be_read_is_named(tmp_path: Path, text: str, line: int, why: str) -> None:
    assert problems(tmp_path, **{MANIFEST: text}) == [
        f"manifest.json:{line}: dit bestand is niet te lezen ({why}); {BUILD}"
    ]


def test_a_film_older_than_its_storyboard_is_named(tmp_path: Path) -> None:
    assert problems(tmp_path, **{STORYBOARD: "decor: plein\n"}) == [
        f"storyboard.yaml:1: de film is ouder dan dit storyboard; {BUILD}"
    ]


def test_a_film_without_its_storyboard_is_named(tmp_path: Path) -> None:
    problems(tmp_path)
    (tmp_path / STORYBOARD).unlink()
    assert problems_of(tmp_path) == [
        f"{MANIFEST}:1: in deze map ontbreekt storyboard.yaml, waar de film van gemaakt is"
    ]


@pytest.mark.parametrize("left", [STORYBOARD, MANIFEST])
def test_a_folder_without_words_is_named(tmp_path: Path, left: str) -> None:
    problems(tmp_path)
    for name in {WORDS, STORYBOARD, MANIFEST} - {left}:
        (tmp_path / name).unlink()
    assert problems_of(tmp_path)[0] == f"{left}:1: in deze map ontbreekt casus.md; maak dat bestand erbij"


@pytest.mark.parametrize(
    ("changes", "key", "sentence"),
    [
        ({"case": "ander"}, "case", f"dit is de film van ‘ander’; {BUILD}"),
        (
            {"shots": [{**SHOTS[0], "still": "stills/weg.webp"}]},
            "",
            f"stills/weg.webp hoort bij de film en ontbreekt; {BUILD}",
        ),
        (
            {"shots": [{**SHOTS[0], "description": " "}]},
            "straat",
            "shot ‘straat’ heeft geen beschrijving; zet haar in storyboard.yaml en bouw opnieuw",
        ),
    ],
)
def test_a_manifest_names_what_belongs_to_the_film(
    tmp_path: Path, changes: dict[str, Any], key: str, sentence: str
) -> None:
    text = json.dumps(manifest(**changes), indent=1)
    line = line_with(text, f'"{key}"') if key else 1
    assert problems(tmp_path, **{MANIFEST: text}) == [f"manifest.json:{line}: {sentence}"]


@pytest.mark.parametrize("name", ["film.mp4", "poster.webp", "ondertiteling.vtt", "stills/boom.webp"])
@pytest.mark.parametrize("what", ["gone", "longer", "other"])
def test_a_file_that_is_not_the_one_that_was_built_is_named(tmp_path: Path, name: str, what: str) -> None:
    problems(tmp_path)
    path, line = tmp_path / FOLDER / name, line_with((tmp_path / MANIFEST).read_text("utf-8"), f'"{name}"')
    data = path.read_bytes()
    if what == "gone":
        path.unlink()
    else:
        path.write_bytes(data + b"x" if what == "longer" else data[:-1] + bytes([data[-1] ^ 1]))
    wrong = "ontbreekt" if what == "gone" else "is veranderd nadat de film gemaakt was"
    found = [str(p) for p in check_library(load_library(tmp_path), TODAY)]
    assert found[0] == f"{MANIFEST}:{line}: {name} {wrong}; {BUILD}"
    assert len(found) == 1


@pytest.mark.parametrize(
    ("stops", "expected"),
    [
        (
            [{"id": "gezien", "at": 5.9}],
            [
                (
                    "casus.md:{doen}: de film stopt niet bij deze vraag; zet ‘stop: doen’ in "
                    "storyboard.yaml en bouw opnieuw"
                )
            ],
        ),
        (
            [{"id": "gezien", "at": 5.9}, {"id": "doen", "at": 8.9}, {"id": "vreemd", "at": 9}],
            [
                (
                    "manifest.json:1: de film stopt bij ‘vreemd’, maar die vraag staat niet in "
                    "casus.md; schrijf haar erbij"
                )
            ],
        ),
        (
            [{"id": "gezien", "at": 8.9}, {"id": "doen", "at": 5.9}],
            ["casus.md:12: de vragen staan hier niet in de volgorde van de film: doen, gezien"],
        ),
    ],
)
def test_questions_and_stops_go_together(
    tmp_path: Path, stops: list[dict[str, Any]], expected: list[str]
) -> None:
    lines = {"doen": line_with(small(CASE), "{#doen}")}
    found = problems(tmp_path, **{MANIFEST: json.dumps(manifest(stops=stops))})
    assert found == [sentence.format(**lines) for sentence in expected]


def test_the_films_of_another_module_and_a_folder_with_an_odd_name_are_named(tmp_path: Path) -> None:
    assert problems(tmp_path, **{WORDS: small(CASE).replace("module: straat", "module: weg")}) == [
        "casus.md:5: module ‘weg’ is er niet; kijk naar de mappen in modules/"
    ]
    write(tmp_path, {"media/Een Map/casus.md": "Hallo"})
    assert "media/Een Map/casus.md:1: noem deze map naar haar id: kleine letters, cijfers en streepjes" in (
        problems_of(tmp_path)
    )


def test_a_film_counts_as_a_situation_of_its_own(tmp_path: Path) -> None:
    assert problems(tmp_path, **{WORDS: small(CASE).replace("plek: straat", "plek: binnen")}) == [
        (
            "casus.md:8: wij komen niet achter de voordeur, en 1 van de 5 situaties spelen binnen; "
            "laat zien wat je vanaf straat of stoep merkt"
        )
    ]
