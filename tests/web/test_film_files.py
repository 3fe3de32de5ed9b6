"""The files of a film, in the pieces that a player asks for, under a fingerprint, for who is signed in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cast import Cast, Visitor
from tests.film_case import ID, manifest, rendered
from tests.web.conftest import read_anew

Arrive = Callable[[str], Visitor]
FILM = f"/film/{ID}"
FILES = rendered()
MP4 = FILES["film.mp4"]
TOLD = manifest()["files"]


@pytest.mark.parametrize(
    ("asked", "status", "start", "stop"),
    [
        (None, 200, 0, len(MP4)),
        ("bytes=0-", 206, 0, len(MP4)),
        ("bytes=0-99", 206, 0, 100),
        ("bytes=100-199", 206, 100, 200),
        ("bytes=32000-99999999", 206, 32000, len(MP4)),
        ("bytes=-100", 206, len(MP4) - 100, len(MP4)),
    ],
)
def test_a_film_comes_in_the_pieces_that_a_player_asks_for(
    arrive: Arrive, *, asked: str | None, status: int, start: int, stop: int
) -> None:
    headers = {"Range": asked} if asked else {}
    response = arrive("bas").get(f"{FILM}/bestand/film.mp4", headers=headers, buffered=True)
    assert (response.status_code, response.mimetype) == (status, "video/mp4")
    assert response.data == MP4[start:stop]
    assert response.headers["Accept-Ranges"] == "bytes"
    assert response.headers["ETag"] == f'"{TOLD["film.mp4"]["sha256"]}"'
    assert int(response.headers["Content-Length"]) == stop - start
    if status == 206:
        assert response.headers["Content-Range"] == f"bytes {start}-{stop - 1}/{len(MP4)}"


@pytest.mark.parametrize(
    "asked", ["bytes=99999999-", "bytes=0-1,5-9", "bytes=x-y", "pages=1-2", f"bytes={len(MP4)}-"]
)
def test_a_piece_that_is_not_there_is_refused_with_the_length(arrive: Arrive, asked: str) -> None:
    response = arrive("bas").get(f"{FILM}/bestand/film.mp4", headers={"Range": asked}, buffered=True)
    assert response.status_code == 416
    assert response.headers["Content-Range"] == f"bytes */{len(MP4)}"
    assert response.headers["Cache-Control"] == "no-store"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=st.integers(0, len(MP4) + 10), length=st.integers(1, len(MP4)))
def test_any_piece_is_the_same_bytes(arrive: Arrive, first: int, length: int) -> None:
    asked = {"Range": f"bytes={first}-{first + length - 1}"}
    response = arrive("bas").get(f"{FILM}/bestand/film.mp4", headers=asked, buffered=True)
    expected = MP4[first : first + length]
    assert response.status_code == (206 if expected else 416)
    assert response.data == expected


@pytest.mark.parametrize(
    ("header", "status"),
    [
        ({"If-None-Match": f'"{TOLD["film.mp4"]["sha256"]}"'}, 304),
        ({"If-None-Match": '"another"'}, 200),
        ({"Range": "bytes=0-9", "If-Range": f'"{TOLD["film.mp4"]["sha256"]}"'}, 206),
        ({"Range": "bytes=0-9", "If-Range": '"another"'}, 200),
    ],
)
def test_a_browser_that_has_it_already_need_not_get_it_again(
    arrive: Arrive, header: dict[str, str], status: int
) -> None:
    response = arrive("bas").get(f"{FILM}/bestand/film.mp4", headers=header, buffered=True)
    assert response.status_code == status
    assert response.headers["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize("name", FILES)
def test_every_file_has_its_own_type_and_may_be_kept_under_its_fingerprint(arrive: Arrive, name: str) -> None:
    bas, version = arrive("bas"), TOLD[name]["sha256"][:8]
    types = {"mp4": "video/mp4", "webp": "image/webp", "vtt": "text/vtt; charset=utf-8"}
    for query, keeps in (
        (f"?v={version}", "private, max-age=31536000, immutable"),
        ("", "private, no-cache"),
        ("?v=", "private, no-cache"),
        (f"?v={version[::-1]}x", "private, no-cache"),
        (f"?v={TOLD[name]['sha256']}", "private, no-cache"),
    ):
        response = bas.get(f"{FILM}/bestand/{name}{query}", buffered=True)
        assert (response.status_code, response.data) == (200, FILES[name])
        assert response.headers["Content-Type"] == types[name.rpartition(".")[2]]
        assert response.headers["Cache-Control"] == keeps
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert "Vary" not in response.headers
        assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize("who", ["anna", "zara", "trainer", "researcher", "coordinator", "admin"])
def test_files_are_for_everybody_who_is_signed_in(arrive: Arrive, who: str) -> None:
    assert arrive(who).get(f"{FILM}/bestand/poster.webp", buffered=True).status_code == 200


def test_files_are_for_nobody_else_and_lead_nowhere_after_signing_in(visitor: Visitor, cast: Cast) -> None:
    visitor.get("/inloggen")
    response = visitor.get(f"{FILM}/bestand/film.mp4?v={TOLD['film.mp4']['sha256'][:8]}")
    assert (response.status_code, response.headers["Location"]) == (303, "/inloggen")
    assert response.headers["Cache-Control"] == "no-store"
    assert visitor.post("/inloggen", code=cast.cards["anna"]).headers["Location"] == "/thuis"


@pytest.mark.parametrize(
    "name",
    [
        "manifest.json",
        "casus.md",
        "storyboard.yaml",
        "",
        ".",
        "..",
        "../film.mp4",
        "..%2fmanifest.json",
        "stills",
        "stills/",
        "stills/../film.mp4",
        "stills%2f..%2f..%2f..%2fpluis.sqlite3",
        "%2e%2e/%2e%2e/README.md",
        "/etc/passwd",
        "%2fetc%2fpasswd",
        "film.mp4%00",
        "FILM.MP4",
        "film.mp4/",
        "C:%5cfilm.mp4",
        "stills%5cstraat.webp",
    ],
)
def test_only_names_in_the_manifest_lead_to_a_file(arrive: Arrive, name: str) -> None:
    response = arrive("bas").client.get(f"{FILM}/bestand/{name}")
    assert response.status_code in {308, 400, 404}
    assert b"ftyp" not in response.data


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec="utf-8", exclude_characters="?#\0"), max_size=30))
def test_no_other_name_leads_to_a_file(arrive: Arrive, name: str) -> None:
    response = arrive("bas").client.get(f"{FILM}/bestand/{name}", buffered=True)
    assert (response.status_code == 200) == (name in FILES)


def test_a_file_that_is_gone_is_not_found(own_app: Flask, cast: Cast) -> None:
    (own_app.extensions["config"].content_root / "media" / ID / "film.mp4").unlink()
    bas = Visitor(own_app).enter(cast, "bas")
    assert bas.get(f"{FILM}/bestand/film.mp4").status_code == 404
    assert bas.get(FILM).status_code == 200


def test_a_manifest_that_forgets_a_file_does_not_stop_the_page(own_app: Flask, cast: Cast) -> None:
    root: Path = own_app.extensions["config"].content_root
    path = root / "media" / ID / "manifest.json"
    path.write_text(path.read_text("utf-8").replace('"poster.webp"', '"ander.webp"'), "utf-8")
    read_anew(own_app)
    anna = Visitor(own_app).enter(cast, "anna")
    for page in (FILM, f"{FILM}/lezen/1", "/thuis"):
        assert anna.get(page).status_code == 200
    assert anna.get(f"{FILM}/bestand/poster.webp").status_code == 404
