"""Take the pictures in the README from the running demo: ``make screenshots``.

They are made of the product as anybody starts it, in a database of their own: they show what is there.
"""

from __future__ import annotations

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
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

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
    with tempfile.TemporaryDirectory() as folder, demo(Path(folder)) as card, sync_playwright() as player:
        executable = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)))
        browser = player.chromium.launch(executable_path=executable, args=ARGUMENTS)
        take_all(browser, card)
        browser.close()


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
    page = browser.new_context(viewport=PHONE, device_scale_factor=2, locale="nl-NL").new_page()
    page.goto(SITE)
    take(page, "voordeur")
    page.goto(f"{SITE}/inloggen")
    page.get_by_label("Code op je inlogkaart").fill(card)
    page.get_by_role("button", name="Inloggen").click()
    page.get_by_role("button", name="Ja").first.click()
    page.get_by_role("link", name="Naar de startvragen").click()
    page.get_by_role("button", name="Begin").click()
    take(page, "vraag")
    page.goto(f"{SITE}/vragen/wijkveiligheid/start")
    page.get_by_role("button", name="Liever niet").click()
    do_lesson(page, "waarom-lopen-wij")
    do_lesson(page, "kijken-is-een-vak", up_to="niemand-ziet-alles")
    page.goto(f"{SITE}/thuis")
    take(page, "thuis")
    page.set_viewport_size(DESKTOP)
    take(page, "thuis-breed")
    page.goto(f"{SITE}/les/kijken-is-een-vak/drie-soorten")
    take(page, "les")
    page.set_viewport_size(PHONE)
    page.goto(f"{SITE}/les/eerst-jij-veilig")
    play(page, "jongeren-bij-de-bank")
    finish_lessons(page)
    page.goto(f"{SITE}/certificaat/wijkveiligheid")
    page.get_by_label("Naam op het certificaat").fill("Anneke de Wit")
    page.get_by_role("button").filter(has_text="ertificaat").click()
    page.set_viewport_size(DESKTOP)
    take(page, "certificaat")


def take(page: Page, name: str) -> None:
    page.screenshot(path=PICTURES / f"{name}.png", animations="disabled")


def press(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).first.click()


def do_lesson(page: Page, lesson: str, up_to: str = "") -> None:
    """Answer everything with the first answer and go on, until the end or a part."""
    page.goto(f"{SITE}/les/{lesson}")
    while not page.url.endswith(("/klaar", f"/{up_to or 'klaar'}")):
        while (form := page.locator("form[data-answer]").first).count():
            for group in form.locator("fieldset").all():
                group.locator("label").first.click()
            press(page, "Kijk na")
        press(page, "Verder")


def finish_lessons(page: Page) -> None:
    page.goto(f"{SITE}/thuis")
    lessons = [link.get_attribute("href") or "" for link in page.locator("a[href^='/les/']").all()]
    for path in dict.fromkeys(lessons):
        do_lesson(page, path.rpartition("/")[2])


def play(page: Page, scenario: str) -> None:
    """Play an exercise to its end, and take a scene, an outcome and the end."""
    page.goto(f"{SITE}/oefening/{scenario}")
    page.get_by_role("button", name="Begin").click()
    take(page, "gesprek")
    for number in range(8):
        if not page.locator("form[data-answer]").count():
            break
        page.locator("label.option").first.click()
        press(page, "Dit doe ik")
        if number == 0:
            take(page, "wat-er-gebeurt")
        page.locator(".actions .button").first.click()
    take(page, "einde")


if __name__ == "__main__":
    main()
