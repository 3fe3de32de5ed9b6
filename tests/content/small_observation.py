"""An observation test that is small, complete and free of problems, to put beside the small library."""

from __future__ import annotations

from pathlib import Path

from tests.content.small_library import problems, write

OBSERVATION = "quizzes/wat-was-er.md"

HEAD = """\
---
titel: De straat
soort: proef
duur: 5 minuten
versie: 1
module: straat
tekening: ogen
straatbeeld: straat-overdag
leerdoel: Je merkt wat je invult.
levensfase: oudere
plek: straat
---

"""
STREET = "## De straat {#straat}\n\n" + "Er staat een bank.\n" * 30 + "\n"
ASKED = "## Wat was er? {#uitspraken}\n\n"
STATEMENTS = "".join(
    f"- [{'x' if number % 2 else ' '}] u{number:02}. Ding {number}.\n  > Uitleg {number}.\n"
    for number in range(1, 17)
)
TEXT = HEAD + STREET + ASKED + STATEMENTS


def problems_in(root: Path, text: str) -> str:
    """What an author reads of this observation test, each as “line: sentence”; no other file has any."""
    write(root)
    write(root, {OBSERVATION: text})
    found = problems(root)
    assert [problem for problem in found if not problem.startswith(f"{OBSERVATION}:")] == []
    return "\n".join(problem.removeprefix(f"{OBSERVATION}:") for problem in found)
