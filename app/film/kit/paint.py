"""Gradients and patterns, to be put once into each picture.

They hold only light and shade, no colours of their own, so every part of the day shares them.
"""

from __future__ import annotations


def _fade(name: str, *stops: tuple[float, str, float], across: bool = False) -> str:
    where = 'x1="0" y1="0" x2="1" y2="0"' if across else 'x1="0" y1="0" x2="0" y2="1"'
    return f'<linearGradient id="{name}" {where}>{_stops(stops)}</linearGradient>'


def _glow(name: str, *stops: tuple[float, str, float]) -> str:
    return f'<radialGradient id="{name}" cx=".5" cy=".5" r=".5">{_stops(stops)}</radialGradient>'


def _stops(stops: tuple[tuple[float, str, float], ...]) -> str:
    return "".join(f'<stop offset="{o}" stop-color="{c}" stop-opacity="{a}"/>' for o, c, a in stops)


def _pattern(name: str, width: int, height: int, content: str, more: str = "") -> str:
    size = f'width="{width}" height="{height}"'
    return f'<pattern id="{name}" {size} patternUnits="userSpaceOnUse"{more}>{content}</pattern>'


_BRICKS = (
    '<path d="M0 .5H60M0 10.5H60M0 20.5H60M0 30.5H60M10 0V10M40'
    ' 0V10M25 10V20M55 10V20M10 20V30M40 20V30M25 30V40M55 30V40" '
    'fill="none" stroke="#2b1208" stroke-opacity=".13" stroke-width="1"/>'
    '<path d="M11 1h28v9h-28zM26 31h28v9h-28z" fill="#000" fill-opacity=".04"/>'
    '<path d="M41 21h19v9h-19zM0 21h9v9h-9z" fill="#fff" fill-opacity=".045"/>'
)
_TILES_OF_A_ROOF = (
    '<path d="M0 13Q9 18 18 13" fill="none" stroke="#000" stroke-opacity=".26" stroke-width="1.5"/>'
    '<path d="M9 0V13" fill="none" stroke="#fff" stroke-opacity=".05" stroke-width="2.6"/>'
    '<path d="M0 0V13M18 0V13" fill="none" stroke="#000" stroke-opacity=".05" stroke-width="1.6"/>'
)
_SLABS = (
    '<path d="M0 .5H72M0 17.5H72M0 0V17M36 17V34" fill="none"'
    ' stroke="#3b342a" stroke-opacity=".16" stroke-width="1.1"/>'
    '<path d="M1 1h70v16h-70z" fill="#fff" fill-opacity=".05"/>'
)
_CLINKERS = (
    '<path d="M0 .5H32M0 9.5H32M0 0V9M16 9V18" fill="none"'
    ' stroke="#241a1a" stroke-opacity=".18" stroke-width="1"/>'
    '<path d="M1 1h30v8h-30z" fill="#fff" fill-opacity=".035"/>'
)
_SHEET = (
    '<path d="M6 0V10" stroke="#000" stroke-opacity=".13" stroke-width="1.6"/>'
    '<path d="M8.5 0V10" stroke="#fff" stroke-opacity=".16" stroke-width="1.4"/>'
)

DEFS = "".join(
    (
        _fade("val", (0, "#1c0d06", 0.34), (0.09, "#1c0d06", 0.07), (0.55, "#fff", 0), (1, "#1c0d06", 0.14)),
        _fade("dakval", (0, "#fff", 0.16), (1, "#000", 0.2)),
        _fade("plooi", (0, "#000", 0.3), (0.14, "#000", 0.05), (1, "#000", 0.1)),
        _fade("diep", (0, "#000", 0.16), (0.12, "#000", 0.03), (1, "#fff", 0.08)),
        _fade("zij", (0, "#000", 0.16), (0.34, "#fff", 0.14), (1, "#000", 0.2), across=True),
        _fade("rond", (0, "#fff", 0.2), (0.5, "#fff", 0), (1, "#000", 0.22)),
        _fade("glans", (0, "#fff", 0.34), (1, "#fff", 0.04)),
        _fade("mist", (0, "#fff", 0), (1, "#fff", 0.5)),
        _glow("gloed", (0, "#ffe7a6", 0.85), (0.3, "#ffd98a", 0.42), (1, "#ffcf7a", 0)),
        _glow("schijn", (0, "#ffe2a0", 0.5), (0.5, "#ffd890", 0.22), (1, "#ffd890", 0)),
        _glow("zon", (0, "#fff8da", 0.95), (0.25, "#fff3c4", 0.5), (1, "#fff3c4", 0)),
        _pattern("steen", 60, 40, _BRICKS, ' patternTransform="scale(.62)"'),
        _pattern("pan", 18, 13, _TILES_OF_A_ROOF),
        _pattern("tegel", 72, 34, _SLABS, ' patternTransform="skewX(-30)"'),
        _pattern("klinker", 32, 18, _CLINKERS, ' patternTransform="skewX(-30)"'),
        _pattern("plaat", 12, 10, _SHEET),
    )
)
