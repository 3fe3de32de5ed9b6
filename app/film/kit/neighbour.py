"""The neighbour who looks out of a window or over a gallery: half a person behind a sill."""

from __future__ import annotations

from app.film.kit.figure.figure import Human
from app.film.kit.figure.person import Cloth, Hair, Person
from app.film.kit.figure.pose import Pose
from app.film.kit.light import fixed
from app.film.kit.marks import box_path, clipped, group
from app.film.kit.world import Scene

NEIGHBOUR = Person.model_validate(
    {
        "naam": "Buurvrouw",
        "leeftijd": 60,
        "lengte": 1.66,
        "bouw": "stevig",
        "huid": "licht",
        "haar": Hair(stijl="permanent", kleur="#b98a5e"),
        "bril": True,
        "boven": Cloth(soort="blouse", kleur="#5f8a86", detail="#e8efe6"),
    }
)
LOOKS = ("weg", "kijkt", "roept")


def neighbour(scene: Scene, x: float, sill: float, scale: float, facing: int = 1) -> str:
    """She stands behind the sill at this height; whoever draws the window draws the sill over her."""
    how = scene.state.get("buurvrouw", "weg")
    if how == "weg":
        return ""
    calls = how == "roept"
    pose = Pose(
        facing=facing,
        mood="boos" if calls else "rustig",
        mouth=0.8 if calls else 0,
        gesture="roept" if calls else "armen-over-elkaar",
        head=6,
    )
    person = group(fixed(Human(NEIGHBOUR).svg(pose, scene.light)), x, sill + 150 * scale, scale)
    return clipped(box_path(x - 90 * scale, sill - 190 * scale, 180 * scale, 190 * scale), person)
