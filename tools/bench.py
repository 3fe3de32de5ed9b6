"""How fast Pluis is, next to a bare Flask view on the same server in the same run: ``make bench``.

Machines differ and are never quiet, so what counts are the ratios: the bare view and Pluis take turns, round
after round, and each figure is the median of its rounds.  CPU is what the server process used, as the system
counts it (Linux only); the load comes from 16 keep-alive clients in this process.
"""

from __future__ import annotations

import asyncio
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex
from statistics import median, quantiles
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parents[1]
CLIENTS = 16
ROUNDS = 5
SECONDS = 2.0  # a round of one kind
VOLUNTEERS = 64
PORTS = {"bare": 8091, "pluis": 8092}
BARE = """
from flask import Flask, jsonify
from app.cli import _listen
import logging; logging.getLogger("waitress.queue").setLevel(logging.ERROR)
app = Flask("bare")
app.get("/")(lambda: jsonify(hello="world"))
_listen(app, "127.0.0.1", {port})
"""


@dataclass
class Volunteer:
    """A signed-in browser: its cookie, and the token that its forms carry."""

    cookie: str
    csrf: str


@dataclass
class Round:
    """One kind of request for a while, from all clients."""

    seconds: float
    cpu: float
    times: list[float]

    @property
    def cpu_ms(self) -> float:
        return 1000 * self.cpu / len(self.times)

    @property
    def rate(self) -> float:
        return len(self.times) / self.seconds

    @property
    def p50(self) -> float:
        return 1000 * median(self.times)

    @property
    def p99(self) -> float:
        return 1000 * quantiles(self.times, n=100)[98]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        instance = Path(folder)
        cards = fill(instance)
        started = time.perf_counter()
        with server("bare", instance) as bare, server("pluis", instance) as pluis:
            wait_for(PORTS["pluis"])
            start_up = time.perf_counter() - started
            wait_for(PORTS["bare"])
            rounds = asyncio.run(measure(bare, pluis, cards))
            print(report(rounds, start_up, resident(pluis)))


def fill(instance: Path) -> list[str]:
    """A database with volunteers who are half-way, as on a real evening; returns their card codes."""
    from app.config import Config
    from app.content.library import load_library
    from app.db import Database
    from app.migrations import upgrade
    from app.services import administrations, codes, enrolment, learning, teams

    config = Config.from_env({}, instance)
    database, library, now = Database(config.database_url), load_library(ROOT), datetime.now(UTC)
    upgrade(database.engine)
    cards = []
    with database.writing() as db:
        municipality = teams.add_municipality(db, "Meetstad")
        team = teams.add_team(db, municipality, "Buurtteam Stopwatch", "Mei Chen", "0123-456 789")
        invitation = enrolment.invite(db, team.id, codes.new(codes.INVITATION_LENGTH), now)
        for number in range(VOLUNTEERS):
            learner = enrolment.join(
                db, invitation, f"Vrijwilliger {number}", key=str(number), secret=config.secret_key, now=now
            )
            enrolment.choose_consent(db, learner.id, given=True, text_fingerprint="", now=now)
            for module in library.modules:
                subject = administrations.subject_of(config.study_key, learner.id)
                if instrument := library.instruments.get(module.instrument):
                    administrations.finish(
                        administrations.start(db, subject, instrument, "t0", team_id=team.id, now=now), now
                    )
                for lesson in module.lessons[: len(module.lessons) // 2]:
                    for part in lesson.parts:
                        learning.mark_seen(db, learner.id, lesson.id, part.id, now)
            cards.append(enrolment.card_of(learner, config.secret_key))
        db.commit()
    database.close()
    return cards


@contextmanager
def server(name: str, instance: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A server in a process of its own, as ``pluis serve`` starts it."""
    port = PORTS[name]
    code = BARE.format(port=port) if name == "bare" else "from app.cli import main; main(['serve'])"
    environment = {**os.environ, "INSTANCE": str(instance), "PORT": str(port)}
    process = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, env=environment)
    try:
        yield process
    finally:
        process.terminate()
        process.wait()


def wait_for(port: int) -> None:
    for _ in range(600):
        try:
            if asyncio.run(once(port, "GET", "/", {}))[0] == 200:
                return
        except OSError:
            pass
        time.sleep(0.02)
    raise SystemExit(f"no server on port {port}")


async def measure(
    bare: subprocess.Popen[bytes], pluis: subprocess.Popen[bytes], cards: list[str]
) -> dict[str, list[Round]]:
    people = [await sign_in(card) for card in cards]
    lesson, question = something_to_answer()
    kinds: dict[str, tuple[subprocess.Popen[bytes], Callable[[Client, int], Awaitable[None]]]] = {
        "bare Flask view (JSON)": (bare, lambda client, _: client.get("/")),
        "lesson page": (pluis, lambda client, n: client.get(lesson, people[n % len(people)])),
        "answer saved": (pluis, lambda client, n: client.answer(lesson, question, people[n % len(people)])),
        "home": (pluis, lambda client, n: client.get("/thuis", people[n % len(people)])),
    }
    rounds: dict[str, list[Round]] = {kind: [] for kind in kinds}
    for number in range(ROUNDS + 1):
        for kind, (process, request) in kinds.items():
            port = PORTS["bare" if process is bare else "pluis"]
            result = await one_round(process, port, request)
            if number:  # the first is to warm up
                rounds[kind].append(result)
    return rounds


async def one_round(
    process: subprocess.Popen[bytes], port: int, request: Callable[[Client, int], Awaitable[None]]
) -> Round:
    clients = [await Client.connect(port) for _ in range(CLIENTS)]
    times: list[float] = []
    began, cpu = time.perf_counter(), cpu_of(process)

    async def work(client: Client, number: int) -> None:
        while time.perf_counter() - began < SECONDS:
            before = time.perf_counter()
            await request(client, number)
            times.append(time.perf_counter() - before)
            number += CLIENTS

    await asyncio.gather(*(work(client, number) for number, client in enumerate(clients)))
    seconds, used = time.perf_counter() - began, cpu_of(process) - cpu
    for client in clients:
        client.writer.close()
    return Round(seconds, used, times)


@dataclass
class Client:
    """One keep-alive connection."""

    port: int
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    @classmethod
    async def connect(cls, port: int) -> Client:
        return cls(port, *await asyncio.open_connection("127.0.0.1", port))

    async def get(self, path: str, person: Volunteer | None = None) -> None:
        headers = {"Cookie": person.cookie} if person else {}
        status, _, _ = await self.send("GET", path, headers)
        if status != 200:
            raise SystemExit(f"GET {path}: {status}")

    async def answer(self, lesson: str, question: str, person: Volunteer) -> None:
        fields = {"csrf_token": person.csrf, "vraag": question, "keuze": "a", "key": token_hex(8)}
        headers = {"Cookie": person.cookie, "Content-Type": "application/x-www-form-urlencoded"}
        status, _, _ = await self.send("POST", f"{lesson}/antwoord", headers, urlencode(fields).encode())
        if status != 303:
            raise SystemExit(f"POST {lesson}/antwoord: {status}")

    async def send(
        self, method: str, path: str, headers: dict[str, str], body: bytes = b""
    ) -> tuple[int, dict[str, str], bytes]:
        lines = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{self.port}", f"Content-Length: {len(body)}"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        self.writer.write("\r\n".join([*lines, "", ""]).encode() + body)
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        found = {name.lower(): value for name, _, value in (line.partition(": ") for line in head[1:])}
        length = int(found.get("content-length", 0))
        return int(head[0].split()[1]), found, await self.reader.readexactly(length)


async def once(
    port: int, method: str, path: str, headers: dict[str, str], body: bytes = b""
) -> tuple[int, dict[str, str], bytes]:
    client = await Client.connect(port)
    try:
        return await client.send(method, path, headers, body)
    finally:
        client.writer.close()


async def sign_in(card: str) -> Volunteer:
    port = PORTS["pluis"]
    _, headers, page = await once(port, "GET", "/inloggen", {})
    cookie, csrf = headers["set-cookie"].split(";")[0], csrf_in(page)
    fields = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
    body = urlencode({"csrf_token": csrf, "code": card}).encode()
    status, headers, _ = await once(port, "POST", "/inloggen", fields, body)
    if status != 303:
        raise SystemExit(f"signing in: {status}")
    cookie = headers["set-cookie"].split(";")[0]
    _, _, page = await once(port, "GET", "/mijn", {"Cookie": cookie})
    return Volunteer(cookie, csrf_in(page))


def csrf_in(page: bytes) -> str:
    found = re.search(rb'name="csrf_token" value="([^"]+)"', page)
    if not found:
        raise SystemExit("no CSRF token on the page")
    return found[1].decode()


def something_to_answer() -> tuple[str, str]:
    """The path of a lesson part with a question, and that question's id."""
    from app.content.library import load_library

    for lesson in load_library(ROOT).lessons.values():
        for part in lesson.parts:
            if part.questions and not part.cards:
                return f"/les/{lesson.id}/{part.id}", part.questions[0].id
    raise SystemExit("no lesson has a question")


def cpu_of(process: subprocess.Popen[bytes]) -> float:
    """Seconds of CPU that the process has used, user and system."""
    fields = Path(f"/proc/{process.pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident(process: subprocess.Popen[bytes]) -> float:
    """Megabytes of memory in use, at its peak."""
    status = Path(f"/proc/{process.pid}/status").read_text("ascii")
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else 0.0


PEERS = {
    "Moodle 4.5": {"page": (65.3, 30.1), "answer": (35.8, 48.7)},
    "Kolibri 0.19": {"page": (7.9, 160.0), "answer": (16.2, 51.1)},
    "CTFd 3.8": {"page": (11.6, 135.0), "answer": (29.7, 51.5)},
    "RELATE 2024.1": {"page": (14.6, 132.0), "answer": (None, None)},
}
"""CPU ms a request and requests a second that we measured of others on a two-core machine (November 2026)."""


def report(rounds: dict[str, list[Round]], start_up: float, memory: float) -> str:
    lines = [
        f"{machine()}; {CLIENTS} clients, median of {ROUNDS} rounds of {SECONDS:.0f} s",
        "",
        f"{'':<26}{'CPU ms':>8}{'ratio':>8}{'req/s':>8}{'p50 ms':>8}{'p99 ms':>8}{'p99/p50':>9}",
    ]
    base = median(r.cpu_ms for r in rounds["bare Flask view (JSON)"])
    for kind, results in rounds.items():
        cpu, rate, p50, p99 = (
            median(getattr(r, name) for r in results) for name in ("cpu_ms", "rate", "p50", "p99")
        )
        tail = median(r.p99 / r.p50 for r in results)
        lines.append(f"{kind:<26}{cpu:>8.2f}{cpu / base:>8.1f}{rate:>8.0f}{p50:>8.1f}{p99:>8.1f}{tail:>9.1f}")
    lines += ["", f"from command to first page {start_up:.2f} s, memory at its peak {memory:.0f} MB", ""]
    lines.append(
        f"{'others, measured apart':<26}{'page CPU ms':>13}{'req/s':>8}{'answer CPU ms':>15}{'req/s':>8}"
    )
    for name, figures in PEERS.items():
        (page_cpu, page_rate), (cpu_or_none, rate_or_none) = figures["page"], figures["answer"]
        shown = [f"{x:.1f}" if x else "–" for x in (page_cpu, page_rate, cpu_or_none, rate_or_none)]
        lines.append(f"{name:<26}{shown[0]:>13}{shown[1]:>8}{shown[2]:>15}{shown[3]:>8}")
    return "\n".join(lines)


def machine() -> str:
    names = re.search(r"model name\s*: (.+)", Path("/proc/cpuinfo").read_text("utf-8"))
    return (
        f"{os.cpu_count()} × {names[1] if names else platform.machine()}, Python {platform.python_version()}"
    )


if __name__ == "__main__":
    main()
