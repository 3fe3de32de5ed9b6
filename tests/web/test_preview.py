"""`pluis preview`: every text can be seen by its author, with its problems, on this computer only."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app.content.library import Library
from app.web.preview import create_preview
from tests.paper import Paper
from tests.web.page import Page


@pytest.fixture
def folder(tmp_path: Path, content: Path) -> Path:
    """Two lessons of this test's own."""
    shutil.copytree(content / "modules" / "gedeeld", tmp_path / "modules" / "gedeeld")
    module = next(content.glob("modules/1-*"))
    (tmp_path / "modules" / module.name).mkdir()
    for file in (module / "module.md", *sorted(module.glob("0[12]-*.md"))):
        shutil.copy(file, tmp_path / "modules" / module.name)
    return tmp_path


@pytest.fixture
def preview(folder: Path) -> FlaskClient:
    return create_preview(folder).test_client()


def paths(library: Library) -> Iterator[str]:
    yield from (f"/les/{id}" for id in library.lessons)
    yield from (f"/oefening/{id}" for id in library.scenarios)
    yield from (f"/rondje/{id}" for id in library.drills)
    assert library.coach
    yield f"/oefening/{library.coach.id}"
    yield from (f"/waarnemen/{id}" for id in library.observations)
    yield from (f"/meetinstrument/{id}" for id in library.instruments)
    yield from (f"/film/{id}" for id in library.videos)
    yield from (f"/kaart/{id}" for id in library.cards)


def test_everything_can_be_seen_with_its_secrets(content: Path, library: Library) -> None:
    preview = create_preview(content).test_client()
    lesson = next(iter(library.lessons.values()))
    question = next(q for part in lesson.parts for q in part.questions)
    with preview.application.app_context():  # one look at the disk for all pages
        assert sorted(Page(preview.get("/")).links) == sorted(paths(library))
        for path in ("/", *paths(library)):
            response = preview.get(path)
            page = Page(response)
            assert (response.status_code, bool(page.heading)) == (200, True), path
            assert not [a for _, a in page.elements if "style" in a]
            assert response.headers["Cache-Control"] == "no-store"
            nonce = page.attributes("script")[0]["nonce"]
            assert f"'nonce-{nonce}'" in response.headers["Content-Security-Policy"]
            if path == f"/les/{lesson.id}":
                assert question.options[0].feedback_html in response.text


def test_a_mistake_shows_at_once_where_it_was_made(
    preview: FlaskClient, folder: Path, library: Library
) -> None:
    lesson, other = list(library.lessons.values())[:2]
    version, before = preview.get("/versie").text, Page(preview.get(f"/les/{lesson.id}")).text
    path = folder / lesson.path
    path.write_text(path.read_text("utf-8").replace("[x]", "[ ]"), "utf-8")
    assert preview.get("/versie").text != version
    page = Page(preview.get(f"/les/{lesson.id}"))
    assert page.text.count(f"{lesson.path.as_posix()}:") > before.count(f"{lesson.path.as_posix()}:")
    assert "fout" in page.text
    assert f"{lesson.path.as_posix()}:" in Page(preview.get("/")).text
    assert f"{lesson.path.as_posix()}:" not in Page(preview.get(f"/les/{other.id}")).text
    assert f'data-version="{preview.get("/versie").text}"' in preview.get("/").text


def test_the_link_of_a_lesson_leads_to_a_drill_or_a_street(content: Path, library: Library) -> None:
    preview = create_preview(content).test_client()
    for id, drill in library.drills.items():
        page = Page(preview.get(f"/oefening/{id}", follow_redirects=True))
        assert (page.path, page.heading) == (f"/rondje/{id}", drill.title)
    for id, test in library.observations.items():
        page = Page(preview.get(f"/oefening/{id}", follow_redirects=True))
        assert (page.path, page.heading) == (f"/waarnemen/{id}", test.title)


@pytest.mark.parametrize(
    "path",
    [
        "/les/x",
        "/rondje/x",
        "/waarnemen/x",
        "/oefening/..%2f..",
        "/meetinstrument/\u00e9",
        "/thuis",
        "/beheer/",
    ],
)
def test_what_is_not_there_is_not_found(preview: FlaskClient, path: str) -> None:
    assert preview.get(path).status_code == 404


def test_an_empty_folder_and_rubbish_give_a_page_too(tmp_path: Path) -> None:
    (tmp_path / "modules" / "1-x").mkdir(parents=True)
    client = create_preview(tmp_path).test_client()
    assert "Er is nog geen module." in client.get("/").text
    (tmp_path / "modules" / "1-x" / "module.md").write_bytes(b"\xff\xfe---\x00<script>alert(1)</script>")
    (tmp_path / "modules" / "1-x" / "01-y.md").write_text(
        "---\ntitel: <script>x</script>\n---\n## <b>a {#a}\n"
    )
    assert client.get("/").status_code == client.get("/les/y").status_code == 200
    assert "<script>x" not in client.get("/les/y").text + client.get("/").text


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8001", "127.0.0.1.evil.example", "192.168.1.10:8001", ""]
)
def test_the_preview_answers_to_names_of_this_computer_only(preview: FlaskClient, host: str) -> None:
    """Otherwise a website could point its own name at this computer and read along."""
    for path in ("/", "/versie"):
        assert preview.get(path, headers={"Host": host}).status_code == 400


@pytest.mark.parametrize("host", ["127.0.0.1:8001", "localhost:8001", "localhost"])
def test_the_preview_answers_on_this_computer(preview: FlaskClient, host: str) -> None:
    assert preview.get("/versie", headers={"Host": host}).status_code == 200


def test_a_card_can_be_seen_as_it_comes_out_of_the_printer(content: Path, library: Library) -> None:
    preview = create_preview(content).test_client()
    card = library.cards["meldroute"]
    page = Page(preview.get(f"/kaart/{card.id}"))
    assert all(block.title in page.text for side in card.sides for block in side.blocks)
    (link,) = (link for link in page.links if link.endswith(".pdf"))
    assert Paper(preview.get(link).data).title == card.title
    assert preview.get("/kaart/bestaat-niet.pdf").status_code == 404
