"""Rate limits in memory: token buckets per action and per key.

A whole class shares one address, so what is limited per address is generous; what is strict is counted
per browser or per account.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock
from time import monotonic

from flask import current_app, request, session

from app.errors import TooMany

MOST_BUCKETS = 20_000
"""Above this the oldest half is forgotten: a limiter must not become a way to fill the memory."""


@dataclass(frozen=True)
class Limit:
    """At most ``size`` at once, refilled evenly over ``seconds``."""

    size: int
    seconds: float


LIMITS: Mapping[str, Limit] = {
    "code of a browser": Limit(10, 60),
    "code of an address": Limit(120, 60),
    "code of everybody": Limit(600, 60),
    "password of an account": Limit(10, 900),
    "password of an address": Limit(100, 600),
    "mail of an account": Limit(3, 900),
    "mail of an address": Limit(60, 3600),
    "answer of a person": Limit(240, 60),
    "print of a person": Limit(60, 60),
    "join of an address": Limit(60, 60),
}


@dataclass
class Throttle:
    """The buckets of one process."""

    buckets: dict[tuple[str, str], tuple[float, float]] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def take(self, action: str, key: str, now: float) -> bool:
        """Take one from the bucket; False when it is empty."""
        limit = LIMITS[action]
        with self.lock:
            left, then = self.buckets.pop(
                (action, key), (float(limit.size), now)
            )  # and back in as the newest
            left = min(limit.size, left + (now - then) * limit.size / limit.seconds)
            allowed = left >= 1
            self.buckets[action, key] = (left - 1 if allowed else left, now)
            if len(self.buckets) > MOST_BUCKETS:
                self._forget_oldest()
        return allowed

    def _forget_oldest(self) -> None:
        for key in list(self.buckets)[: MOST_BUCKETS // 2]:
            del self.buckets[key]


def limit(action: str, key: str = "") -> None:
    """Count one action.  Raises TooMany."""
    throttle: Throttle = current_app.extensions["throttle"]
    if not throttle.take(action, key, monotonic()):
        raise TooMany


def limit_guessing() -> None:
    """Typed codes: strict for one browser, roomy for a class on one address, bounded for all."""
    limit("code of everybody")
    limit("code of an address", here())
    limit("code of a browser", browser())


def here() -> str:
    return request.remote_addr or ""


def browser() -> str:
    """This browser, as far as it keeps its cookie; without one the address is all there is."""
    return str(session.get("csrf_token") or here())
