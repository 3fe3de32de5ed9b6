"""Who somebody is, as data: the options of a file in media/kit/figuren/."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Hex = Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")]
Skin = Literal["bleek", "licht", "rozig", "zand", "olijf", "bruin", "kastanje", "donker"]
HairStyle = Literal[
    "kort", "kaal", "kransje", "opgeschoren", "krullen", "afro", "lang", "bob", "knot", "paardenstaart",
    "vlechten", "golvend", "stekels", "permanent",
]  # fmt: skip
Top = Literal[
    "jas", "winterjas", "regenjas", "vest", "trui", "hoodie", "overhemd", "shirt", "blouse", "uniform"
]
Bottom = Literal["broek", "spijkerbroek", "joggingbroek", "korte-broek", "rok", "jurk"]
Shoes = Literal["schoenen", "sneakers", "laarzen", "pantoffels", "blote-voeten"]


class Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Hair(Part):
    style: HairStyle = Field(default="kort", alias="stijl")
    colour: Hex = Field(default="#3a2a20", alias="kleur")


class Cloth(Part):
    kind: Top = Field(default="jas", alias="soort")
    colour: Hex = Field(default="#2d4a6b", alias="kleur")
    detail: Hex = Field(default="#f4efe4", alias="detail")
    askew: bool = Field(default=False, alias="scheef")
    hood: bool = Field(default=False, alias="capuchon")


class Trousers(Part):
    kind: Bottom = Field(default="broek", alias="soort")
    colour: Hex = Field(default="#3e4a5c", alias="kleur")


class Footwear(Part):
    kind: Shoes = Field(default="schoenen", alias="soort")
    colour: Hex = Field(default="#2b2622", alias="kleur")


class Person(Part):
    """Lengths in metres; colours as they are in daylight."""

    sort: Literal["mens"] = Field(default="mens", alias="soort")
    name: str = Field(alias="naam")
    age: int = Field(alias="leeftijd", ge=3, le=100)
    height: float = Field(default=1.75, alias="lengte", ge=0.9, le=2.05)
    build: Literal["smal", "gemiddeld", "stevig", "rond"] = Field(default="gemiddeld", alias="bouw")
    skin: Skin = Field(default="licht", alias="huid")
    face: Literal["ovaal", "rond", "hoekig"] = Field(default="ovaal", alias="gezicht")
    hair: Hair = Field(default=Hair(), alias="haar")
    headscarf: Hex | None = Field(default=None, alias="hoofddoek")
    hat: Literal["", "muts", "pet"] = Field(default="", alias="hoofddeksel")
    hat_colour: Hex = Field(default="#7a2e2e", alias="hoofddekselkleur")
    beard: Literal["", "stoppels", "kort", "vol", "snor"] = Field(default="", alias="baard")
    glasses: bool = Field(default=False, alias="bril")
    freckles: bool = Field(default=False, alias="sproeten")
    earrings: bool = Field(default=False, alias="oorbellen")
    top: Cloth = Field(default=Cloth(), alias="boven")
    bottom: Trousers = Field(default=Trousers(), alias="onder")
    shoes: Footwear = Field(default=Footwear(), alias="schoenen")
    vest: bool = Field(default=False, alias="hesje")
    scarf: Hex | None = Field(default=None, alias="sjaal")
    backpack: Hex | None = Field(default=None, alias="rugzak")
    aid: Literal["", "rolstoel", "rollator"] = Field(default="", alias="hulpmiddel")

    @property
    def scale(self) -> float:
        """How much of a grown-up of 1.75 m, drawn 300 units high."""
        return self.height / 1.75

    @property
    def is_child(self) -> bool:
        return self.age < 13
