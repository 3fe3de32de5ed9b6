"""A video case: its words and its film become stretches with a question between them."""

from __future__ import annotations

import json
from copy import deepcopy
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.content.checks import check_library
from app.content.library import LibraryKeeper, load_library
from app.content.manifest import read_film
from app.content.video import Video
from tests.content.small_library import TODAY
from tests.film_case import (
    CASE,
    DURATION,
    ID,
    MANIFEST,
    SHOTS,
    STOPS,
    STORYBOARD,
    WORDS,
    manifest,
    write_case,
)

FILES = [WORDS, STORYBOARD, MANIFEST]


def video_in(root: Path, **changes: Any) -> Video:
    """The case, with these keys of its manifest changed."""
    write_case(root, {MANIFEST: json.dumps(manifest(**changes))})
    return load_library(root).videos[ID]


def test_a_case_is_read_whole(tmp_path: Path) -> None:
    video = video_in(tmp_path)
    assert (video.id, video.module, video.minutes) == (ID, "wijkveiligheid", 2)
    assert (video.title, video.drawing) == ("De fiets bij de boom", "fiets")
    assert video.intro_html == "<p>Samira loopt haar vaste ronde. Bij een boom ligt een fiets.</p>"
    assert (video.after_title, video.duration, len(video.shots)) == ("Na afloop", DURATION, 4)
    assert [(stop.id, stop.at) for stop in video.stops] == list(STOPS.items())
    first = video.stops[0]
    assert first.question.title == "Wat heb je gemerkt?"
    assert [(o.code, o.mark) for o in first.question.options] == [("a", "x"), ("b", ""), ("c", "~")]
    assert (first.seen_html.count("<li>"), first.made_of_it_html.count("<li>")) == (2, 1)
    assert dict(video.chapters) == {"De ronde": 0.0, "Ron": 6.0}


def test_a_stretch_tells_what_is_to_be_seen_and_heard(tmp_path: Path) -> None:
    assert [stretch.speech for stretch in video_in(tmp_path).stretches] == [
        (
            "Een straat met bomen. Samira loopt over de stoep. In beeld staat: Lindelaan – half acht. "
            "Je hoort: een vogel fluit. "
            "Samira loopt haar ronde. "
            "Bij een boom ligt een fiets. In beeld staat: Het slot hangt los. Samira: Hé, een fiets."
        ),
        "Ron staat naast de boom en kijkt naar de grond. Ron: Dag Samira. Samira: Dag Ron.",
        "Samira en Ron zetten de fiets rechtop. Ron: Bedankt, Samira. Tot morgen op het plein.",
    ]


def test_without_a_film_there_are_words_and_nothing_to_show(tmp_path: Path) -> None:
    write_case(tmp_path)
    (tmp_path / MANIFEST).unlink()
    video = load_library(tmp_path).videos[ID]
    assert (video.title, video.film, video.stretches, video.stops, video.shots) == (
        "De fiets bij de boom", None, (), (), (),
    )  # fmt: skip


def test_a_question_that_the_film_does_not_stop_for_is_not_asked(tmp_path: Path) -> None:
    video = video_in(tmp_path, stops=[{"id": "doen", "at": 8.9}, {"id": "vreemd", "at": 3.0}])
    assert [stop.id for stop in video.stops] == ["doen"]
    assert [[shot.id for shot in stretch.shots] for stretch in video.stretches] == [
        ["straat", "boom", "ron"],
        ["slot"],
    ]


@pytest.mark.parametrize(
    ("seconds", "number"), [(0, 1), (5.9, 1), (5.94, 2), (8.9, 2), (8.95, 3), (12, 3), (1e9, 3)]
)
def test_a_moment_lies_in_one_stretch(tmp_path: Path, seconds: float, number: int) -> None:
    assert video_in(tmp_path).stretch_at(seconds).number == number


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    stops=st.lists(st.floats(0.1, DURATION), max_size=2, unique=True).map(sorted),
    ends=st.lists(st.floats(0.1, DURATION), max_size=6, unique=True).map(sorted),
)
def test_every_shot_is_in_one_stretch_and_in_order(
    tmp_path: Path, stops: list[float], ends: list[float]
) -> None:
    bounds = [0.0, *ends, DURATION + 1]
    shots = [
        {**SHOTS[0], "id": f"s{n}", "start": start, "end": end}
        for n, (start, end) in enumerate(pairwise(bounds))
    ]
    times = [{"id": id, "at": at} for id, at in zip(STOPS, stops, strict=False)]
    video = video_in(tmp_path, shots=shots, stops=times)
    assert [shot.id for stretch in video.stretches for shot in stretch.shots] == [s["id"] for s in shots]
    assert [stretch.number for stretch in video.stretches] == list(range(1, len(stops) + 2))
    assert [stretch.stop and stretch.stop.at for stretch in video.stretches] == [*stops, None]
    for stretch in video.stretches:
        assert video.stretch_at(stretch.start) == stretch


BROKEN: list[tuple[str, Any, str]] = [
    ("duration", "lang", "‘duration’ ontbreekt of klopt niet"),
    ("duration", True, "‘duration’ ontbreekt of klopt niet"),
    ("duration", -1, "‘duration’ is geen tijd"),
    ("duration", float("inf"), "‘duration’ is geen tijd"),
    ("duration", 0, "er staat geen film in"),
    ("storyboard", "abc", "‘storyboard’ is geen SHA-256"),
    ("case", None, "‘case’ ontbreekt of klopt niet"),
    ("shots", [], "er staat geen film in"),
    ("shots", [SHOTS[1], SHOTS[0]], "de shots staan niet op volgorde"),
    ("shots", [{**SHOTS[0], "labels": [1]}], "‘labels’ zijn geen woorden"),
    ("shots", [{**SHOTS[0], "still": "../film.mp4"}], "‘../film.mp4’ kan geen naam van een bestand zijn"),
    ("shots", ["straat"], "‘still’ ontbreekt of klopt niet"),
    ("stops", [{"id": "Gezien!", "at": 1}], "‘Gezien!’ kan geen id zijn"),
    ("files", {"../../pluis.sqlite3": {}}, "‘../../pluis.sqlite3’ kan geen naam van een bestand zijn"),
    ("files", {"stills/../film.mp4": {}}, "‘stills/../film.mp4’ kan geen naam van een bestand zijn"),
    ("files", {"/etc/passwd": {}}, "‘/etc/passwd’ kan geen naam van een bestand zijn"),
]


@pytest.mark.parametrize(("key", "value", "sentence"), BROKEN)
def test_a_manifest_that_no_build_writes_is_refused_with_a_reason(
    key: str, value: object, sentence: str
) -> None:
    with pytest.raises(ValueError, match=sentence.replace(".", r"\.")):
        read_film(json.dumps(manifest(**{key: value})))


@given(st.randoms(use_true_random=False), st.sampled_from([None, [], {}, "x", -1, 1e300, True, ["a"]]))
def test_whatever_stands_in_a_manifest_is_read_or_refused(dice: Random, odd: object) -> None:
    told = deepcopy(manifest())
    at: Any = told
    while True:  # down to some place, and put something odd there
        key = dice.choice(list(at) if isinstance(at, dict) else range(len(at)))
        if dice.random() < 0.4 or not isinstance(at[key], dict | list) or not at[key]:
            break
        at = at[key]
    at[key] = odd
    try:
        film = read_film(json.dumps(told))
    except ValueError as error:
        assert str(error)  # noqa: PT017 - either is right, as long as it is nothing else
    else:
        assert film.shots


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "[" * 100_000, '{"duration": ' + "9" * 5000 + "}"])
def test_rubbish_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - which one depends on the rubbish
        read_film(text)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(FILES), cut=st.floats(0, 1), odd=st.binary(max_size=12))
def test_a_mutilated_case_never_stops_the_reading(tmp_path: Path, name: str, cut: float, odd: bytes) -> None:
    write_case(tmp_path)
    data = (tmp_path / name).read_bytes()
    at = int(len(data) * cut)
    (tmp_path / name).write_bytes(data[:at] + odd + data[at + len(odd) :])
    for problem in check_library(load_library(tmp_path), TODAY):
        assert problem.path.as_posix() in FILES
        assert 1 <= problem.line <= (tmp_path / problem.path).read_bytes().count(b"\n") + 2


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (WORDS, "titel: De fiets bij de boom", "titel: De fiets"),
        (STORYBOARD, "decor: lindelaan", "decor: plein"),
        (MANIFEST, '"fps": 10', '"fps": 12'),
    ],
)
def test_the_version_changes_with_words_storyboard_and_manifest(
    tmp_path: Path, name: str, old: str, new: str
) -> None:
    write_case(tmp_path)
    before = load_library(tmp_path).version
    text = (tmp_path / name).read_text("utf-8")
    assert old in text
    (tmp_path / name).write_text(text.replace(old, new), "utf-8")
    assert load_library(tmp_path).version != before


def test_a_keeper_follows_a_new_film(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.content.library.LOOK_EVERY", -1)
    write_case(tmp_path)
    keeper = LibraryKeeper(tmp_path, lambda _library: ())
    assert keeper.current.videos[ID].duration == DURATION
    write_case(tmp_path, {MANIFEST: json.dumps(manifest(duration=13.25))})
    assert keeper.current.videos[ID].duration == 13.25


def test_the_questions_of_a_case_have_the_fingerprints_of_any_question(tmp_path: Path) -> None:
    before = video_in(tmp_path).stops
    write_case(tmp_path, {WORDS: CASE.replace("Iemand heeft de fiets", "Een ander heeft de fiets")})
    after = load_library(tmp_path).videos[ID].stops
    assert [a.question.fingerprint == b.question.fingerprint for a, b in zip(before, after, strict=True)] == [
        False,
        True,
    ]
