"""Whatever is typed, sent or put in an address: never a failure of ours, always a page in Dutch."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from werkzeug.routing import Rule as Route
from werkzeug.test import TestResponse

from app.content.library import Library
from tests.cast import Cast, Visitor
from tests.web.conftest import MODULE, Rows
from tests.web.page import Page
from tests.web.routes import BODIES, arguments, body, rule_for

Arrive = Callable[[str], Visitor]
MARKUP = "\"'><script>kanarie</script>&amp;{{7*7}}"
TYPED: dict[str, object] = {
    "missing": None,
    "empty": "",
    "spaces": "   ",
    "10 kB": "x" * 10_000,
    "NUL": "a\0b",
    "markup": MARKUP,
    "emoji, halves and right to left": "💥👨‍👩‍👧 a\ufffd\u0301 \u202egnp\u2066 \u05d0\u0627",
    "negative": "-1",
    "huge number": "9" * 40,
    "other digits": "\u0661\u00b2",
    "several": ["a", "b", "c"],
    "line breaks and SQL": "a\r\nBcc: iedereen@example.org' OR 1=1; DROP TABLE learner --",
}
RAW = {
    "invalid UTF-8": (b"{csrf}&{field}=%ff%fe\xff\xfe", "application/x-www-form-urlencoded"),
    "lone surrogates": (b"{csrf}&{field}=%ED%A0%80\xed\xa0\x80", "application/x-www-form-urlencoded"),
    "JSON": (b'{"{field}": "x"}', "application/json"),
    "text": (b"x", "text/plain"),
    "broken multipart": (
        b'--b\r\nContent-Disposition: form-data; name="{field}',
        "multipart/form-data; boundary=b",
    ),
    "multipart without boundary": (b"--b\r\n", "multipart/form-data"),
    "strange charset": (b"{csrf}&{field}=x", "application/x-www-form-urlencoded; charset=utf-7"),
    "multipart with a strange charset": (
        b'--b\r\nContent-Type: x; charset=zzz\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n--b--',
        "multipart/form-data; boundary=b",
    ),
    "a file where text is asked": (
        b'--b\r\nContent-Disposition: form-data; name="{field}"; filename="a.exe"\r\n\r\nMZ\r\n--b--',
        "multipart/form-data; boundary=b",
    ),
}
ARGUMENTS = (
    "%00",
    "%ff%fe",
    "%ed%a0%80",
    "..%2f..%2fetc%2fpasswd",
    "%F0%9F%92%A5",
    "x" * 3000,
    "0",
    "-1",
    "99999999999999999999999999",
    "2147483648",
    "1e3",
    "%D9%A1",
    "%22%3E%3Cscript%3Ekanarie",
    "%0d%0aX-Evil:%201",
    "%27%20OR%201=1--",
    "{{7*7}}",
    "%25s%n",
    ";",
)
QUERIES = (
    "gelukt=<script>kanarie</script>&gelukt=naam&opnieuw=%00&opnieuw=%ff&next=//evil.example&v=%00",
    "opnieuw=../../x&nieuw=&daarna=<script>kanarie</script>&a[]=1&a[b]=2&%F0%9F%92%A5=1",
    "=&&=&%",
)
OTHER_FIELDS = {
    "admin.add_colleague": ["teams"],
    "joining.consent": ["daarna"],
    "learner.rename": ["extra"],
    "lessons.sort": ["key"],
    "measurement.respond": ["keuze", "key"],
    "neighbourhood.change_kind": ["hours", "deputy", "niemand"],
    "neighbourhood.change_profile": ["tenure", "reports", "residents", "bottlenecks", "exercises"],
    "observations.answer": ["niets"],
}
POSTS = sorted({*BODIES, "lessons.answer", "lessons.sort", "scenarios.choose", "drills.answer"})


def is_in_order(response: TestResponse) -> bool:
    """A redirect, or a page in Dutch; and nothing that was sent came back as markup."""
    if response.status_code >= 500 or "x-evil" in str(response.headers).lower():
        return False
    if response.status_code in {301, 302, 303, 308}:
        return response.headers["Location"].startswith(("/", "http://localhost/"))
    if response.mimetype != "text/html" or response.status_code == 204:
        return response.status_code in {200, 204}
    text = response.text
    return 'lang="nl"' in text and "<script>kanarie" not in text and "49" not in re.findall(r">49<", text)


def who_may(app: Flask, endpoint: str) -> str:
    rule = rule_for(app, endpoint)
    return {"anyone": "anonymous", "learner": "anna", "signed in": "anna", "staff": "admin"}[rule.kind]


def route_of(app: Flask, endpoint: str) -> Route:
    return next(route for route in app.url_map.iter_rules(endpoint) if "POST" in (route.methods or ()))


def address(app: Flask, endpoint: str, cast: Cast, library: Library) -> str:
    values = arguments(route_of(app, endpoint), cast, library, "noord")
    return app.url_map.bind("localhost").build(endpoint, values, method="POST")


def cleaned(value: str) -> str:
    """What is left of what was typed: no control characters, no spaces around it."""
    return "".join(c for c in value if c.isprintable()).strip()


def lost(response: TestResponse, field: str, value: object) -> bool:
    """Whether a form that is shown again does not hold what was typed in it."""
    if response.status_code not in {200, 422} or response.mimetype != "text/html":
        return False
    page = Page(response)
    shown = [form.fields[field] for form in page.forms if field in form.typed and field != "password"]
    passwords = [a for a in page.attributes("input") if a.get("type") == "password" and a.get("value")]
    kept = {cleaned(str(text)) for text in shown}
    return bool(passwords) or bool(isinstance(value, str) and shown and cleaned(value) not in kept)


@pytest.mark.parametrize("endpoint", POSTS)
def test_whatever_is_typed_gets_a_page_that_still_has_it(
    app: Flask, arrive: Arrive, cast: Cast, library: Library, endpoint: str
) -> None:
    path, good = address(app, endpoint, cast, library), body(endpoint, library)
    visitor, wrong = arrive(who_may(app, endpoint)), []
    visitor.get("/inloggen")
    cookie = visitor.client.get_cookie("pluis").value  # type: ignore[union-attr]
    for field in fields_of(endpoint, good, library):
        for kind, value in TYPED.items():
            app.extensions["throttle"].buckets.clear()
            data = {"csrf_token": visitor.csrf, **(good if field in good else {}), field: value}
            if value is None:
                del data[field]
            response = visitor.client.post(path, data=data)
            visitor.client.set_cookie("pluis", cookie)
            if not is_in_order(response) or lost(response, field, value):
                wrong.append(f"{field}, {kind}: {response.status_code}")
    assert wrong == []


@pytest.mark.parametrize("endpoint", POSTS)
def test_whatever_body_is_sent_gets_a_page(
    app: Flask, arrive: Arrive, cast: Cast, library: Library, endpoint: str
) -> None:
    path, field = address(app, endpoint, cast, library), next(iter(body(endpoint, library)), "x")
    visitor, wrong = arrive(who_may(app, endpoint)), []
    visitor.get("/inloggen")
    for kind, (raw, content_type) in RAW.items():
        data = raw.replace(b"{csrf}", f"csrf_token={visitor.csrf}".encode()).replace(
            b"{field}", field.encode()
        )
        response = visitor.client.post(path, data=data, content_type=content_type)
        if not is_in_order(response):
            wrong.append(f"{kind}: {response.status_code}")
    assert wrong == []


def fields_of(endpoint: str, good: dict[str, str], library: Library) -> list[str]:
    """Every field that the route looks at; of many cards the first three."""
    more = OTHER_FIELDS.get(endpoint, [])
    if endpoint == "measurement.evaluation":
        scales = library.instruments[f"evaluatie-{MODULE}"].scales
        more = ["key", *(item.code for scale in scales for item in scale.items)]
    return [*list(good)[:3], *more]


def odd_paths(route: Route) -> Iterator[str]:
    """The address with each odd value in the place of each argument."""
    parts = re.split(r"<[^>]+>", route.rule)
    for odd in ARGUMENTS if len(parts) > 1 else ():
        yield odd.join(parts)


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("who", ["anna", "admin"])
def test_whatever_stands_in_an_address_gets_a_page(app: Flask, arrive: Arrive, who: str, method: str) -> None:
    visitor, wrong, count = arrive(who), [], 0
    kind = {"anna": {"anyone", "learner", "signed in"}, "admin": {"staff", "signed in"}}[who]
    for route in app.url_map.iter_rules():
        if method not in (route.methods or ()) or rule_for(app, route.endpoint).kind not in kind:
            continue
        for path in odd_paths(route):
            app.extensions["throttle"].buckets.clear()
            data = {"csrf_token": visitor.csrf} if method == "POST" else None
            response = visitor.client.open(path, method=method, data=data, buffered=True)
            count += 1
            if not is_in_order(response):
                wrong.append(f"{path[:80]}: {response.status_code}")
    assert wrong == []
    assert count > 50


@pytest.mark.parametrize("query", QUERIES)
def test_whatever_is_asked_gets_a_page(
    app: Flask, arrive: Arrive, cast: Cast, library: Library, query: str
) -> None:
    visitors, wrong = {who: arrive(who) for who in ("anonymous", "anna", "admin")}, []
    for route in app.url_map.iter_rules():
        if "GET" in (route.methods or ()):
            values = arguments(route, cast, library, "noord")
            path = app.url_map.bind("localhost").build(route.endpoint, values, method="GET")
            visitor = visitors[who_may(app, route.endpoint)]
            response = visitor.client.get(f"{path}?{query}", buffered=True)
            if not is_in_order(response):
                wrong.append(f"{path}: {response.status_code}")
    assert wrong == []


@pytest.mark.parametrize(
    "header", ["Cookie", "Accept-Language", "Referer", "User-Agent", "If-None-Match", "Range", "Origin"]
)
def test_whatever_a_browser_says_gets_a_page(app: Flask, header: str) -> None:
    for value in (
        "\xff\xfe",
        "x" * 9000,
        "bytes=0-,-1",
        ";;==,,",
        "pluis=t.\xe9",
        "http://[",
        "//",
        "http://[::1",
    ):
        client = app.test_client(use_cookies=False)
        for method, path in (("GET", "/inloggen"), ("POST", "/inloggen"), ("GET", "/thuis")):
            assert is_in_order(client.open(path, method=method, headers={header: value})), (value[:20], path)


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("/oefening/bal-tegen-de-schutting/%00", {}),
        ("/mijn/mail/a%00b", {}),
        ("/mijn/naam", {"name": "An\0na"}),
        ("/evaluatie/wijkveiligheid", {"e08": "goed\0"}),
        ("/les/waarom-lopen-wij/hesje/verder", {"key": "\0"}),
    ],
)
def test_a_zero_byte_never_reaches_the_database(
    arrive: Arrive, rows: Callable[[], Rows], path: str, data: dict[str, str]
) -> None:
    anna, before = arrive("anna"), rows()
    assert anna.send(path, {**data}).status_code == 400
    assert rows() == before
