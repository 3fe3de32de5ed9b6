"""A storyboard: what is seen, heard and said, shot by shot.  Authors write it in Dutch, as YAML."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    StringConstraints,
    model_validator,
)

LONGEST_LINE = 160
"""Characters that somebody says in one go; it becomes two captions or three."""

NARRATOR, SOUND = "verteller", "geluid"
"""Who speaks without being seen: the narrator, and the street itself."""

ONCE = ("kerkklok", "deurbel", "deur", "fietsbel", "fiets", "telefoon", "bonk", "glas", "metaal")
LASTING = (
    "wind", "vogels", "krekels", "regen", "verkeer", "speeltuin", "schommel", "schuurdeur", "geschreeuw",
    "muziek", "televisie",
)  # fmt: skip
SOUNDS = (*ONCE, *LASTING)

Kind = Literal[
    "kerkklok", "deurbel", "deur", "fietsbel", "fiets", "telefoon", "bonk", "glas", "metaal",
    "wind", "vogels", "krekels", "regen", "verkeer", "speeltuin", "schommel", "schuurdeur", "geschreeuw",
    "muziek", "televisie",
]  # fmt: skip
Time = Literal["dag", "schemer", "avond"]
Weather = Literal["droog", "regen", "wind"]
Season = Literal["lente", "zomer", "herfst", "winter"]
Mood = Literal["rustig", "blij", "moe", "bang", "boos", "verdrietig", "verbaasd"]

Box = tuple[float, float, float]
"""Left, top and width of what the camera sees, in units of the decor."""


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e6


def _as_place(value: object) -> str | Box:
    if isinstance(value, str) and value.strip():
        return value.strip()
    if isinstance(value, list) and len(value) == 3 and all(map(_is_number, value)) and value[2] >= 40:
        return float(value[0]), float(value[1]), float(value[2])
    raise ValueError("schrijf de naam van een kader, of [links, boven, breedte] met een breedte vanaf 40")


def _as_spot(value: object) -> str | float:
    if isinstance(value, str) and value.strip():
        return value.strip()
    if _is_number(value):
        return float(value)  # type: ignore[arg-type]  # it is a number
    raise ValueError("schrijf de naam van een plek in het decor, of een getal: hoe ver naar rechts")


def _as_point(value: object) -> str | tuple[float, float]:
    if isinstance(value, str) and value.strip():
        return value.strip()
    if isinstance(value, list) and len(value) == 2 and all(map(_is_number, value)):
        return float(value[0]), float(value[1])
    raise ValueError("schrijf een plek in het decor, zoals huis-14.brievenbus, of [naar rechts, omlaag]")


Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=40)]
Words = Annotated[str, AfterValidator(_squeezed), StringConstraints(min_length=1)]
Seconds = Annotated[float, Field(ge=0, le=60)]
Place = Annotated[str | Box, PlainValidator(_as_place)]
Spot = Annotated[str | float, PlainValidator(_as_spot)]
Point = Annotated[str | tuple[float, float], PlainValidator(_as_point)]


class Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Person(Part):
    """Somebody who can be seen, or only heard when there is no figure."""

    name: Words = Field(alias="naam", max_length=24)
    figure: Name | None = Field(None, alias="figuur")


class Line(Part):
    """What is said, told or heard: one caption or a few."""

    who: Name = Field(alias="wie")
    text: Words = Field(alias="tekst", max_length=LONGEST_LINE)
    id: Name | None = None
    pause: Seconds = Field(0.3, alias="stilte")
    """Seconds of silence behind it."""


class Sound(Part):
    """A sound in the street: once, or until ``seconds`` have passed, the end of the shot if not given."""

    kind: Kind = Field(alias="soort")
    at: Seconds = Field(0.5, alias="op")
    seconds: Seconds | None = Field(None, alias="duur")
    times: int = Field(1, alias="keer", ge=1, le=12)
    strength: Literal["zacht", "gewoon", "luid"] = Field("gewoon", alias="sterkte")


class Title(Part):
    """Words in the picture: where we are, and when."""

    title: Words = Field(alias="titel", max_length=36)
    below: Annotated[Words, Field(max_length=44)] | None = Field(None, alias="onder")


class Mark(Part):
    """A ring around something, with a number and what can be seen there."""

    at: Point = Field(alias="bij")
    label: Words = Field(max_length=40)
    radius: float | None = Field(None, alias="straal", ge=4, le=400)


class Player(Part):
    """Somebody in the picture."""

    who: Name = Field(alias="wie")
    does: Literal["staat", "loopt", "zit", "hurkt", "fietst", "rijdt"] = Field("staat", alias="doet")
    start: Spot | None = Field(None, alias="van")
    to: Spot | None = Field(None, alias="naar")
    at: Spot | None = Field(None, alias="op")
    y: float | None = Field(None, ge=-2000, le=2000)
    scale: float | None = Field(None, alias="schaal", ge=0.05, le=3)
    looks: Literal["links", "rechts"] | None = Field(None, alias="kijkt")
    mood: Mood = Field("rustig", alias="gezicht")
    gesture: Annotated[str, Field(max_length=40)] = Field("", alias="gebaar")
    hold: Annotated[str, Field(max_length=40)] = Field("", alias="houdt")
    gaze: float = Field(0, alias="blik", ge=-1, le=1)
    layer: Name = Field("stoep", alias="laag")
    """Before and behind which things of the decor somebody stands."""
    during: tuple[Seconds, Seconds] | None = Field(None, alias="tijd")
    """From when until when somebody walks, in seconds of the shot."""

    @property
    def goes(self) -> bool:
        """Whether somebody goes from one place to another."""
        return self.does in {"loopt", "fietst", "rijdt"}

    @model_validator(mode="after")
    def _is_somewhere(self) -> Self:
        if self.goes:
            if self.start is None or self.to is None or self.at is not None:
                raise ValueError(f"wie {self.does}, heeft ‘van:’ en ‘naar:’, en geen ‘op:’")
        elif self.at is None or self.start is not None or self.to is not None:
            raise ValueError(f"wie {self.does}, heeft ‘op:’, en geen ‘van:’ of ‘naar:’")
        if self.during and self.during[0] >= self.during[1]:
            raise ValueError("achter ‘tijd:’ staat eerst het begin en dan het einde")
        return self


class Camera(Part):
    """Where the camera looks; from one frame to another it moves once, calmly."""

    start: Place = Field(alias="van")
    to: Place = Field(alias="naar")
    wait: Seconds = Field(0.6, alias="wacht")
    seconds: float = Field(2.2, alias="duur", ge=0.5, le=60)


def _as_camera(value: object) -> object:
    return {"van": value, "naar": value} if isinstance(value, str | list) else value


class Shot(Part):
    """One picture, from cut to cut.  What it sets of light, decor and things stays from here on."""

    id: Name
    chapter: Annotated[Words, Field(max_length=40)] | None = Field(None, alias="hoofdstuk")
    seconds: Seconds = Field(0, alias="duur")
    """At least; reading takes longer where it must."""
    camera: Annotated[Camera, BeforeValidator(_as_camera)] = Field(alias="beeld")
    decor: Name | None = None
    light: Time | None = Field(None, alias="licht")
    weather: Weather | None = Field(None, alias="weer")
    season: Season | None = Field(None, alias="seizoen")
    state: dict[str, dict[str, str]] = Field(default_factory=dict, alias="stand")
    title: Title | None = Field(None, alias="tekst")
    players: tuple[Player, ...] = Field((), alias="spelers")
    sounds: tuple[Sound, ...] = Field((), alias="geluid")
    description: Words = Field(alias="beschrijving", min_length=10, max_length=400)
    lines: tuple[Line, ...] = Field((), alias="regels")
    lead: Seconds = Field(0.6, alias="aanloop")
    tail: Seconds = Field(0.6, alias="uitloop")
    stop: Name | None = None
    marks: tuple[Mark, ...] = Field((), alias="aanwijzen", max_length=5)

    def line_id(self, index: int) -> str:
        """The name of a line, under which a recorded voice is looked for."""
        return self.lines[index].id or f"{self.id}-{index + 1}"


class Storyboard(Part):
    decor: Name
    light: Time = Field("dag", alias="licht")
    weather: Weather = Field("droog", alias="weer")
    season: Season = Field("zomer", alias="seizoen")
    people: dict[Name, Person] = Field(default_factory=dict, alias="personen")
    poster: Name | None = None
    """The shot that stands for the film; the first if not given."""
    shots: tuple[Shot, ...] = Field(min_length=1, max_length=40)

    def name_of(self, who: str) -> str:
        """How somebody is called on screen; empty for sounds."""
        if who in self.people:
            return self.people[who].name
        return "" if who == SOUND else who.capitalize()

    def figure_of(self, who: str) -> str | None:
        person = self.people.get(who)
        return person.figure if person else None
