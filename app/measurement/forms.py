"""Which form of the knowledge questions somebody gets: A, then B, or the other way round."""

from __future__ import annotations

from hashlib import sha256

FORMS = ("a", "b")
WAVES = ("t0", "t1", "t2")


def form_for(subject: str, wave: str) -> str:
    """Half of the people get A-B-A over the three waves, the other half B-A-B.

    Which half follows from the pseudonym, so every device and every year gives the same form.
    Nobody sees an item twice in a row, and over people both forms stand before and after: what
    is measured is learning, not remembering.
    """
    first = sha256(f"form:{subject}".encode()).digest()[0] % 2
    return FORMS[(first + WAVES.index(wave)) % 2]
