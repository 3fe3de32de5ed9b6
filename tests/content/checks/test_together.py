"""How files belong together, and where they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.small_library import (
    BLOCKS,
    EVALUATION,
    FILES,
    INSTRUMENT,
    LAW,
    LESSON,
    MODULE,
    NUMBERS,
    SCENARIO,
    problems,
    problems_after,
    write,
)

AS_IT_IS = ("", "")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "meetinstrument: vragen",
            "meetinstrument: vraag",
            "6: meetinstrument ‘vraag’ is er niet in quizzes/; maak het of verander de naam",
        ),
        (
            "meetinstrument: vragen",
            "meetinstrument: terugblik",
            "6: meetinstrument ‘terugblik’ is er niet in quizzes/; maak het of verander de naam",
        ),
        (
            "meetinstrument: vragen",
            "meetinstrument: hek",
            "6: meetinstrument ‘hek’ is er niet in quizzes/; maak het of verander de naam",
        ),
        (
            "evaluatie: terugblik",
            "evaluatie: vragen",
            "7: evaluatie ‘vragen’ is er niet in quizzes/; maak het of verander de naam",
        ),
    ],
)
def test_a_module_names_its_instruments(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert problems_after(tmp_path, MODULE, old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("module: straat", "module: wijk", "6: module ‘wijk’ is er niet; kijk naar de mappen in modules/"),
    ],
)
def test_an_exercise_is_in_a_module(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert problems_after(tmp_path, SCENARIO, old, new) == expected


@pytest.mark.parametrize(
    ("gone", "expected"),
    [
        (
            [LESSON, LAW],
            [f"{MODULE}:1: deze module heeft nog geen les; maak een bestand als ‘01-eerste-les.md’"],
        ),
        (
            [MODULE],
            [
                f"{LESSON}:1: in deze map ontbreekt module.md; maak dat bestand erbij",
                f"{LAW}:1: in deze map ontbreekt module.md; maak dat bestand erbij",
                f"{SCENARIO}:6: module ‘straat’ is er niet; kijk naar de mappen in modules/",
                f"{EVALUATION}:4: module ‘straat’ is er niet; deze vragen worden nog niet gesteld (let op)",
                f"{INSTRUMENT}:4: module ‘straat’ is er niet; deze vragen worden nog niet gesteld (let op)",
            ],
        ),
        ([SCENARIO], [f"{LESSON}:39: oefening ‘hek’ is er niet"]),
        (
            [NUMBERS],
            [
                f"{LESSON}:37: ‘112’ staat niet in modules/gedeeld/nummers.md",
                f"{BLOCKS}:9: ‘112’ staat niet in modules/gedeeld/nummers.md",
            ],
        ),
    ],
)
def test_a_file_that_is_gone_is_missed(tmp_path: Path, gone: list[str], expected: list[str]) -> None:
    write(tmp_path)
    for name in gone:
        (tmp_path / name).unlink()
    assert problems(tmp_path) == expected


@pytest.mark.parametrize(
    ("name", "original", "change", "expected"),
    [
        ("modules/1-straat/notities.txt", LESSON, AS_IT_IS, ""),
        (
            "modules/2-straat/module.md",
            MODULE,
            AS_IT_IS,
            (
                "1: de id ‘straat’ heeft modules/1-straat/module.md ook; geef dit bestand een andere\n"
                "1: deze module heeft nog geen les; maak een bestand als ‘01-eerste-les.md’"
            ),
        ),
        (
            "modules/2-wijk/module.md",
            MODULE,
            AS_IT_IS,
            (
                "1: deze module heeft nog geen les; maak een bestand als ‘01-eerste-les.md’\n"
                "6: ‘vragen’ zegt dat het bij module ‘straat’ hoort; maak die twee gelijk\n"
                "7: ‘terugblik’ zegt dat het bij module ‘straat’ hoort; maak die twee gelijk"
            ),
        ),
        (
            "modules/1-wijk/module.md",
            MODULE,
            ("meetinstrument: vragen\nevaluatie: terugblik\n", ""),
            (
                "1: deze module heeft nog geen les; maak een bestand als ‘01-eerste-les.md’\n"
                "1: nummer 1 heeft modules/1-straat/module.md ook; geef dit een ander"
            ),
        ),
        (
            "modules/wijk/module.md",
            MODULE,
            AS_IT_IS,
            "1: noem deze map naar haar nummer en id, zoals ‘1-wijkveiligheid’",
        ),
        (
            "modules/1-straat/3-zien.md",
            LESSON,
            AS_IT_IS,
            "1: noem dit bestand naar zijn nummer en id, zoals ‘03-let-op-gedrag.md’",
        ),
        (
            "modules/1-straat/README.md",
            LESSON,
            AS_IT_IS,
            "1: noem dit bestand naar zijn nummer en id, zoals ‘03-let-op-gedrag.md’",
        ),
        (
            "quizzes/README.md",
            SCENARIO,
            AS_IT_IS,
            "1: noem dit bestand naar zijn id: kleine letters, cijfers en streepjes, en dan .md",
        ),
        (
            "quizzes/spel.md",
            SCENARIO,
            ("soort: oefening", "soort: spel"),
            (
                "3: soort ‘spel’ kennen we niet; "
                "kies uit oefening, rondje, proef, meldcoach, meetinstrument, evaluatie"
            ),
        ),
        (
            "quizzes/spel.md",
            SCENARIO,
            ("soort: oefening\n", ""),
            (
                "1: bovenaan ontbreekt ‘soort:’; "
                "kies uit oefening, rondje, proef, meldcoach, meetinstrument, evaluatie"
            ),
        ),
        (
            "quizzes/later.md",
            INSTRUMENT,
            ("module: straat", "module: later"),
            "4: module ‘later’ is er niet; deze vragen worden nog niet gesteld (let op)",
        ),
    ],
)
def test_a_file_that_comes_along_has_its_own_place(
    tmp_path: Path, name: str, original: str, change: tuple[str, str], expected: str
) -> None:
    write(tmp_path)
    write(tmp_path, {name: FILES[original].replace(*change)})
    assert problems(tmp_path) == [f"{name}:{line}" for line in expected.splitlines()]
