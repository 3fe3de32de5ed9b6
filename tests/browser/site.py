"""The site under test: the real server in a process of its own, and the database that it works on."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from app.content.library import Library, load_library
from app.db import Database
from tests.cast import SECRET
from tests.film_case import link_case, write_case

ROOT = Path(__file__).resolve().parents[2]
STUDY_KEY = SECRET[::-1]
PATIENCE = 30.0  # seconds that a start may take on a busy machine


@dataclass
class Site:
    """`pluis demo` on a free port.  It reads a copy of the content, with a short film in it."""

    instance: Path
    port: int
    command: tuple[str, ...] = ("-m", "app.cli", "demo")
    """What Python runs."""
    process: subprocess.Popen[bytes] | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        for folder in ("modules", "quizzes", "media"):
            shutil.copytree(ROOT / folder, self.instance / "content" / folder)
        write_case(self.instance / "content")
        link_case(self.instance / "content")
        self.library: Library = load_library(self.instance / "content")
        self.database = Database(f"sqlite:///{(self.instance / 'pluis.sqlite3').as_posix()}")

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        environment = {
            **{
                name: value
                for name, value in os.environ.items()
                if name not in {"DATABASE_URL", "PUBLIC_URL"}
            },
            "INSTANCE": str(self.instance),
            "CONTENT_ROOT": str(self.instance / "content"),
            "HOST": "127.0.0.1",
            "PORT": str(self.port),
            "SECRET_KEY": SECRET,
            "STUDY_KEY": STUDY_KEY,
        }
        with (self.instance / "server.log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, *self.command], cwd=ROOT, env=environment, stdout=log, stderr=log
            )
        self._wait_until_open()

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.wait(timeout=10)
            self.process = None

    def restart(self) -> None:
        """As at night: whatever the server held in its memory is gone."""
        self.stop()
        self.start()

    def _wait_until_open(self) -> None:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            assert self.process is not None
            if self.process.poll() is not None:
                break
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
            except OSError:
                time.sleep(0.05)
            else:
                return
        raise AssertionError("the site did not start:\n" + (self.instance / "server.log").read_text("utf-8"))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
