"""Every kind of thing that a decor can hold, under the word that an author writes."""

from __future__ import annotations

from collections.abc import Mapping

from app.film.kit.entrances import CommunityCentre, Portico
from app.film.kit.field import Boards, ClubHouse, DugOut, FieldLines, Floodlight, Goal
from app.film.kit.flats import Flat, GalleryRail
from app.film.kit.garages import Garage, Ladder
from app.film.kit.ground import Ground, Lines, Pathway
from app.film.kit.houses import TerracedHouse
from app.film.kit.openings import Window
from app.film.kit.playground import Ball, ClimbingFrame, Sandpit, Slide, SpringAnimal, Swing
from app.film.kit.sheds import BackOfHome, Shed, Shopping, Tap, Washing
from app.film.kit.shops import Shop
from app.film.kit.sky import Church, Sign, Sky, Woods
from app.film.kit.street import Bench, Bollard, BusShelter, Fence, Lamp, LitterBin, Placard, Rack, Wall
from app.film.kit.trees import Bush, FlowerTub, Tree
from app.film.kit.vehicles import Bike, ParkedCar
from app.film.kit.world import Thing

KINDS: Mapping[str, type[Thing]] = {
    "lucht": Sky,
    "bos": Woods,
    "kerk": Church,
    "straatnaam": Sign,
    "grond": Ground,
    "pad": Pathway,
    "vakken": Lines,
    "rijtjeshuis": TerracedHouse,
    "boom": Tree,
    "struik": Bush,
    "bloembak": FlowerTub,
    "lantaarn": Lamp,
    "bank": Bench,
    "prullenbak": LitterBin,
    "muur": Wall,
    "hek": Fence,
    "paaltje": Bollard,
    "bushokje": BusShelter,
    "fietsenrek": Rack,
    "bord": Placard,
    "auto": ParkedCar,
    "fiets": Bike,
    "flat": Flat,
    "galerijhek": GalleryRail,
    "raam": Window,
    "portiek": Portico,
    "buurthuis": CommunityCentre,
    "winkel": Shop,
    "garagebox": Garage,
    "ladder": Ladder,
    "schuur": Shed,
    "achtergevel": BackOfHome,
    "waslijn": Washing,
    "kraan": Tap,
    "tassen": Shopping,
    "schommel": Swing,
    "glijbaan": Slide,
    "klimrek": ClimbingFrame,
    "wipkip": SpringAnimal,
    "zandbak": Sandpit,
    "bal": Ball,
    "doel": Goal,
    "dugout": DugOut,
    "lichtmast": Floodlight,
    "clubhuis": ClubHouse,
    "reclamebord": Boards,
    "veldlijnen": FieldLines,
}
