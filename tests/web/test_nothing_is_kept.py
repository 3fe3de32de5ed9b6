"""What somebody types in the report exercise is found nowhere afterwards: not in a file, not in the log.

The server is a real one, in a process of its own, with all that it writes below one folder: the database
with its journal, the log, and the place for temporary files.  Words that exist nowhere else are typed in
every step and on every way in which a request can fail; then every byte below that folder is looked at.
"""

from __future__ import annotations

import base64
import http.client
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, quote_plus, urlencode

import pytest

from app.services import browser_sessions
from tests.browser.people import new_volunteer
from tests.browser.site import Site, free_port

CANARY = "Kwibbelzwaluw"
"""The words that are typed begin with this; each has an end of its own that says where."""

LOGGED, STORED = "Knalrondvink", "Blauwborstmees"
"""Words that are kept, to see that looking would have found the others."""

A_FILE = (
    b'--b\r\nContent-Disposition: form-data; name="tekst-1"; filename="%%(canary)s.txt"\r\n\r\n%s\r\n--b--'
)

FAILING = f"""
from app.web import report_practice
advise = report_practice.advise

def explode(text, *rest):
    if "ontplof" in text:
        raise RuntimeError("{LOGGED}")
    return advise(text, *rest)

report_practice.advise = explode
from app.cli import main
main(["demo"])
"""
"""The demo, with a coach who fails at one word."""


def disguises(word: str) -> set[bytes]:
    """The ways in which a word may stand in a file."""
    plain = word.encode()
    texts = {
        word,
        word.lower(),
        word.upper(),
        word[::-1],
        plain.hex(),
        plain.hex().upper(),
        quote(word),
        quote_plus(word),
    }
    codes = {
        code for text in texts for code in (text.encode(), text.encode("utf-16-le"), text.encode("utf-16-be"))
    }
    for skip in range(3):  # where a word begins in a longer text decides how base64 shows it
        code = base64.b64encode(b"\0" * skip + plain)[4 if skip else 0 : -4]
        codes |= {code, code.replace(b"+", b"-").replace(b"/", b"_")}
    return codes


def places_of(word: str, folder: Path) -> list[str]:
    """The files below a folder that hold this word in any disguise, in their name or in their bytes."""
    codes = disguises(word)
    return [
        path.name
        for path in sorted(folder.rglob("*"))
        if any(code in path.name.encode() for code in codes)
        or (path.is_file() and any(code in path.read_bytes() for code in codes))
    ]


def look_for(word: str, site: Site) -> list[str]:
    """Where this word lies below the folder of the server.

    Reading a database file makes this process let go of its locks on it, so none of ours is open then.
    """
    site.database.close()
    return places_of(word, site.instance)


@dataclass
class Answer:
    status: int
    headers: str
    text: str

    @property
    def csrf(self) -> str:
        found = re.search(r'name="csrf_token" value="([^"]+)"', self.text)
        return found[1] if found else ""


@dataclass
class Typist:
    """A browser that types canaries: every text that it sends has one of its own."""

    site: Site
    cookie: str = ""
    csrf: str = ""
    answers: list[Answer] = field(default_factory=list)
    count: int = 0

    def canary(self) -> str:
        self.count += 1
        return f"{CANARY}{self.count:03}"

    def get(self, path: str) -> Answer:
        answer = self.ask("GET", path)
        self.csrf = answer.csrf or self.csrf
        return answer

    def post(self, path: str, *, headers: dict[str, str] | None = None, **fields: str) -> Answer:
        data = {"csrf_token": self.csrf, **{name.replace("_", "-"): value for name, value in fields.items()}}
        data["csrf_token"] = data.pop("csrf-token", data["csrf_token"])
        return self.ask("POST", path, urlencode(data).encode(), headers=headers or {})

    def ask(self, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.site.port, timeout=30)
        sent = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": self.cookie, **(headers or {})}
        connection.request(method, path, body, sent)
        response = connection.getresponse()
        answer = Answer(response.status, str(response.headers), response.read().decode(errors="replace"))
        connection.close()
        self.answers.append(answer)
        return answer


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    instance = tmp_path_factory.mktemp("instance")
    temporary = instance / "temporary"
    temporary.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMPDIR", str(temporary))
        site = Site(instance, free_port(), command=("-c", FAILING))
        site.start()
    yield site
    site.stop()
    assert look_for(CANARY, site) == []


@pytest.fixture
def typist(site: Site) -> Typist:
    with site.database.writing() as db:
        who = new_volunteer(db)
        db.commit()
    typist = Typist(site, f"pluis=t.{who.token}")
    typist.get("/hulp")
    typist.get("/mijn")
    return typist


@pytest.fixture
def path(site: Site) -> str:
    assert site.library.coach
    return f"/melden-oefenen/{site.library.coach.situations[0].id}"


def statuses(typist: Typist, after: int) -> list[int]:
    return [answer.status for answer in typist.answers[after:]]


def is_nowhere(typist: Typist) -> None:
    """Not in a header, and not below the folder of the server; ``site`` looks there again once it stopped."""
    assert typist.count > 0
    headers = "".join(answer.headers for answer in typist.answers).encode()
    assert [code for code in disguises(CANARY) if code in headers] == []
    assert look_for(CANARY, typist.site) == []


def texts(typist: Typist, how_many: int = 4) -> dict[str, str]:
    return {f"tekst_{number}": f"Ik zag {typist.canary()}. Raar!" for number in range(1, how_many + 1)}


def test_the_whole_way_leaves_nothing_behind(typist: Typist, path: str) -> None:
    begun = len(typist.answers)
    for step in range(1, 5):
        for do in ("kijk", "verder", f"stap-{step}"):
            answer = typist.post(path, stap=str(step), doe=do, **texts(typist, step))
            assert f"{CANARY}{typist.count:03}" in answer.text  # it did arrive
    assert "Jouw melding" in typist.post(path, stap="4", doe="verder", **texts(typist)).text
    assert set(statuses(typist, begun)) == {200}
    is_nowhere(typist)


def test_what_fails_leaves_nothing_behind(typist: Typist, path: str) -> None:
    """Wrong key, too long, unknown page, another site, too often, a mistake of ours."""
    begun = len(typist.answers)
    same_site = {"Sec-Fetch-Site": "same-origin"}
    typist.post(path, csrf_token="wrong", stap="1", **texts(typist))
    typist.post(path, csrf_token="wrong", headers=same_site, stap="1", **texts(typist))
    typist.post(path, stap="1", doe=typist.canary(), tekst_1=f"{typist.canary()} " * 100)
    typist.post(path, stap=typist.canary(), tekst_1=typist.canary() * 500)
    typist.post(path, stap="1", tekst_1=typist.canary() * 8_000)
    typist.post(f"{path}-weg", stap="1", **texts(typist))
    typist.post(path, headers={"Origin": "https://evil.example"}, stap="1", **texts(typist))
    typist.ask("PUT", path, urlencode({"tekst-1": typist.canary()}).encode())
    assert statuses(typist, begun) == [400, 400, 422, 422, 413, 404, 403, 405]
    exploded = typist.post(path, stap="1", tekst_1=f"ontplof {typist.canary()}")
    assert exploded.status == 500
    while typist.post(path, stap="1", **texts(typist, 1)).status != 429:
        assert typist.count < 1_000
    assert look_for(LOGGED, typist.site) == ["server.log"]
    is_nowhere(typist)


def test_a_lost_session_leaves_nothing_behind(typist: Typist, site: Site, path: str) -> None:
    """The browser was signed out elsewhere: its key no longer fits, and with a new key it must sign in."""
    token = typist.cookie.removeprefix("pluis=t.")
    with site.database.writing() as db:
        browser_sessions.close(db, token)
        db.commit()
    same_site = {"Sec-Fetch-Site": "same-origin"}
    kept = typist.post(path, headers=same_site, stap="1", tekst_1=typist.canary())
    assert kept.status == 400
    assert f"{CANARY}{typist.count:03}" in kept.text  # one more click would send it
    visitor = typist.get("/inloggen")
    found = re.search(r"Set-Cookie: (pluis=[^;]+)", visitor.headers)
    assert found
    typist.cookie = found[1]
    sent = typist.post(path, stap="1", **texts(typist))
    assert (sent.status, "Location: /inloggen\n" in sent.headers) == (303, True)
    is_nowhere(typist)


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/x-www-form-urlencoded", b"csrf_token=%(csrf)s&stap=1&tekst-1=%(canary)s%%ff%%fe\xff"),
        ("application/x-www-form-urlencoded", b"csrf_token=%(csrf)s&stap=1&tekst-1=%(canary)s%%00"),
        ("application/x-www-form-urlencoded", b"csrf_token=%(csrf)s&stap=1&tekst-1=%(canary)s%%ED%%A0%%80"),
        ("application/x-www-form-urlencoded; charset=utf-7", b"csrf_token=%(csrf)s&tekst-1=%(canary)s"),
        ("application/json", b'{"csrf_token": "%(csrf)s", "tekst-1": "%(canary)s"}'),
        ("text/plain", b"%(canary)s"),
        ("multipart/form-data; boundary=b", b'--b\r\nContent-Disposition: form-data; name="%(canary)s'),
        ("multipart/form-data; boundary=b", A_FILE % b"%(canary)s"),
        ("multipart/form-data; boundary=b", A_FILE % (b"%(canary)s" * 50_000)),
    ],
    ids=["bytes", "zero", "halves", "charset", "json", "plain", "broken", "file", "big file"],
)
def test_hostile_bytes_leave_nothing_behind(typist: Typist, path: str, kind: str, body: bytes) -> None:
    filled = body % {b"csrf": typist.csrf.encode(), b"canary": typist.canary().encode()}
    answer = typist.ask("POST", path, filled, headers={"Content-Type": kind})
    assert 200 <= answer.status < 500
    assert look_for(CANARY, typist.site) == []


def test_a_word_that_is_kept_is_found(typist: Typist, site: Site) -> None:
    """The same look, at a name that somebody gave to be kept."""
    assert typist.post("/mijn/naam", name=STORED).status == 303
    assert [name for name in look_for(STORED, site) if name.startswith("pluis.sqlite3")]


@pytest.mark.parametrize("disguise", sorted(disguises(CANARY)), ids=repr)
def test_no_disguise_would_hide_a_word(tmp_path: Path, disguise: bytes) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "file").write_bytes(b"\0\xff" + disguise + b"\0")
    assert places_of(CANARY, tmp_path) == ["file"]


@pytest.mark.parametrize("around", ["", "a", "ab", "abc", "Ik zag een "])
def test_a_word_in_the_middle_of_base64_is_found(tmp_path: Path, around: str) -> None:
    (tmp_path / "file").write_bytes(base64.b64encode(f"{around}{CANARY}007 en meer".encode()))
    (tmp_path / f"{CANARY}.tmp").touch()
    assert places_of(CANARY, tmp_path) == [f"{CANARY}.tmp", "file"]
