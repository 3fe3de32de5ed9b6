"""Scenarios: every scene is reached, every way ends, every choice says what comes of it and why."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from tests.content.small_library import FILES, SCENARIO, problems, problems_after, write

AFTER = "  gevolg: Het wordt stil.\n  > Afstand helpt.\n  punten: VEI+1\n"


def _step(id: str, following: str) -> str:
    return (
        f"## Stap {{#{id}}}\n\nJe loopt.\n\n"
        f"- [x] a. Verder. → {following}\n  gevolg: Stil.\n  > Goed.\n  punten: CON+1\n"
        "- [ ] b. Weg. → einde-weg\n  gevolg: Stil.\n  > Jammer.\n  punten: CON-1\n\n"
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("- [~] b. Ik loop", "- b. Ik loop", "36: keuze b mist [x], [~] of [ ]"),
        ("- [~] b. Ik loop", "- [?] b. Ik loop", "36: keuze b mist [x], [~] of [ ]"),
        ("  > Zo begint een gesprek.\n", "", "18: keuze a heeft geen uitleg; zet eronder een regel met ‘> ’"),
        ("  gevolg: Hij lacht.\n", "", "18: keuze a zegt niet wat er gebeurt; zet eronder ‘gevolg: …’"),
        ("  punten: CON+2\n", "", "18: keuze a geeft geen punten; zet eronder bijvoorbeeld ‘punten: CON+1’"),
        (
            "punten: CON+2",
            "punten: ABC+2",
            "21: keuze a geeft punten voor ‘ABC’; kies uit WZO, VEI, BEV, MEL, CON",
        ),
        (
            "punten: CON+2",
            "punten: CON+3 WZO-4",
            (
                "21: keuze a geeft +3 voor CON; blijf tussen -2 en +2\n"
                "21: keuze a geeft -4 voor WZO; blijf tussen -2 en +2"
            ),
        ),
        (
            "  kritiek: Je brengt jezelf in gevaar.\n",
            "",
            "13: geen enkele keuze heeft ‘kritiek:’; zet dat bij de keuze die mensen in gevaar brengt",
        ),
    ],
)
def test_a_choice_is_complete(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert problems_after(tmp_path, SCENARIO, old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "Hij klimt over een hek.\n",
            "",
            "14: deze scène heeft geen tekst; vertel wat er te zien en te horen is",
        ),
        (
            "## Einde: weg {#einde-weg}",
            "## Klaar {#einde-weg}",
            "58: deze scène heeft geen keuzes; zet ze erbij, of begin de kop met ‘Einde: ’",
        ),
        (
            "## Hij is boos {#boos}",
            "## Einde: boos {#boos}",
            "41: een einde heeft geen keuzes; haal ze weg of geef de kop een andere naam",
        ),
        (
            (
                "- [ ] b. Ik roep terug. → einde-weg\n  gevolg: Hij roept harder.\n"
                "  > Nu maken jullie ruzie.\n  punten: VEI-1\n"
            ),
            "",
            "41: één keuze is geen keuze; schrijf er minstens twee",
        ),
    ],
)
def test_a_scene_is_complete(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert problems_after(tmp_path, SCENARIO, old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "Ik loop door. → einde-weg",
            "Ik loop door.",
            "36: keuze b leidt nergens heen; zet erachter ‘→ scène’",
        ),
        (
            "Ik loop door. → einde-weg",
            "Ik loop door. → einde-wegg",
            "36: keuze b wijst naar scène ‘einde-wegg’, maar die is er niet",
        ),
        (
            "Ik wacht even. → einde-goed",
            "Ik wacht even. → einde-weg",
            "54: scène ‘einde-goed’ is vanaf het begin niet te bereiken",
        ),
        (
            "Ik pak hem vast. → boos",
            "Ik pak hem vast. → praten",
            "41: scène ‘boos’ is vanaf het begin niet te bereiken",
        ),
        (
            "Ik loop door. → einde-weg",
            "Ik loop door. → jongen",
            "14: een weg komt terug bij een scène die al geweest is; laat elke weg vooruit gaan",
        ),
        (
            f"Ik doe een stap terug. → einde-weg\n{AFTER}- [ ] b. Ik roep terug. → einde-weg",
            f"Ik doe een stap terug. → boos\n{AFTER}- [ ] b. Ik roep terug. → boos",
            (
                "14: een weg komt terug bij een scène die al geweest is; laat elke weg vooruit gaan\n"
                "41: vanuit scène ‘boos’ is geen einde te bereiken"
            ),
        ),
        (
            "Ik pak hem vast. → boos",
            "Ik pak hem vast. → einde-weg",
            (
                "14: de kortste weg heeft 2 scènes; maak elke weg minstens 3 lang\n"
                "41: scène ‘boos’ is vanaf het begin niet te bereiken"
            ),
        ),
        (
            "## Einde: de bal {#einde-goed}\n",
            "".join(_step(*ids) for ids in pairwise(["einde-goed", "c", "d", "e", "einde-weg"])),
            "14: de langste weg heeft 7 scènes; houd elke weg op hoogstens 6",
        ),
    ],
)
def test_every_way_leads_from_the_start_to_an_end(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert problems_after(tmp_path, SCENARIO, old, new) == expected


def test_a_lot_of_ways_are_not_walked_one_by_one(tmp_path: Path) -> None:
    write(tmp_path)
    scenes = "".join(
        f"## Stap {{#s{n}}}\n\nJe loopt.\n\n"
        + "".join(f"- [x] {code}. Verder. → s{n + 1}\n" for code in "abcd")
        + "\n"
        for n in range(1000)
    )
    head = FILES[SCENARIO].partition("## ")[0]
    write(tmp_path, {SCENARIO: f"{head}{scenes}## Einde: thuis {{#s1000}}\n\nThuis.\n"})
    long = "de langste weg heeft 1001 scènes; houd elke weg op hoogstens 6"
    assert f"{SCENARIO}:14: {long}" in problems(tmp_path)
