"""A window that can stand open, with a neighbour in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from app.film.kit.marks import group, path, rect
from app.film.kit.neighbour import LOOKS, neighbour
from app.film.kit.windows import Pane, window
from app.film.kit.world import Box, Scene, Spot, States, Thing


class Window(Thing):
    """A window that can open, with a neighbour behind it.  Its origin is the middle of the sill."""

    states: ClassVar[States] = {
        "raam": ("dicht", "open"),
        "licht": ("vanzelf", "aan", "uit"),
        "gordijn": ("open", "half", "dicht"),
        "buurvrouw": LOOKS,
    }

    def reach(self) -> Box:
        return (-130, -190, 260, 220)

    def spots(self) -> Mapping[str, Spot]:
        return {"raam": Spot(0, -60, 86)}

    def draw(self, scene: Scene) -> str:
        lit = scene.is_on("licht", "aan") or (scene.is_on("licht", "vanzelf") and scene.light.is_dark)
        is_open = scene.is_on("raam", "open")
        pane = Pane(
            -62,
            -122,
            124,
            116,
            1 if is_open else 2,
            scene.state.get("gordijn", "open"),
            "#c7a89a",
            lit,
            sill=False,
        )
        drawn = window(pane, scene)
        sill = rect(-74, -1, 148, 8, "#d5cdbd") + rect(-74, 7, 148, 3.4, "#000", fill_opacity=0.2)
        if not is_open:
            return drawn + sill
        sashes = ""
        for side in (-1, 1):
            sash = path("M62 -122L96 -134V8L62 -6z", "#f8f4ea") + path(
                "M67 -116L91 -125V-2L67 -12z", "#8fb0bf"
            )
            sashes += group(sash, scale=(side, 1))
        return drawn + neighbour(scene, -4, 0, 0.46) + sashes + sill
