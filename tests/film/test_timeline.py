"""The timeline: slow enough to read, and everything at its moment."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.film.storyboard import Storyboard
from app.film.timeline import BREATH, FPS, READING, SHORTEST_LINE, Timeline, lay_out
from app.film.tracks import captions, chapters, descriptions, stamp
from app.film.vtt import read_cues


def shot(id: str, *said: str, **more: Any) -> dict[str, Any]:
    lines = [{"wie": who, "tekst": text} for who, _, text in (each.partition(": ") for each in said)]
    return {"id": id, "beeld": "straat", "beschrijving": "Een straat met huizen.", "regels": lines, **more}


def story(*shots: dict[str, Any], **more: Any) -> Storyboard:
    people = {"noor": {"naam": "Noor"}, "wal": {"naam": "Mevrouw Van der Wal"}}
    return Storyboard.model_validate({"decor": "straatje", "personen": people, "shots": list(shots), **more})


def test_a_line_gets_the_time_of_a_slow_reader() -> None:
    text = "Ik zag dat uw gordijnen dicht waren. Gaat het wel met u?"
    first, second = lay_out(story(shot("a", f"noor: {text}", "noor: Dag.")), {}).lines
    assert first.end - first.start == pytest.approx(len(text) / READING + BREATH, abs=0.01)
    assert second.end - second.start == pytest.approx(SHORTEST_LINE, abs=0.01)
    assert second.start > first.end


LINES = st.text(alphabet="abcde .", min_size=1, max_size=150).filter(str.strip)


@given(
    st.lists(st.tuples(st.sampled_from(["noor", "wal", "verteller", "geluid"]), LINES), max_size=4),
    st.floats(0, 9),
)
def test_lines_never_overlap_and_lie_in_their_shot(said: list[tuple[str, str]], least: float) -> None:
    timeline = lay_out(story(shot("a", *(f"{who}: {text}" for who, text in said), duur=least), shot("b")), {})
    first = timeline.shots[0]
    assert first.seconds >= max(2, least) - 1 / FPS
    moments = [moment for line in first.lines for moment in (line.start, line.end)]
    assert moments == sorted(moments)
    assert all(0 < moment <= first.end for moment in moments)
    assert first.end == timeline.shots[1].start


def test_what_a_shot_sets_stays_and_each_decor_remembers_its_own() -> None:
    timeline = lay_out(
        story(
            shot("a", stand={"huis-14": {"post": "vol", "gordijn": "dicht"}}),
            shot("b", decor="plein", licht="avond"),
            shot("c", decor="straatje", weer="regen", stand={"huis-14": {"post": "leeg"}}),
        ),
        {},
    )
    scenes = [timed.scene for timed in timeline.shots]
    assert [scene.state.get("huis-14") for scene in scenes] == [
        {"post": "vol", "gordijn": "dicht"}, None, {"post": "leeg", "gordijn": "dicht"},
    ]  # fmt: skip
    assert [(scene.decor, scene.light, scene.weather) for scene in scenes] == [
        ("straatje", "dag", "droog"), ("plein", "avond", "droog"), ("straatje", "avond", "regen"),
    ]  # fmt: skip


def test_a_stop_lies_at_the_last_frame_before_a_cut() -> None:
    timeline = lay_out(story(shot("a", stop="gezien"), shot("b")), {})
    assert [(stop.id, stop.at) for stop in timeline.stops] == [
        ("gezien", round(timeline.shots[0].end - 1 / FPS, 3))
    ]


def test_a_recorded_voice_retimes_its_shot() -> None:
    board = story(shot("a", "noor: Dag.", "noor: Tot straks."), shot("b"))
    silent, spoken = lay_out(board, {}), lay_out(board, {"a-1": 6.0})
    assert spoken.lines[0].end - spoken.lines[0].start == pytest.approx(6.35)
    assert spoken.lines[1].start - silent.lines[1].start == pytest.approx(6.35 - SHORTEST_LINE)
    assert spoken.shots[1].start > silent.shots[1].start
    assert [line.has_voice for line in spoken.lines] == [True, False]


def test_a_fast_voice_leaves_its_caption_long_enough() -> None:
    text = "Ach jongen, sinds Wim er niet meer is, hoeft het voor mij niet zo."
    line = lay_out(story(shot("a", f"wal: {text}")), {"a-1": 1.0}).lines[0]
    assert all(len(cue.text) / (cue.end - cue.start) <= 15 for cue in line.cues)


def test_each_ring_waits_until_the_one_before_it_has_been_read() -> None:
    marks = [
        {"bij": [1, 2], "label": "Post steekt uit de bus"},
        {"bij": [3, 4], "label": "Gras staat kniehoog"},
    ]
    timed = lay_out(story(shot("a", aanwijzen=marks)), {}).shots[0]
    assert timed.marks[1] - timed.marks[0] == pytest.approx(22 / READING + 0.7, abs=0.01)
    assert timed.marks[1] + 19 / READING < timed.seconds
    assert timed.still / FPS > timed.marks[1]


def test_a_shot_alone_is_the_same_wherever_it_stands() -> None:
    alone = lay_out(story(shot("a", "noor: Dag.")), {}).shots[0].alone
    later = lay_out(story(shot("z", duur=7.13), shot("a", "noor: Dag.")), {}).shots[1].alone
    assert alone == later


@pytest.fixture
def timeline() -> Timeline:
    return lay_out(
        story(
            shot("a", "noor: 3 < 4 & dat klopt.", "geluid: kerkklok slaat", hoofdstuk="Begin"),
            shot("b", "wal: " + "Dit is een zin die lang is. " * 5),
            shot("c", hoofdstuk="Einde"),
        ),
        {},
    )


def test_the_captions_say_everything_in_time(timeline: Timeline) -> None:
    found = read_cues(captions(timeline))
    assert found[0].text == "Noor: 3 < 4 & dat klopt."
    assert found[1].text == "[kerkklok slaat]"
    assert (
        " ".join(cue.text for cue in found[2:]).removeprefix("Mevrouw Van der Wal: ")
        == timeline.lines[2].text
    )
    assert [cue.id for cue in found[2:]] == [f"b-1-{n}" for n in range(1, len(found) - 1)]
    assert found[2].start == pytest.approx(timeline.lines[2].start, abs=0.002)
    assert found[-1].end == pytest.approx(timeline.lines[2].end, abs=0.002)


def test_descriptions_and_chapters_cover_the_film(timeline: Timeline) -> None:
    described, titled = read_cues(descriptions(timeline)), read_cues(chapters(timeline))
    assert [cue.id for cue in described] == ["a", "b", "c"]
    assert [cue.text for cue in titled] == ["Begin", "Einde"]
    for found in (described, titled):
        assert found[0].start == 0
        assert found[-1].end == pytest.approx(timeline.seconds, abs=0.001)
        assert all(one.end == other.start for one, other in pairwise(found))


def test_a_film_needs_no_chapters() -> None:
    assert read_cues(chapters(lay_out(story(shot("a")), {}))) == []


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "00:00:00.000"), (61.5, "00:01:01.500"), (59.9996, "00:01:00.000"), (3600, "01:00:00.000")],
)
def test_a_moment_is_written_as_webvtt_does(seconds: float, text: str) -> None:
    assert stamp(seconds) == text


def test_what_is_no_webvtt_is_refused() -> None:
    with pytest.raises(ValueError, match="no WebVTT"):
        read_cues(Path(__file__).read_text("utf-8"))
