"""The report exercise: every list is there, every line of it can be read, and every word has its why."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.small_coach import COACH, TEXT, problems_after
from tests.content.small_library import problems, write


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "- raar → Wat gebeurde er?",
            "- raar →",
            "50: ‘raar’ heeft geen uitleg; schrijf hem als ‘- woord → waarom’",
        ),
        (
            "- raar → Wat gebeurde er?",
            "- raar",
            "50: ‘raar’ heeft geen uitleg; schrijf hem als ‘- woord → waarom’",
        ),
        (
            "- raar → Wat gebeurde er?",
            "- raar -> Wat gebeurde er?",
            "50: deze regel is niet te lezen; schrijf hem als ‘- woord → waarom’",
        ),
        (
            "- raar → Wat gebeurde er?",
            "-raar → Wat gebeurde er?",
            "50: deze regel is niet te lezen; schrijf hem als ‘- woord → waarom’",
        ),
        (
            "- raar → Wat gebeurde er?",
            "- a. raar",
            "50: deze regel is niet te lezen; schrijf hem als ‘- woord → waarom’",
        ),
        (
            "- raar → Wat gebeurde er?",
            "- a.u.b. → Wat gebeurde er?",
            "50: ‘a.u.b.’ wordt zo nooit gevonden; zet er alleen woorden, met spaties ertussen",
        ),
        ("- raar → Wat", "- Dief → Wat", "50: ‘Dief’ staat ook op regel 44; haal er één weg"),
        ("- raar → Wat", "- vast  wel → Wat", "50: ‘vast  wel’ staat ook op regel 43; haal er één weg"),
        (
            "- raar → Wat gebeurde er?",
            "- raar → Wat gebeurde er?\n- {postcode} → Weg.",
            "51: ‘{postcode}’ kennen we hier niet; haal die regel weg",
        ),
        (
            "- {naam} → Laat",
            "- {naam} → Laat het weg.\n- {schoen} → Laat",
            (
                "74: ‘{schoen}’ kennen we hier niet; kies uit {huisnummer}, {postcode}, {kenteken}, "
                "{telefoonnummer}, {mailadres}, {naam}"
            ),
        ),
        (
            "- {tijdstip} → Goed.\n",
            "",
            "82: hier ontbreekt ‘- {tijdstip} → waarom’; zonder die regel let de coach er niet op",
        ),
        ("- gebeld → Goed.\n", "", "96: in deze lijst staat niets; schrijf regels als ‘- woord → waarom’"),
        (
            "Dit vind je.\n",
            "",
            "46: zeg boven de woorden in één of twee zinnen wat de vrijwilliger moet weten",
        ),
        ("→ Wie zei het?", "→ Wie was de dader?", "62: vermijd ‘dader’; schrijf liever: de man die…"),
    ],
)
def test_every_line_of_a_list_can_be_used(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert problems_after(tmp_path, old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "## Twijfel {#twijfel}",
            "## Twijfel {#twijfels}",
            (
                "12: de lijst ‘twijfel’ ontbreekt; maak een kop met {#twijfel} en regels als "
                "‘- woord → waarom’\n"
                "109: ‘twijfels’ is geen lijst, situatie of stap; bedoel je ‘twijfel’?"
            ),
        ),
        (
            "{#situatie-fiets levensfase=kind plek=straat}",
            "{#fiets}",
            (
                "12: er is nog geen situatie; maak een kop met een id als {#situatie-fiets}\n"
                "15: ‘fiets’ is geen lijst, situatie of stap; begin de id met ‘situatie-’ of ‘stap-’"
            ),
        ),
        (
            "{#slot}",
            "{#situatie-slot}",
            "12: het slot ontbreekt; maak een kop met {#slot} en de vraag om mee af te sluiten",
        ),
        (
            "Er ligt een fiets.\n\n**Kind:** “Die is van mij.”\n",
            "",
            "15: deze situatie heeft geen tekst; vertel wat er te zien en te horen is",
        ),
        (
            "Er ligt een fiets.",
            "Er ligt een fiets. " * 30,
            "15: deze situatie heeft 125 woorden; houd het onder 100",
        ),
        ("vraag: Aan wie?\n", "", "28: deze stap heeft geen ‘vraag:’; zet die regel erbij"),
        ("tip: Kies er één.\n", "tip:\n", "28: deze stap heeft geen ‘tip:’; zet die regel erbij"),
        (
            "{#stap-wie vraagt=wie}",
            "{#stap-wie}",
            (
                "28: deze stap vraagt nergens om; zet achter de id ‘vraagt=’ met een van "
                "waarnemen, tijd, plek, gedaan, wie"
            ),
        ),
        (
            "{#stap-wie vraagt=wie}",
            "{#stap-wie vraagt=wie,oordeel}",
            "28: vraagt ‘oordeel’ kennen we niet; kies uit waarnemen, tijd, plek, gedaan, wie",
        ),
        (
            "vraagt=wie}",
            "vraagt=wie bakken=a}",
            "28: ‘bakken=’ kennen we hier niet; hier kan levensfase of plek of vraagt",
        ),
        ("module: straat", "module: weg", "6: module ‘weg’ is er niet; kijk naar de mappen in modules/"),
        (
            "voorbeeld: Ik zag iets.",
            "voorbeeld: Bel 0900-8844.",
            "26: typ 0900-8844 niet zelf; schrijf {nummer.…}, dan staat het maar op één plek",
        ),
    ],
)
def test_everything_that_a_volunteer_needs_is_there(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    assert problems_after(tmp_path, old, new) == expected


def test_a_coach_without_mistakes_has_none(tmp_path: Path) -> None:
    write(tmp_path)
    write(tmp_path, {COACH: TEXT})
    assert problems(tmp_path) == []


def test_without_steps_there_is_no_exercise(tmp_path: Path) -> None:
    text = TEXT.replace("{#stap-zien", "{#situatie-zien").replace("{#stap-wie", "{#situatie-wie")
    write(tmp_path)
    write(tmp_path, {COACH: text})
    message = "12: er is nog geen stap; maak een kop met een id als {#stap-fiets}"
    assert problems(tmp_path) == [f"{COACH}:{message}"]


def test_there_is_one_coach(tmp_path: Path) -> None:
    write(tmp_path)
    write(tmp_path, {COACH: TEXT, "quizzes/nog-een.md": TEXT})
    message = f"er is al een meldcoach, {COACH}; maak er één bestand van"
    assert problems(tmp_path) == [f"quizzes/nog-een.md:3: {message}"]
