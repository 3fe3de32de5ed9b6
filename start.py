#!/usr/bin/env python3
"""Starts Pluis on a machine that has only Python.

python3 start.py              set everything up and open the demo on this computer
python3 start.py serve        the same without demo data
python3 start.py pluis ...    pass on to the pluis command
python3 start.py test ...     all the tests; arguments go to pytest
"""

from __future__ import annotations  # and no newer syntax: an older Python must get as far as our sentence

import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
BIN = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = BIN / ("python.exe" if WINDOWS else "python")
RUN, WRITE = "requirements.lock", "requirements-authors.lock"
FILM, TEST = "requirements-film.lock", "requirements-dev.lock"
LOCKS = (RUN, WRITE, FILM, TEST)  # to run, to weigh texts, to make films, to test: each in the next
NEEDED = {"content": WRITE, "media": FILM}  # by the first word of a pluis command; the others only run
PYTHON_VERSION = "{}.{}".format(*sys.version_info)
PLUIS = "import sys; sys.argv[0] = 'pluis'; from app.cli import main; sys.exit(main())"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def main(arguments: list[str]) -> int:
    refuse_old_python(sys.version_info[:2])
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]  # in order with what we start
    if arguments[:1] == ["test"]:
        set_up(TEST)
        fetch_chromium()
        os.chdir(ROOT)
        return hand_over("-m", "pytest", "-q", *arguments[1:])
    if arguments[:1] == ["pluis"]:
        words = arguments[1:]
    elif arguments in ([], ["serve"]):
        words = arguments or ["demo"]
    else:
        print("Dat kent start.py niet. Kies uit: python3 start.py [serve | test … | pluis …]")
        return 2
    set_up(NEEDED.get(words[0], RUN) if words else RUN)
    return hand_over("-P", "-c", PLUIS, *words)


def refuse_old_python(version: tuple[int, ...]) -> None:
    if version < (3, 11):
        found = ".".join(map(str, version))
        raise SystemExit(f"Pluis heeft Python 3.11 of nieuwer nodig. Dit is Python {found}.")


def set_up(lock: str) -> None:
    """Make .venv hold what ``lock`` names; nothing to do when a stamp says that it does."""
    if up_to_date(lock):
        return
    if not complete():
        make_venv()
    print("Ik haal op wat Pluis nodig heeft. Dat duurt de eerste keer een minuut.")
    install = [str(PYTHON), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    if run(*install, "--require-hashes", "-r", ROOT / lock):
        raise SystemExit("Het ophalen lukte niet. Kijk of er internet is en probeer het nog eens.")
    make_pluis_command()
    for contained in LOCKS[: LOCKS.index(lock) + 1]:
        stamp(contained).write_text(wanted(contained), "utf-8")


def up_to_date(lock: str) -> bool:
    return PYTHON.exists() and stamp(lock).exists() and stamp(lock).read_text("utf-8") == wanted(lock)


def stamp(lock: str) -> Path:
    return VENV / f"{lock}.stamp"


def wanted(lock: str) -> str:
    """Python's version and a hash of what decides what .venv holds; its place too, as it can't be moved."""
    parts = [(ROOT / lock).read_bytes(), Path(__file__).read_bytes(), str(ROOT).encode()]
    return f"{PYTHON_VERSION} {hashlib.sha256(bytes(1).join(parts)).hexdigest()}\n"


def complete() -> bool:
    """Whether .venv was once finished, and by this version of Python."""
    return (
        PYTHON.exists() and stamp(RUN).exists() and stamp(RUN).read_text("utf-8").split()[0] == PYTHON_VERSION
    )


def make_venv() -> None:
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        raise SystemExit("Python mist hier het onderdeel venv. Typ eerst: sudo apt-get install python3-venv")
    print("Ik maak een eigen Python-omgeving in de map .venv.")
    import venv

    try:
        venv.create(VENV, clear=True, symlinks=not WINDOWS, with_pip=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise SystemExit(f"Het maken van de map .venv lukte niet: {error}") from error


def make_pluis_command() -> None:
    """Make the code importable and `pluis` a command, without a build tool."""
    packages = Path(sysconfig.get_path("purelib", "venv", {"base": str(VENV)}))
    packages.joinpath("pluis.pth").write_text(os.path.relpath(ROOT, packages) + "\n", "ascii")
    if WINDOWS:
        BIN.joinpath("pluis.cmd").write_text(f'@"%~dp0python.exe" -P -c "{PLUIS}" %*\n', "ascii")
    else:
        command = shlex.join([str(PYTHON), "-P", "-c", PLUIS])
        BIN.joinpath("pluis").write_text(f'#!/bin/sh\nexec {command} "$@"\n', "utf-8")
        BIN.joinpath("pluis").chmod(0o755)


def fetch_chromium() -> None:
    """Install what the browser tests need where we may; elsewhere those tests are skipped."""
    missing = [] if os.environ.get("CHROMIUM") or any(map(shutil.which, BROWSERS)) else ["chromium"]
    if not any(Path("/usr/lib").glob("*/libatomic.so.1")):
        missing.append("libatomic1")  # Playwright's driver
    may = sys.platform == "linux" and os.geteuid() == 0 and shutil.which("apt-get")
    if not (missing and may):
        return
    print(f"Ik haal {' en '.join(missing)} op, voor de tests in een browser.")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update"], ["install", "-y", "--no-install-recommends", *missing]):
        command = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120", *words]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        reason = (done.stderr.strip() or "apt-get zegt niet waarom").splitlines()[-1]
        print(f"Dat lukte niet ({reason}). De tests in een browser kunnen daardoor niet draaien.")


def hand_over(*words: str) -> int:
    """Become Python with these arguments; Windows can't, so there we wait for it."""
    os.environ.setdefault("PYTHONUTF8", "1")  # Windows would read and write in a code page
    if not WINDOWS:
        os.execv(PYTHON, [str(PYTHON), *words])
    return run(PYTHON, *words)


def run(*command: str | Path) -> int:
    """Run to the end.  Ctrl-C reaches the command too; we stop once it has."""
    process = subprocess.Popen(command)
    try:
        return process.wait()
    except KeyboardInterrupt:
        process.wait()
        raise


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
