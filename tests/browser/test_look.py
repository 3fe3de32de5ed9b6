"""What eyes and fingers need, measured on every page: room, size and contrast; and what is printed."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.conftest import DESKTOP, PHONE, NewViewer
from tests.browser.screen import Screen
from tests.browser.screens import SCREENS

SMALLEST_PHONE: ViewportSize = {"width": 320, "height": 256}
"""Also what is left of 1280 × 1024 at 400 % zoom."""
SMALLEST_LETTER = 18
LEAST_CONTRAST = 7
TOO_WIDE = """() => {
  const page = document.documentElement;
  const wide = [...document.querySelectorAll("body *")].filter((node) => {
    if (node.closest("svg, .visually-hidden, textarea, input") || !node.getClientRects().length) return false;
    return node.getBoundingClientRect().right > page.clientWidth + 1
      || (getComputedStyle(node).overflowX !== "visible" && node.scrollWidth > node.clientWidth + 1);
  });
  const said = wide.slice(-3).map((node) => node.outerHTML.slice(0, 150));
  return page.scrollWidth > page.clientWidth ? [`${page.scrollWidth} wide`, ...said] : said;
}"""
"""What does not fit in the width of the window."""

TOO_LOW = """() => {
  const rules = [
    ["label.option, label.bin, .button:not(.quiet, .small)", document.body.matches(".staff") ? 48 : 56],
    [".button.quiet, .button.small, nav a, .links a, .tool, header button, .help-link, .back, summary", 44],
  ];
  return rules.flatMap(([selector, least]) => [...document.querySelectorAll(selector)]
    .filter((node) => node.getClientRects().length && node.getBoundingClientRect().height < least - 0.5)
    .map((node) => `${node.getBoundingClientRect().height} < ${least}: ${node.outerHTML.slice(0, 120)}`));
}"""
"""Whatever is to be pressed and is lower than its rule."""

HARD_TO_READ = """([smallest, least]) => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const parts = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const colour = parts(getComputedStyle(at).backgroundColor);
      if (colour[3] === 255) return colour;
      if (colour[3] !== 0) throw new Error("half see-through: " + at.outerHTML.slice(0, 100));
    }
    return parts(getComputedStyle(document.documentElement).backgroundColor);
  };
  const unseen = "svg, .visually-hidden, option, progress, meter";
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const node = text.parentElement;
    if (!text.data.trim() || !node.checkVisibility() || node.closest(unseen)) continue;
    const style = getComputedStyle(node);
    const size = parseFloat(style.fontSize);
    const [a, b] = [light(parts(style.color)), light(behind(node))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const said = `${text.data.trim().slice(0, 40)} in ${node.outerHTML.slice(0, 90)}`;
    if (size < smallest) found.push(`${size} px: ${said}`);
    if (contrast < least) found.push(`${contrast.toFixed(1)}:1: ${said}`);
  }
  return found;
}"""
"""Every text that is too small, or too close to the colour behind it."""

each_screen = pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)


@each_screen
def test_everything_fits(new_viewer: NewViewer, screen: Screen) -> None:
    """On the smallest phone, at 400 % zoom on a desk, and with letters of twice the size."""
    viewer = new_viewer(viewport=SMALLEST_PHONE)
    page = viewer.show(screen)
    too_wide: dict[str, Any] = {"small": page.evaluate(TOO_WIDE)}
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    too_wide["small, big letters"] = page.evaluate(TOO_WIDE)
    page.set_viewport_size(DESKTOP)
    too_wide["wide, big letters"] = page.evaluate(TOO_WIDE)
    page.set_viewport_size(SMALLEST_PHONE)
    assert {where: found for where, found in too_wide.items() if found} == {}


@each_screen
def test_everything_can_be_read_and_pressed(new_viewer: NewViewer, screen: Screen) -> None:
    page = new_viewer(viewport=PHONE).show(screen)
    found = {"to press": page.evaluate(TOO_LOW)}
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)
        found[scheme] = page.evaluate(HARD_TO_READ, [SMALLEST_LETTER, LEAST_CONTRAST])
    assert {where: problems for where, problems in found.items() if problems} == {}


def screens_named(*names: str) -> list[Screen]:
    return [screen for screen in SCREENS if screen.name in names]


@pytest.mark.parametrize(
    "screen",
    screens_named(
        "the certificate",
        "the card",
        "a new card",
        "a card by staff",
        "an invitation on paper",
        "the follow-up map",
        "a map without anybody",
        "a map full of gaps",
        "a map without a gap",
    ),
    ids=lambda screen: screen.name,
)
def test_paper_is_one_sheet_without_buttons(new_viewer: NewViewer, screen: Screen) -> None:
    page = new_viewer(viewport=DESKTOP).show(screen)
    assert pages_in(page.pdf(prefer_css_page_size=True, format="A4")) == 1
    nothing_to_press_on_paper(page)


@pytest.mark.parametrize(
    "screen",
    screens_named(
        "the opening of a lesson",
        "an answered question",
        "sorted cards",
        "what was right",
        "help",
        "a good answer",
        "the end of a round",
        "who picks it up",
        "a profile",
        "a film",
        "an answered stop",
        "a film to read",
        "an answer to read",
        "after a film with an open question",
    ),
    ids=lambda screen: screen.name,
)
def test_a_lesson_prints_without_buttons(new_viewer: NewViewer, screen: Screen) -> None:
    nothing_to_press_on_paper(new_viewer(viewport=DESKTOP).show(screen))


def pages_in(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


def nothing_to_press_on_paper(page: Page) -> None:
    page.emulate_media(media="print")
    try:
        for what in ("header.site", "footer.site", "nav", ".button", ".tool", ".skip", ".banner"):
            expect(page.locator(what).locator("visible=true")).to_have_count(0)
    finally:
        page.emulate_media(media="null")  # as it was: “screen” would also go to the printer
