"""Codes that people read from paper and type: few look-alikes, and a typing error is noticed at once.

The alphabet has 23 symbols, a prime.  The last symbol is a weighted sum modulo 23, which catches every
single wrong symbol and every swap of two neighbours.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

ALPHABET = "234679BCDFGHJKMNPRTVWXZ"

INVITATION_LENGTH = 8
CARD_LENGTH = 12
"""Eleven free symbols are about 50 bits: a card can't be guessed."""
CERTIFICATE_LENGTH = 12


def new(length: int) -> str:
    """A random code of ``length`` symbols, check symbol included."""
    free = "".join(secrets.choice(ALPHABET) for _ in range(length - 1))
    return free + _check_symbol(free)


def derived(key: bytes, message: str, length: int) -> str:
    """The code that belongs to a message under a key: it can be shown again without being stored."""
    number = int.from_bytes(hmac.new(key, message.encode(), hashlib.sha256).digest(), "big")
    symbols = []
    for _ in range(length - 1):
        number, rest = divmod(number, len(ALPHABET))
        symbols.append(ALPHABET[rest])
    free = "".join(symbols)
    return free + _check_symbol(free)


def normalised(typed: str) -> str:
    """What was meant: capitals, without spaces, dashes and dots."""
    return "".join(c for c in typed.upper() if c not in " -.–—\t\r\n\u00a0")


def is_well_formed(code: str, length: int) -> bool:
    """Whether the symbols and the check symbol are right; says nothing about existence."""
    return len(code) == length and set(code) <= set(ALPHABET) and _check_symbol(code[:-1]) == code[-1]


def grouped(code: str) -> str:
    """As printed: groups of four."""
    return "-".join(code[i : i + 4] for i in range(0, len(code), 4))


def hashed(secret: str) -> str:
    """What is stored of a secret with enough randomness of its own."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _check_symbol(free: str) -> str:
    total = sum(weight * ALPHABET.index(c) for weight, c in enumerate(free, start=2))
    return ALPHABET[-total % len(ALPHABET)]
