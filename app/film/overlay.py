"""What is laid over the picture: a title, and rings with a number and a label around what can be seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from app.film.motion import eased
from app.film.raster import width_of, words
from app.film.stage import HEIGHT, WIDTH, Area, Decor, Frame
from app.film.storyboard import Mark, Title

INK, PAPER, YELLOW = "#12283a", "#ffffff", "#ffd34d"
EDGE = 24
PILL = 50
TITLE_IN, TITLE_OUT = 0.5, 0.4
TITLE_STAYS = 5.0
RADIUS = 30.0
MARK_IN = 0.4
SMALLEST_RING = 30.0


class Ring(NamedTuple):
    """A ring in the picture, and where its label stands."""

    x: float
    y: float
    radius: float
    pill: Area


def title(card: Title) -> str:
    """A dark plate at the top left."""
    width = 76 + max(width_of(card.title, 34, bold=True), width_of(card.below or "", 25))
    height = 112 if card.below else 76
    below = words(card.below, 88, 136, 25, "#dce8f0") if card.below else ""
    return (
        f'<rect x="48" y="44" width="{width:.0f}" height="{height}" rx="10" fill="{INK}" fill-opacity=".93"/>'
        f'<rect x="48" y="44" width="12" height="{height}" rx="6" fill="{YELLOW}"/>'
        f"{words(card.title, 88, 96 if card.below else 94, 34, PAPER, bold=True)}{below}"
    )


def title_share(time: float, seconds: float) -> float:
    """How far the title is there: it fades in and, in a long shot, out."""
    coming = eased(time / TITLE_IN)
    return coming * (1 - eased((time - TITLE_STAYS) / TITLE_OUT)) if seconds > TITLE_STAYS + 1.5 else coming


def point_of(mark: Mark, decor: Decor) -> tuple[float, float, float]:
    """Where a mark points, and the radius of its ring, in units of the decor."""
    if isinstance(mark.at, str):
        x, y, radius = decor.spots[mark.at]
        return x, y, mark.radius or radius
    return mark.at[0], mark.at[1], mark.radius or RADIUS


def rings(marks: Sequence[Mark], view: Frame, decor: Decor) -> tuple[Ring, ...]:
    """Rings for a view, with labels that cover neither one another nor, if it can be, another ring."""
    places = [_in_view(point_of(mark, decor), view) for mark in marks]
    taken = [Area(x - r, y - r, x + r, y + r) for x, y, r in places]
    found = []
    for mark, (x, y, radius) in zip(marks, places, strict=True):
        width = 58 + width_of(mark.label, 26, bold=True) + 22
        pill = min(_pills(x, y, radius, width), key=lambda area: _cost(area, taken))
        taken.append(pill)
        found.append(Ring(x, y, radius, pill))
    return tuple(found)


def _in_view(place: tuple[float, float, float], view: Frame) -> tuple[float, float, float]:
    x, y, radius = place
    return (x - view.x) * view.scale, (y - view.y) * view.scale, max(SMALLEST_RING, radius * view.scale)


def _pills(x: float, y: float, radius: float, width: float) -> list[Area]:
    """Above, below, right and left of the ring, in order of preference, and inside the picture."""
    places = [
        (x - width / 2, y - radius - PILL - 10),
        (x - width / 2, y + radius + 10),
        (x + radius + 10, y - PILL / 2),
        (x - radius - 10 - width, y - PILL / 2),
    ]
    kept = [
        (min(WIDTH - EDGE - width, max(EDGE, left)), min(HEIGHT - EDGE - PILL, max(EDGE, top)))
        for left, top in places
    ]
    return [Area(left, top, left + width, top + PILL) for left, top in kept]


def _cost(pill: Area, taken: Sequence[Area]) -> float:
    covered = 0.0
    for area in taken:
        across = min(pill.right, area.right) - max(pill.left, area.left)
        down = min(pill.bottom, area.bottom) - max(pill.top, area.top)
        covered += max(0.0, across) * max(0.0, down)
    return covered


def ring_svg(ring: Ring, number: int, label: str, since: float) -> str:
    """A ring that closes in on its place, with its number and label."""
    share = eased(since / MARK_IN)
    radius = ring.radius * (1.25 - 0.25 * share)
    pill, middle = ring.pill, (ring.pill.top + ring.pill.bottom) / 2
    return (
        f'<g opacity="{share:.2f}">'
        f'<circle cx="{ring.x:.1f}" cy="{ring.y:.1f}" r="{radius:.1f}" fill="none" stroke="{INK}" '
        f'stroke-opacity=".7" stroke-width="11"/>'
        f'<circle cx="{ring.x:.1f}" cy="{ring.y:.1f}" r="{radius:.1f}" fill="none" stroke="{YELLOW}" '
        f'stroke-width="6"/>'
        f'<rect x="{pill.left:.1f}" y="{pill.top:.1f}" width="{pill.right - pill.left:.1f}" height="{PILL}" '
        f'rx="{PILL / 2}" fill="{INK}"/>'
        f'<circle cx="{pill.left + 27:.1f}" cy="{middle:.1f}" r="18" fill="{YELLOW}"/>'
        f"{words(str(number), pill.left + 27, middle + 9, 25, INK, bold=True, anchor='middle')}"
        f"{words(label, pill.left + 56, middle + 9, 26, PAPER, bold=True)}</g>"
    )
