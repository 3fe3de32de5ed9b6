"""One state of one page, and how to come there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Screen:
    """One state of one page: what it is, the h1 that shows it is there, and how to come there."""

    name: str
    title: str
    endpoint: str
    args: Mapping[str, str] = field(default_factory=dict)
    """Values in braces are ids of the scenery."""
    who: str = ""
    steps: tuple[tuple[str, ...], ...] = ()
    """What to do on the page: the name of a method of Viewer with its arguments."""
    status: int = 200


def fill(label: str, text: str = "") -> tuple[str, ...]:
    return ("fill", label, text)


def press(button: str) -> tuple[str, ...]:
    return ("press", button)


def unfold(words: str) -> tuple[str, ...]:
    return ("unfold", words)


def write(text: str) -> tuple[str, ...]:
    """Type in the one field for text that the page has."""
    return ("write", text)


def swap(button: str) -> tuple[str, ...]:
    """Press what brings something else into the page, without leaving it."""
    return ("swap", button)


def tap(button: str) -> tuple[str, ...]:
    return ("tap", button)


def see(words: str) -> tuple[str, ...]:
    return ("see", words)


CHOOSE = ("choose",)
"""Take the first answer."""
ASK_TOO_OFTEN = ("ask_too_often",)
SIGN_IN_ELSEWHERE = ("become", "learner again")
"""The same person in another tab: forms that are open hold the token of before."""
