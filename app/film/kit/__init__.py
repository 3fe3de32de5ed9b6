"""The drawing kit: decors and figures as data, drawn as SVG.

World units are pixels at 1280 by 720; people stand with their feet at y = 636 or so.  A grown-up is a figure
of 300 units, drawn at scale 0.56.  What is drawn follows from the arguments alone: the same picture is the
same text.
"""

from app.film.kit.cast import Car, Figure, load_figure
from app.film.kit.decor import Decor
from app.film.kit.figure.figure import Human
from app.film.kit.figure.pose import MOODS, Pose, gesture_problem
from app.film.kit.light import DAY, SEASONS, TIMES, WEATHERS, Light
from app.film.kit.paint import DEFS
from app.film.kit.reading import Unreadable, names
from app.film.kit.stages import load_decor
from app.film.kit.weather import RAIN, rain
from app.film.kit.world import Frame, Patch, Spot

__all__ = [
    "DAY", "DEFS", "MOODS", "RAIN", "SEASONS", "TIMES", "WEATHERS", "Car", "Decor", "Figure", "Frame",
    "Human", "Light", "Patch", "Pose", "Spot", "Unreadable", "gesture_problem", "load_decor", "load_figure",
    "names", "rain",
]  # fmt: skip
