"""A coach for the report exercise that is small, complete and free of problems."""

from __future__ import annotations

from pathlib import Path

from tests.content.small_library import problems, write

COACH = "quizzes/melden.md"

TEXT = """\
---
titel: Zelf melden
soort: meldcoach
duur: 5 minuten
versie: 1
module: straat
tekening: telefoon
leerdoel: Je vult niets in.
levensfase: kind, jongere
plek: straat
---

Kies een situatie.

## De fiets {#situatie-fiets levensfase=kind plek=straat}

Er ligt een fiets.

**Kind:** “Die is van mij.”

## Wat zag je? {#stap-zien vraagt=waarnemen,tijd}

vraag: Wat zag
of hoorde je?
tip: Nu gevaar? {nummer.112}.
voorbeeld: Ik zag iets.

## Wie hoort het? {#stap-wie vraagt=wie}

vraag: Aan wie?
tip: Kies er één.
voorbeeld: Ik bel de politie.

## Vraag nog iets {#slot}

**Jij:** “Wanneer hoor ik iets?”

## Invulling {#invulling}

Dit vul je in.
Wat zag je?

- vast wel → Je weet het niet.
- dief → Dat staat niet vast.

## Oordeel {#oordeel}

Dit vind je.

- raar → Wat gebeurde er?

## Diagnose {#diagnose}

Dit weet je niet.

- verward → Wat zei hij? Of bel {nummer.politie}.

## Van horen zeggen {#horen-zeggen}

Dit zag je niet.

- ze zeggen → Wie zei het?

## Herkenbaar {#herkenbaar}

Zo herken je iemand.

- {huisnummer} → Laat het weg.
- {postcode} → Laat het weg.
- {kenteken} → Laat het weg.
- {telefoonnummer} → Laat het weg.
- {mailadres} → Laat het weg.
- {naam} → Laat het weg.

## Waarnemen {#waarnemen}

Wat zag je?

- zag → Goed gezien.
- dief → Ook hier.

## Tijd {#tijd}

Wanneer was het?

- gisteren → Goed.
- {tijdstip} → Goed.

## Plek {#plek}

Waar was het?

- stoep → Goed.
- {straatnaam} → Goed.

## Gedaan {#gedaan}

Wat deed je?

- gebeld → Goed.

## Wie {#wie}

Aan wie?

- {nummer.112} → Goed.
- politie → Goed.

## Twijfel {#twijfel}

Dit weet je niet.

- weet het niet → Eerlijk.
"""


def problems_after(root: Path, old: str, new: str) -> str:
    """What a change makes of the problems in this file, each as “line: sentence”; no other file has any."""
    assert TEXT.count(old) == 1, f"{old!r} stands {TEXT.count(old)} times in it"
    write(root)
    write(root, {COACH: TEXT.replace(old, new)})
    found = problems(root)
    assert [problem for problem in found if not problem.startswith(f"{COACH}:")] == []
    return "\n".join(problem.removeprefix(f"{COACH}:") for problem in found)
