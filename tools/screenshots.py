"""Take the pictures in the README and in docs/paper.md: ``make screenshots``.

Those of pages are made of the product as anybody starts it, in a database of their own; those of paper come
from the press itself.  They show what is there.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typst
from playwright.sync_api import Browser, Page, sync_playwright

from app.content.card import FIELDS
from app.content.library import Library, load_library
from app.printing.blanks import card_for
from app.printing.booklet import lesson_booklet
from app.printing.press import HERE as PRESS
from app.printing.press import inputs_of
from app.printing.sheet import sheet_of
from app.services.demo import FOLLOW_UP

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
PORT = 8093
SITE = f"http://127.0.0.1:{PORT}"
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1180, "height": 860}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run",
]  # fmt: skip


def main() -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    print_papers(load_library(ROOT))
    with tempfile.TemporaryDirectory() as folder, demo(Path(folder)) as card, sync_playwright() as player:
        executable = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)))
        browser = player.chromium.launch(executable_path=executable, args=ARGUMENTS)
        take_all(browser, card)
        browser.close()


TEAM = {
    "team.naam": "Buurtteam Lindekwartier",
    "team.contact": "Samira Bouzid",
    "team.telefoon": "0123-456 701",
    **{f"opvolger.{kind}": row[0] for kind, row in FOLLOW_UP.items()},
    **{
        f"{field}.{kind}": row[number]
        for kind, row in FOLLOW_UP.items()
        for number, field in enumerate(FIELDS)
    },
}
"""The first team of the demo."""

LESSON, PAGES = "wat-mag-ik", {"omslag": 0, "vraag": 2, "sorteren": 6, "antwoorden": 8}


def print_papers(library: Library) -> None:
    """Both sides of every card, and four pages of a booklet."""
    values = {**library.shared.contacts, **TEAM}
    for card in library.cards.values():
        sides = printed(sheet_of(card_for(card, values), values["team.naam"]))
        for side, picture in zip(card.sides, sides, strict=True):
            (PICTURES / f"{card.id}-{side.id}.png").write_bytes(picture)
    lesson = library.lessons[LESSON]
    module = next(module for module in library.modules if module.id == lesson.module)
    today = datetime.now(UTC).date()
    pages = printed(lesson_booklet(lesson, module, values, today=today, answers=True))
    for name, page in PAGES.items():
        (PICTURES / f"boekje-{name}.png").write_bytes(pages[page])


def printed(data: dict[str, Any]) -> list[bytes]:
    """The pages of a paper as pictures."""
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[PRESS / "fonts"])
    return typst.compile(
        PRESS / "paper.typ",
        root=PRESS,
        font_paths=fonts,
        sys_inputs=inputs_of(json.dumps(data)),
        format="png",
        ppi=72,
    )


@contextmanager
def demo(instance: Path) -> Iterator[str]:
    """The demo in a process of its own; gives the login card that it prints."""
    environment = {**os.environ, "INSTANCE": str(instance), "PORT": str(PORT), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-c", "from app.cli import main; main(['demo'])"]
    log = instance / "said.txt"
    with log.open("wb") as said:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=said)
    try:
        wait_for_site()
        found = re.search(r"inlogkaart ([A-Z0-9-]+)", log.read_text("utf-8"))
        yield found[1] if found else ""
    finally:
        process.terminate()
        process.wait()


def wait_for_site() -> None:
    for _ in range(200):
        try:
            urllib.request.urlopen(f"{SITE}/hulp").close()  # noqa: S310 - our own address
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise SystemExit("the demo did not start")


def take_all(browser: Browser, card: str) -> None:
    """One browser without JavaScript does the work, where a press is a page; another looks."""
    working = browser.new_context(java_script_enabled=False, locale="nl-NL")
    hands = working.new_page()
    hands.goto(f"{SITE}/inloggen")
    hands.get_by_label("Code op je inlogkaart").fill(card)
    press(hands, "Inloggen")
    hands.get_by_role("button", name="Ja").first.click()
    eyes = browser.new_context(
        viewport=PHONE, device_scale_factor=2, locale="nl-NL", storage_state=working.storage_state()
    ).new_page()
    take(browser.new_context(viewport=PHONE, device_scale_factor=2).new_page(), "/", "voordeur")
    start_and_skip(hands, eyes)
    do_lesson(hands, "waarom-lopen-wij")
    do_lesson(hands, "kijken-is-een-vak", up_to="niemand-ziet-alles")
    take(eyes, "/thuis", "thuis")
    play(hands, eyes, "jongeren-bij-de-bank")
    answer_case(hands, eyes, "omdraai-vraag")
    report(eyes)
    eyes.set_viewport_size(DESKTOP)
    take(eyes, "/thuis", "thuis-breed")
    take(eyes, "/les/kijken-is-een-vak/drie-soorten", "les")
    look(hands, eyes, "straat-overdag")
    finish(hands)
    take(eyes, "/certificaat/wijkveiligheid/papier", "certificaat")


def take(page: Page, path: str, name: str) -> None:
    page.goto(f"{SITE}{path}")
    page.screenshot(path=PICTURES / f"{name}.png", animations="disabled")


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).first.click()


def start_and_skip(hands: Page, eyes: Page) -> None:
    hands.goto(f"{SITE}/vragen/wijkveiligheid/start")
    press(hands, "Begin")
    take(eyes, "/vragen/wijkveiligheid/start/1", "vraag")
    hands.goto(f"{SITE}/vragen/wijkveiligheid/start")
    press(hands, "Liever niet")


def do_lesson(page: Page, lesson: str, up_to: str = "klaar") -> None:
    """Answer everything with the first answer and go on, until the end or a part."""
    page.goto(f"{SITE}/les/{lesson}")
    while not page.url.endswith(("/klaar", f"/{up_to}")):
        while (form := page.locator("form[data-answer]").first).count():
            for group in form.locator("fieldset").all():
                group.get_by_role("radio").first.check()
            press(page, "Kijk na")
        press(page, "Verder")


def play(hands: Page, eyes: Page, scenario: str) -> None:
    """Play an exercise to its end, and take a scene, an outcome and the end."""
    hands.goto(f"{SITE}/oefening/{scenario}")
    press(hands, "Begin")
    take(eyes, path_of(hands), "gesprek")
    number = 0
    while hands.locator("form[data-answer]").count():
        hands.get_by_role("radio").first.check()
        press(hands, "Dit doe ik")
        if number == 0:
            take(eyes, path_of(hands), "wat-er-gebeurt")
        hands.locator(".actions .button").first.click()
        number += 1
    take(eyes, path_of(hands), "einde")


def answer_case(hands: Page, eyes: Page, drill: str) -> None:
    """Take the first case of a drill, and what its first answer is worth."""
    hands.goto(f"{SITE}/rondje/{drill}/nu")
    take(eyes, path_of(hands), "rondje")
    hands.get_by_role("radio").first.check()
    press(hands, "Kijk na")
    take(eyes, path_of(hands), "rondje-antwoord")


def report(page: Page) -> None:
    """Practise a report, and take what the coach says and how facts stand against fill-ins."""
    page.goto(f"{SITE}/melden-oefenen/bushalte")
    answers = (
        "In het bushokje zat een rare man. Hij praatte hardop, hij was waarschijnlijk dronken.",
        "Woensdagavond om half acht, bij de bushalte.",
        "Ik vroeg of het ging. Hij zei: “Ik wacht op mijn broer.”",
        "Ik bel het wijkteam, om te overleggen.",
    )
    for number, answer in enumerate(answers):
        page.locator("textarea").fill(answer)
        press(page, "Laat de coach kijken")
        page.get_by_role("heading", name="De coach keek mee").wait_for()
        if number == 0:
            page.screenshot(path=PICTURES / "meld-coach.png", animations="disabled")
            page.locator("textarea").fill(f"In het bushokje zat een man. {answer.partition('. ')[2]}")
        press(page, "Naar je melding" if answer == answers[-1] else "Verder")
        page.get_by_role("heading", name="De coach keek mee").wait_for(state="detached")
    page.get_by_role("heading", name="Feiten en invullingen").evaluate("heading => heading.scrollIntoView()")
    page.screenshot(path=PICTURES / "meld-feiten.png", animations="disabled")


def look(hands: Page, eyes: Page, street: str) -> None:
    """Look at a street, tell what was there, and take both."""
    eyes.goto(f"{SITE}/waarnemen/{street}/kijken")
    eyes.locator(".street").scroll_into_view_if_needed()
    eyes.screenshot(path=PICTURES / "straat.png", animations="disabled")
    hands.goto(f"{SITE}/waarnemen/{street}/aankruisen")
    for name in ("Er stond een fiets", "Er stak post", "Er zat een kat", "Een man wachtte"):
        hands.get_by_label(name).check()
    press(hands, "Klaar")
    take(eyes, path_of(hands), "uitslag")


def finish(page: Page) -> None:
    """All lessons, and a name on the certificate."""
    page.goto(f"{SITE}/thuis")
    lessons = [
        link.get_attribute("href") or "" for link in page.locator("details[open] a[href^='/les/']").all()
    ]
    for path in lessons:
        do_lesson(page, path.rpartition("/")[2])
    page.goto(f"{SITE}/certificaat/wijkveiligheid")
    page.get_by_label("Naam op het certificaat").fill("Anneke de Wit")
    press(page, "Maak het certificaat")


def path_of(page: Page) -> str:
    return page.url.removeprefix(SITE)


if __name__ == "__main__":
    main()
