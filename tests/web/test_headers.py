"""What every answer carries, and what no page holds: found by following every link there is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from app.content.library import Library
from app.web.door import ANYONE, open_to
from tests.cast import Cast, Visitor
from tests.web.conftest import MAIL_CODE, MODULE
from tests.web.page import Page

Arrive = Callable[[str], Visitor]
BIGGEST = 100_000
FIXED = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=()",
}
POLICY = {
    "default-src": "'none'",
    "style-src": "'self'",
    "img-src": "'self'",
    "media-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "object-src": "'none'",
    "require-trusted-types-for": "'script'",
}
CRAWLERS = {
    "anonymous": ("/", "/inloggen", "/inloggen/mail/code"),
    "bas": ("/", "/thuis", "/mijn", "/inlogkaart?nieuw=1", "/mijn/wissen"),
    "anna": ("/", "/thuis", "/mijn", "/controle"),
    "coordinator": ("/",),
    "trainer": ("/",),
    "researcher": ("/",),
    "admin": ("/", "/beheer/", "/beheer/collega"),
}
ADDRESSES = {"src", "href", "action", "srcset", "poster", "data", "formaction"}
OWN_ADDRESS = "http://127.0.0.1:8000"


def policy_of(response: TestResponse) -> tuple[dict[str, str], str]:
    """The directives but that of scripts, and the nonce in that one."""
    parts = dict(part.split(" ", 1) for part in response.headers["Content-Security-Policy"].split("; "))
    script = re.fullmatch(r"'nonce-([A-Za-z0-9_-]{22})' 'strict-dynamic'", parts.pop("script-src"))
    assert script
    return parts, script[1]


def wrong_headers(response: TestResponse) -> Iterator[str]:
    yield from (
        f"{name}: {response.headers.get(name)}" for name in FIXED if response.headers.get(name) != FIXED[name]
    )
    if policy_of(response)[0] != POLICY:
        yield response.headers["Content-Security-Policy"]
    if response.headers.get("Cache-Control") != "no-store":
        yield f"Cache-Control: {response.headers.get('Cache-Control')}"
    if "Server" in response.headers or "charset=utf-8" not in response.headers["Content-Type"]:
        yield f"Server or Content-Type: {response.headers}"


def wrong_elements(response: TestResponse) -> Iterator[str]:
    """What our own policy would block, or what would tell another host that somebody is reading."""
    page, nonce = Page(response), policy_of(response)[1]
    for tag, attributes in page.elements:
        ours = attributes.get("nonce") == nonce and "src" in attributes
        if tag == "style" or (tag == "script" and not ours):
            yield f"<{tag}> {attributes}"
        yield from (
            f"<{tag} {name}={attributes[name]!r}>" for name in attributes if is_wrong(tag, attributes, name)
        )
    if len(response.data) > BIGGEST:
        yield f"{len(response.data)} bytes"
    if [tag for tag, _ in page.elements].count("h1") != 1 or 'lang="nl"' not in response.text:
        yield "not one h1, or no language"


def is_wrong(tag: str, attributes: dict[str, str], name: str) -> bool:
    """Style or script in an attribute, or an address elsewhere that is not a link of an author."""
    if name in ADDRESSES and is_elsewhere(attributes[name]):
        return not (tag == "a" and "noreferrer" in attributes.get("rel", ""))
    return name == "style" or name.startswith("on")


def is_elsewhere(address: str) -> bool:
    parts = urlsplit(address)
    if parts.scheme == "tel":
        return False
    return bool(parts.scheme or parts.netloc) and f"{parts.scheme}://{parts.netloc}" != OWN_ADDRESS


def is_file(path: str) -> bool:
    """Something to look at that is no page."""
    return path.startswith("/static/") or path.endswith(".pdf")


def crawl(visitor: Visitor, *begin: str) -> Iterator[tuple[str, TestResponse]]:
    """Every page that can be reached by links from these; papers have tests of their own."""
    waiting, seen = list(begin), set()
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        response = visitor.get(path)
        yield path, response
        if response.status_code in {301, 302, 303}:
            waiting.append(response.headers["Location"].split("#")[0])
        elif response.mimetype == "text/html":
            links = (link.removeprefix(OWN_ADDRESS).split("#")[0] for link in Page(response).links)
            waiting += [link for link in links if link.startswith("/") and not is_file(link)]


def content_paths(library: Library, cast: Cast) -> list[str]:
    """Pages that only a button leads to."""
    parts = [f"/les/{lesson.id}/{part.id}" for lesson in library.lessons.values() for part in lesson.parts]
    ends = [f"/les/{lesson.id}/klaar" for lesson in library.lessons.values()]
    questions = [f"/vragen/{MODULE}/slot/{number}" for number in range(1, 12)]
    again = [f"{path}?opnieuw=kaarten" for path in parts]
    attempt = f"/oefening/{next(iter(library.scenarios))}/{cast.attempts['anna']}"
    drills = [f"/rondje/{id}/nu" for id in library.drills]
    return [*parts, *ends, *questions, *again, attempt, f"{attempt}/0", *drills, "/inlogkaart?nieuw=1"]


@pytest.mark.parametrize("who", CRAWLERS)
def test_every_page_that_can_be_reached_is_in_order(
    arrive: Arrive, cast: Cast, library: Library, who: str
) -> None:
    wrong, pages, nonces = [], 0, set()
    begin = [*CRAWLERS[who], *(content_paths(library, cast) if who == "anna" else ())]
    for path, response in crawl(arrive(who), *begin):
        if response.status_code >= 300:
            if response.status_code > 303:
                wrong.append(f"{path}: {response.status_code}")
        elif response.mimetype == "text/html":
            pages += 1
            nonces.add(policy_of(response)[1])
            wrong += [f"{path}: {what}" for what in (*wrong_headers(response), *wrong_elements(response))]
    assert not wrong, "\n".join(wrong)
    assert len(nonces) == pages > (150 if who == "anna" else 4)


@pytest.mark.parametrize(
    ("status", "who", "request_line", "data"),
    [
        (400, "anonymous", "POST /inloggen", None),
        (403, "bas", "GET /beheer/", None),
        (404, "bas", "GET /les/bestaat-niet", None),
        (404, "anonymous", "GET /controle/F7KT2MWXF7KT", None),
        (405, "anonymous", "DELETE /hulp", None),
        (409, "bas", f"GET /vragen/{MODULE}/slot", None),
        (410, "anonymous", "GET /meedoen/F7KT2MWX", None),
        (410, "anonymous", "GET /medewerker/wachtwoord/onbekend", None),
        (413, "anonymous", "POST /inloggen", {"code": "x" * 70_000}),
        (422, "bas", "POST /mijn/naam", {"name": ""}),
        (422, "admin", "POST /beheer/gemeente", {"name": ""}),
    ],
)
def test_a_page_about_an_error_is_in_order(
    arrive: Arrive, status: int, who: str, request_line: str, data: dict[str, str] | None
) -> None:
    visitor, (method, path) = arrive(who), request_line.split()
    if data is not None:
        data = {"csrf_token": visitor.csrf, **data}
    response = visitor.client.open(path, method=method, data=data)
    assert response.status_code == status
    assert [*wrong_headers(response), *wrong_elements(response)] == []


def test_a_mistake_of_ours_gives_a_page_without_the_trace(
    own_app: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    @open_to(ANYONE)
    def broken() -> str:
        raise ZeroDivisionError("kanarie-geheim")

    own_app.add_url_rule("/kapot", "broken", broken)
    response = own_app.test_client().get("/kapot")
    assert response.status_code == 500
    assert [*wrong_headers(response), *wrong_elements(response)] == []
    assert "kanarie-geheim" not in response.text
    assert "kanarie-geheim" in caplog.text


def test_without_database_there_is_a_page_that_asks_for_patience(own_app: Flask, cast: Cast) -> None:
    visitors = {who: Visitor(own_app).enter(cast, who) for who in ("anonymous", "bas", "admin")}
    own_app.extensions["database"].close()
    file = own_app.extensions["config"].instance / "pluis.sqlite3"
    file.unlink()
    file.mkdir()
    for who, visitor in visitors.items():
        for path in (
            "/mijn",
            "/inloggen",
            "/hulp",
            "/medewerker/",
            "/controle/F7KT2MWXF7KF",
            "/bestaat-niet",
        ):
            response, cookie = visitor.client.get(path), visitor.client.get_cookie("pluis")
            if who == "anonymous":
                assert response.status_code in {200, 303, 404}
                continue
            assert response.status_code == 503
            assert [*wrong_headers(response), *wrong_elements(response)] == []
            assert response.headers["Retry-After"] == "60"
            assert "niets kwijt" in response.text
            assert cookie
            assert cookie.value == f"t.{cast.tokens[who]}"
        assert visitor.client.get("/static/style.css", buffered=True).status_code == 200


@pytest.mark.parametrize(
    ("path", "keeps"),
    [
        ("/static/style.css", "public, max-age=3600"),
        ("/static/style.css?v=abc", "public, max-age=31536000, immutable"),
        ("/static/logo.svg", "public, max-age=3600"),
    ],
)
def test_our_own_files_may_be_kept_and_nothing_else(app: Flask, path: str, keeps: str) -> None:
    response = app.test_client().get(path, buffered=True)
    assert response.headers["Cache-Control"] == keeps
    assert {name: response.headers.get(name) for name in FIXED} == FIXED
    assert policy_of(response)[0] == POLICY
    assert app.test_client().get("/static/bestaat-niet.css").headers["Cache-Control"] == "no-store"


def test_every_file_that_pages_name_is_there(arrive: Arrive) -> None:
    visitor, names = arrive("anna"), set()
    for _, response in crawl(visitor, "/thuis", "/hulp"):
        for attributes in Page(response).attributes("script", "link", "img", "use"):
            names.add((attributes.get("src") or attributes.get("href", "")).split("#")[0])
    assert len(names) > 15
    for name in names:
        response = visitor.client.get(name, buffered=True)
        assert (response.status_code, name) == (200, name)


def test_an_encrypted_installation_tells_browsers_to_stay_encrypted(own_app: Flask) -> None:
    config = own_app.extensions["config"]
    assert "Strict-Transport-Security" not in own_app.test_client().get("/hulp").headers
    object.__setattr__(config, "public_url", "https://pluis.example.org")
    age = own_app.test_client().get("/hulp").headers["Strict-Transport-Security"]
    assert age == "max-age=63072000; includeSubDomains"


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "localhost@evil.example",
        "",
        "a b",
        "evil.example:80",
    ],
)
@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/"), ("POST", "/inloggen"), ("GET", "/static/style.css"), ("GET", "/thuis")]
)
def test_a_host_that_is_not_ours_gets_nothing(app: Flask, host: str, method: str, path: str) -> None:
    response = app.test_client().open(path, method=method, headers={"Host": host}, buffered=True)
    assert response.status_code == 400
    assert "evil" not in response.text + str(response.headers)
    assert "Traceback" not in response.text
    assert response.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "forged",
    [
        {"X-Forwarded-Host": "evil.example"},
        {"X-Forwarded-Proto": "https", "X-Forwarded-Server": "evil.example"},
        {"Forwarded": "host=evil.example"},
        {"X-Original-URL": "/beheer/"},
        {"X-Rewrite-URL": "/beheer/"},
    ],
)
def test_a_forwarded_host_never_ends_up_in_a_link(arrive: Arrive, cast: Cast, forged: dict[str, str]) -> None:
    coordinator = arrive("coordinator")
    code = cast.invitations["noord"]
    response = coordinator.get(f"/medewerker/team/{cast.teams['noord']}/uitnodiging/{code}", headers=forged)
    assert response.status_code == 200
    assert f"{OWN_ADDRESS}/meedoen/{code}" in response.text
    assert "evil.example" not in response.text


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"code=" + b"x" * 66_000, "application/x-www-form-urlencoded", 413),
        (b"&".join(b"a=1" for _ in range(201)), "application/x-www-form-urlencoded", 413),
        (b"&".join(b"a%d=1" % number for number in range(1001)), "application/x-www-form-urlencoded", 413),
        (b"x" * 70_000, "application/json", 413),
        (
            b"".join(
                b'--b\r\nContent-Disposition: form-data; name="f%d"\r\n\r\nx\r\n' % n for n in range(150)
            )
            + b"--b--\r\n",
            "multipart/form-data; boundary=b",
            413,
        ),
        (
            b'--b\r\nContent-Disposition: form-data; name="code"\r\n\r\n' + b"x" * 40_000 + b"\r\n--b--\r\n",
            "multipart/form-data; boundary=b",
            413,
        ),
    ],
)
def test_a_body_that_no_form_of_ours_makes_is_refused(
    app: Flask, body: bytes, kind: str, status: int
) -> None:
    response = app.test_client().post("/inloggen", data=body, content_type=kind)
    assert response.status_code == status
    assert response.text.startswith("<!doctype html>")


def test_what_machines_ask_is_answered(visitor: Visitor) -> None:
    assert visitor.get("/gezond").text == "ok\n"
    lines = dict(line.split(": ", 1) for line in visitor.get("/.well-known/security.txt").text.splitlines())
    assert lines["Canonical"] == f"{OWN_ADDRESS}/.well-known/security.txt"
    assert lines["Contact"].startswith(("mailto:", "https:"))


def test_what_somebody_downloads_is_all_theirs(arrive: Arrive, cast: Cast) -> None:
    anna = arrive("anna")
    anna.post(f"/mijn/mail/{cast.mails['anna']}", code=MAIL_CODE)
    response = anna.get("/mijn/bestand")
    assert response.headers["Content-Disposition"] == "attachment; filename=mijn-gegevens-pluis.json"
    assert response.headers["Cache-Control"] == "no-store"
    assert (response.json["naam"], response.json["e-mailadres"]) == ("Anna", "anna@example.org")  # type: ignore[index]
    assert "Zara" not in response.text
