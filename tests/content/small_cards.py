"""Two cards that go with the small library: one with all there is on a card, one about the law."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.content.small_library import problems, write

CARD, LEGAL_CARD = "modules/kaarten/looplijst.md", "modules/kaarten/rechten.md"

CARDS: Mapping[str, str] = {
    CARD: """\
---
titel: Looplijst
versie: 1
volgorde: 2
tekening: vest
vel: liggend
waarvoor: Voor in je zak.
---

## Wat zie je? {#voorkant kolommen=2}

Kijk goed.

### Buiten

#### Zien

- De post puilt uit

### Wie volgt op?

- **Wie:** {wie.wijkagent}

---

Bel {nummer.112}.

## Wat zeg je? {#achterkant opmaak=route}

### Wat zag je?

{lijn}

### Wat nu?

> Bel met {team.contact}. {vakje}
""",
    LEGAL_CARD: """\
---
titel: Rechten
versie: 1
volgorde: 1
tekening: kaart
vel: staand
waarvoor: Kijk het na.
recht: ja
gecontroleerd: 2026-11-01
geldig-tot: 2027-11-01
---

## Dit mag {#voorkant}

Vragen mag.

## Dit niet {#achterkant}

Slaan mag niet.
""",
}


def problems_with_cards(root: Path, file: str = CARD, old: str = "", new: str = "") -> str:
    """What a change in one card makes of the problems in it, each as “line: sentence”; others have none."""
    text = CARDS[file]
    assert text.count(old) == 1 or not old, f"{old!r} stands {text.count(old)} times in {file}"
    write(root)
    write(root, {**CARDS, file: text.replace(old, new)})
    found = problems(root)
    assert [problem for problem in found if not problem.startswith(f"{file}:")] == []
    return "\n".join(problem.removeprefix(f"{file}:") for problem in found)
