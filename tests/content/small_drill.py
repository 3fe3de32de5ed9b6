"""A drill that is small, complete and free of problems: ten cases, in the module of the small library."""

from __future__ import annotations

from pathlib import Path

from tests.content.small_library import problems, write

DRILL = "quizzes/groeten.md"
HEAD = """\
---
titel: Groeten
soort: rondje
versie: 1
module: straat
tekening: fiets
leerdoel: Je groet eerst.
vraag: Wat doe je?
---

Een groet kost niets.

"""
FIRST = """\
## De ladder {#ladder levensfase=jongere plek=straat}

Een jongen draagt een ladder.

- [x] a. Ik groet hem.
  > Zo begin je altijd.
- [~] b. Ik knik.
  > Dat mag ook.
- [ ] c. Ik bel {nummer.politie}.
  > Daar is geen reden voor.

"""
ANOTHER = """\
## Nummer {n} {{#nummer-{n} levensfase=volwassene plek=stoep}}

Hier zit nummer {n}.

- [ ] a. Ik loop door.
  > Een groet is leuker.
- [x] b. Ik zeg hallo.
  > Zo hoort het.

"""
TEXT = HEAD + FIRST + "".join(ANOTHER.format(n=n) for n in range(2, 11))


def problems_of_drill(root: Path, old: str = "", new: str = "") -> str:
    """What a change makes of the problems in the drill, each as “line: sentence”; no other file has any."""
    assert not old or TEXT.count(old) == 1, f"{old!r} stands {TEXT.count(old)} times in the drill"
    write(root)
    write(root, {DRILL: TEXT.replace(old, new) if old else TEXT})
    found = problems(root)
    assert [problem for problem in found if not problem.startswith(f"{DRILL}:")] == []
    return "\n".join(problem.removeprefix(f"{DRILL}:") for problem in found)
