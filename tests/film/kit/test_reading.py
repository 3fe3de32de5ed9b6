"""Mistakes in the files of the kit: each a Dutch sentence with its file and line, and nothing else ever."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.document import Problem
from app.film.kit import Light, Unreadable, load_decor, load_figure, names
from app.film.kit.reading import FOLDER
from tests.film.kit.drawing import ROOT

DECOR = """\
titel: Een straat
wereld: {x: 0, y: 0, breed: 2000, hoog: 1000}
kaders:
  straat: [100, 100, 1280]
plekken:
  stoep: [500, 600, 40]
dingen:
  - {soort: grond, vloer: stoep, x: 0, y: 500, breed: 2000, diep: 200}
  - {soort: rijtjeshuis, id: huis-1, x: 300, y: 600, nummer: "1", stand: {post: vol}}
  - {laag: stoep}
  - {soort: boom, x: 900, y: 600}
"""
PERSON = """\
naam: Els
leeftijd: 44
huid: zand
haar: {stijl: knot, kleur: "#3a2a20"}
hesje: true
"""


def in_kit(root: Path, kind: str, name: str, text: str | bytes) -> Path:
    folder = root / FOLDER / kind
    folder.mkdir(parents=True, exist_ok=True)
    folder.joinpath(f"{name}.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def problems_of_decor(root: Path, text: str | bytes) -> list[tuple[int, str]]:
    with pytest.raises(Unreadable) as caught:
        load_decor("straat", in_kit(root, "decors", "straat", text))
    return [(problem.line, problem.message) for problem in caught.value.problems]


def problems_of_figure(root: Path, text: str) -> list[tuple[int, str]]:
    with pytest.raises(Unreadable) as caught:
        load_figure("els", in_kit(root, "figuren", "els", text))
    return [(problem.line, problem.message) for problem in caught.value.problems]


def test_what_is_right_can_be_read(tmp_path: Path) -> None:
    decor = load_decor("straat", in_kit(tmp_path, "decors", "straat", DECOR))
    assert decor.frames["straat"].box == (100, 100, 1280, 720)
    assert decor.things["huis-1"]["post"] == ("vol", "leeg")
    assert decor.layers == {"stoep": 2, "vooraan": 3}
    assert decor.spots["stoep"] == (500, 600, 40)
    assert decor.spots["huis-1.brievenbus"][0] == pytest.approx(608)
    load_figure("els", in_kit(tmp_path, "figuren", "els", PERSON))


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("soort: boom", "soort: boon", 11, "Het ding ‘boon’ ken ik niet. Kies uit: achtergevel, auto, bal"),
        ("vloer: stoep", "vloer: tapijt", 8, "‘vloer’ kan niet ‘tapijt’ zijn. Kies uit: stoep, rijweg"),
        ("diep: 200", "diep: veel", 8, "‘diep’ moet een getal zijn, niet ‘veel’."),
        ("diep: 200", "diep: -2", 8, "‘diep’ is -2; dat moet minstens 0"),
        (", diep: 200", "", 8, "Bij een grond ontbreekt ‘diep’."),
        (
            "x: 900",
            "x: 900, kleurig: ja",
            11,
            "‘kleurig’ ken ik niet bij een boom. Kies uit: bloesem, boomsoort",
        ),
        ("{post: vol}", "{post: half}", 9, "‘post’ kan niet ‘half’ zijn. Kies uit: leeg, vol."),
        ("{post: vol}", "{deurmat: vol}", 9, "De stand ‘deurmat’ ken ik hier niet. Kies uit: gordijn, licht"),
        ('nummer: "1"', 'nummer: "één"', 9, "‘nummer’ is ‘één’; ik verwacht een andere vorm."),
        ("soort: boom", "id: huis-1, soort: boom", 7, "Het id ‘huis-1’ staat er twee keer."),
        ("{soort: boom, x: 900, y: 600}", "boom", 11, "Elk ding heeft een ‘soort’"),
        ("[100, 100, 1280]", "[100, 900, 1280]", 4, "Het kader ‘straat’ steekt buiten de wereld."),
        ("[100, 100, 1280]", "[100, 100]", 4, "Bij een decor ontbreekt ‘kaders.straat.2’."),
        ("[500, 600, 40]", "[5000, 600, 40]", 6, "De plek ‘stoep’ ligt buiten de wereld."),
        ("titel: Een straat\n", "", 1, "Bij een decor ontbreekt ‘titel’."),
        ("titel: Een straat", "titel: [", 3, "Deze regel kan ik niet lezen."),
        (DECOR, "- een\n- twee\n", 1, "Begin elke regel met een sleutel"),
    ],
)
def test_a_mistake_in_a_decor_is_named(tmp_path: Path, old: str, new: str, line: int, message: str) -> None:
    found = problems_of_decor(tmp_path, DECOR.replace(old, new, 1))
    assert any(at == line and said.startswith(message) for at, said in found), found


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("leeftijd: 44", "leeftijd: 144", 2, "‘leeftijd’ is 144; dat moet hoogstens 100 zijn."),
        ("leeftijd: 44\n", "", 1, "Bij een figuur ontbreekt ‘leeftijd’."),
        ("huid: zand", "huid: paars", 3, "‘huid’ kan niet ‘paars’ zijn. Kies uit: bleek, licht"),
        ('"#3a2a20"', "bruin", 4, "‘haar.kleur’ is ‘bruin’; ik verwacht een kleur als #2d4a6b."),
        ("hesje: true", "hesje: misschien", 5, "‘hesje’ moet true of false zijn, niet ‘misschien’."),
        ("hesje: true", "vestje: true", 5, "‘vestje’ ken ik niet bij een figuur. Kies uit: baard, bouw"),
    ],
)
def test_a_mistake_in_a_figure_is_named(tmp_path: Path, old: str, new: str, line: int, message: str) -> None:
    found = problems_of_figure(tmp_path, PERSON.replace(old, new, 1))
    assert any(at == line and said.startswith(message) for at, said in found), found


def test_an_unknown_decor_or_figure_names_what_there_is(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"Het decor ‘laan’ ken ik niet\. Kies uit: straat\."):
        load_decor("laan", in_kit(tmp_path, "decors", "straat", DECOR))
    with pytest.raises(Unreadable, match=r"De figuur ‘els’ ken ik niet\. Kies uit: nog niets\."):
        load_figure("els", tmp_path)


def test_a_name_never_leads_out_of_the_folder(tmp_path: Path) -> None:
    in_kit(tmp_path, "decors", "straat", DECOR)
    tmp_path.joinpath("elders.yaml").write_text(DECOR, "utf-8")
    with pytest.raises(Unreadable):
        load_decor("../../../elders", tmp_path)


def test_only_people_drive(tmp_path: Path) -> None:
    in_kit(tmp_path, "figuren", "auto", "soort: auto\nnaam: Auto\nbestuurder: auto-2\n")
    in_kit(tmp_path, "figuren", "auto-2", "soort: auto\nnaam: Auto\n")
    with pytest.raises(Unreadable, match="‘auto-2’ is geen mens"):
        load_figure("auto", tmp_path)


@given(st.binary(max_size=300))
def test_bytes_of_any_kind_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, text: bytes) -> None:
    root = in_kit(tmp_path_factory.getbasetemp(), "decors", "straat", text)
    with pytest.raises(Unreadable):
        load_decor("straat", root)


@given(
    st.integers(0, len(DECOR) - 1),
    st.sampled_from(
        ["", ":", "[", "{", "\t", "- ", "0", "ß", '"', "null", "&a ", "*a ", "!!python/object:os.system "]
    ),
)
def test_a_decor_with_a_slip_of_the_pen_never_crashes(
    tmp_path_factory: pytest.TempPathFactory, at: int, slip: str
) -> None:
    root = in_kit(tmp_path_factory.getbasetemp(), "decors", "straat", DECOR[:at] + slip + DECOR[at + 1 :])
    problems: tuple[Problem, ...] = ()
    try:
        decor = load_decor("straat", root)
        decor.svg(Light(), {}, decor.world)
    except Unreadable as error:
        problems = error.problems
    assert all(problem.line >= 1 and problem.message for problem in problems)


@pytest.mark.parametrize(
    "given_", [("ochtend", "droog", "zomer"), ("dag", "sneeuw", "zomer"), ("dag", "droog", "kerst")]
)
def test_a_light_that_does_not_exist_is_refused(given_: tuple[str, str, str]) -> None:
    with pytest.raises(ValueError, match=r"ken ik niet\. Kies uit: "):
        Light(*given_)


def test_every_file_of_the_kit_can_be_read() -> None:
    for name in names(ROOT, "decors"):
        load_decor(name, ROOT)
    for name in names(ROOT, "figuren"):
        load_figure(name, ROOT)
