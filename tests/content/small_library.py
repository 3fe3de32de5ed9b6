"""A library that is small, complete and free of problems: two lessons, an exercise, an instrument."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from app.content.checks import check_library
from app.content.library import load_library

TODAY = date(2026, 11, 24)

MODULE, LESSON, LAW = (f"modules/1-straat/{name}" for name in ("module.md", "01-kijken.md", "02-mag-dat.md"))
BLOCKS, NUMBERS, CONTACTS, AVOID = (
    f"modules/gedeeld/{name}" for name in ("blokken.md", "nummers.md", "opvolgers.md", "vermijden.md")
)
SCENARIO, INSTRUMENT, EVALUATION = "quizzes/hek.md", "quizzes/vragen.md", "quizzes/terugblik.md"

FILES: Mapping[str, str] = {
    MODULE: """\
---
titel: Op straat
ondertitel: Kijken en melden
versie: 1
tekening: straat
meetinstrument: vragen
evaluatie: terugblik
---

Je loopt een ronde.
""",
    LESSON: """\
---
titel: Goed kijken
duur: 8 minuten
versie: 1
tekening: ogen
kennis: Je kent een feit.
houding: Je twijfelt gerust.
gedrag: Je zegt wat je zag.
levensfase: volwassene
plek: straat
---
## Een busje {#busje}
Het is kwart over tien.

**Wim:** “Zag jij dat?”

[Spoed](blok:spoed)

### Wat schrijf je op? {#opschrijven}

- [x] a. Om 22.10 uur stopte een busje.
  > Dat kun je filmen.
- [ ] b. Hij zocht iets.
  > Dat vul je in.

## Sorteer {#sorteren taak=sorteren bakken=feit,oordeel levensfase=kind plek=stoep}

Lees elke zin.

- [feit] k01. Er lagen drie zakken.
  > Dat kun je tellen.
- [oordeel] k02. Wat een bende.
  > Dat is jouw mening.

## Doen {#doen}

Bel {nummer.112} of praat met {team.contact}.

[Oefening: Het hek](oefening:hek)

Lees [de volgende les](les:mag-dat) of kijk [hier](https://politie.nl).

![Een straat](tekening:straat)
""",
    LAW: """\
---
titel: Mag dat?
duur: 6 minuten
versie: 1
tekening: kaart
kennis: Je kent de regels.
houding: Je bent rustig.
gedrag: Je belt.
recht: ja
gecontroleerd: 2026-11-01
geldig-tot: 2027-11-01
levensfase: volwassene
plek: straat
---
## De regels {#regels}
Vasthouden mag soms.

[Over deze regels](blok:recht)
""",
    BLOCKS: """\
---
titel: Vaste blokken
---

Schrijf `[Blok](blok:spoed)` in een les.

## Spoed? {#spoed}

Bel {nummer.112}.

## Over deze regels {#recht}

Gecontroleerd op {gecontroleerd}, geldig tot {geldig-tot}.
""",
    NUMBERS: """\
---
titel: Nummers
---

- 112. 112 | Nu gevaar | gecontroleerd 2026-11-23 | politie.nl
- politie. 0900-8844 | Geen spoed | gecontroleerd 2026-11-23 | politie.nl
""",
    CONTACTS: """\
---
titel: Opvolgers
---

- team.contact. je coördinator
- opvolger.wijkagent. je wijkagent | Overlast op straat | Vertel wat je zag.
- opvolger.meldpunt. het meldpunt
""",
    AVOID: """\
---
titel: Vermijden
---

- dader → de man die…
- verwarde man → iemand met onbegrepen gedrag
""",
    SCENARIO: """\
---
titel: Het hek
soort: oefening
duur: 4 minuten
versie: 1
module: straat
tekening: deur
leerdoel: Je vraagt eerst.
levensfase: jongere
plek: straat
reflectie: Wat doe jij?
---

## Een jongen {#jongen}

Hij klimt over een hek.

- [x] a. Ik groet hem. → praten
  gevolg: Hij lacht.
  > Zo begint een gesprek.
  punten: CON+2
- [ ] b. Ik pak hem vast. → boos
  gevolg: Hij trekt zich los.
  > Dat mag niet.
  punten: CON-2 BEV-1
  kritiek: Je brengt jezelf in gevaar.

## Je praat {#praten}

Zijn bal ligt daar.

- [x] a. Ik wacht even. → einde-goed
  gevolg: Hij klimt terug.
  > Jij ziet dat het klopt.
  punten: WZO+1
- [~] b. Ik loop door. → einde-weg
  gevolg: Hij zwaait.
  > Dat kan ook.
  punten: WZO+0

## Hij is boos {#boos}

Hij roept.

- [x] a. Ik doe een stap terug. → einde-weg
  gevolg: Het wordt stil.
  > Afstand helpt.
  punten: VEI+1
- [ ] b. Ik roep terug. → einde-weg
  gevolg: Hij roept harder.
  > Nu maken jullie ruzie.
  punten: VEI-1

## Einde: de bal {#einde-goed}

Hij bedankt je.

## Einde: weg {#einde-weg}

De straat is leeg.
""",
    INSTRUMENT: """\
---
titel: Vragen
soort: meetinstrument
module: straat
versie: 1
metingen: t0, t1
---

## Kennis, vorm A {#kennis-a vorm=a score=som}

### Wat mag je? {#k01a thema=recht}

- [ ] a. Alles.
- [x] b. Bellen.
- [?] c. Dat weet ik niet

> Bellen mag altijd.

## Kennis, vorm B {#kennis-b vorm=b score=som}

### Wat mag je niet? {#k01b thema=recht}

- [x] a. Slaan.
- [ ] b. Kijken.
- [?] c. Dat weet ik niet

> Slaan mag nooit.

## Houding {#houding antwoorden=eens score=gemiddelde minimaal=2}

Wat vind jij?

- h01. Ik kijk eerst.
- (omgekeerd) h02. Ik oordeel snel.

## Gedrag {#gedrag meting=t0,t2 antwoorden=eens score=som}

- g01. Ik liep een ronde.

## Antwoorden {#eens}

- 1. Oneens
- 2. Eens
- 9. Liever geen antwoord (geen score)
""",
    EVALUATION: """\
---
titel: Terugblik
soort: evaluatie
module: straat
versie: 1
metingen: t1
---

## In je eigen woorden {#eigen-woorden}

- (open) e01. Wat neem je mee?
""",
}


def write(root: Path, changes: Mapping[str, str] = FILES) -> None:
    """Write these files below ``root``, whatever else is there."""
    for name, text in changes.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")


def with_change(root: Path, file: str, old: str, new: str) -> Path:
    """The small library with one change in one file, where ``old`` stands once."""
    assert FILES[file].count(old) == 1, f"{old!r} stands {FILES[file].count(old)} times in {file}"
    write(root)
    write(root, {file: FILES[file].replace(old, new)})
    return root


def problems(root: Path, today: date = TODAY) -> list[str]:
    """All problems of the library below ``root`` as an author reads them."""
    found = sorted(check_library(load_library(root), today))
    return [f"{problem}{'' if problem.severity == 'fout' else f' ({problem.severity})'}" for problem in found]


def problems_after(root: Path, file: str, old: str, new: str) -> str:
    """What a change makes of the problems in that file, each as “line: sentence”; no other file has any."""
    found = problems(with_change(root, file, old, new))
    assert [problem for problem in found if not problem.startswith(f"{file}:")] == []
    return "\n".join(problem.removeprefix(f"{file}:") for problem in found)
