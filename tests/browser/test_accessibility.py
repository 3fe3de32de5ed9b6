"""Every page in every state, light and dark, on a phone and on a desk: axe finds nothing in it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Page
from werkzeug.routing import Map

from tests.browser.conftest import DESKTOP, PHONE, NewViewer
from tests.browser.screen import Screen
from tests.browser.screens import NO_PAGES, SCREENS
from tests.browser.site import ROOT

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
RUN = """async () => {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const kinds = ["violations", "incomplete"];
  const options = {runOnly: tags, resultTypes: kinds, rules: {"target-size": {enabled: true}}};
  const found = await axe.run(document, options);
  const places = (node) => {
    const classes = [];
    let at = document.querySelector(node.target[0]);
    for (; at; at = at.parentElement) classes.push(...at.classList);
    return classes;
  };
  const keys = (node) => [...node.any, ...node.all, ...node.none].map((check) => check.data?.messageKey);
  return kinds.map((kind) => found[kind].flatMap((rule) => rule.nodes.map((node) => ({
    rule: rule.id, html: node.html.slice(0, 200), why: node.failureSummary,
    keys: keys(node), places: places(node),
  }))));
}"""
LESSONS = [path.stem.partition("-")[2] for path in sorted(ROOT.glob("modules/[0-9]*/[0-9]*.md"))]
MODES: Mapping[str, dict[str, Any]] = {
    "phone, light": {"viewport": PHONE, "color_scheme": "light"},
    "phone, dark": {"viewport": PHONE, "color_scheme": "dark"},
    "desktop, light": {"viewport": DESKTOP, "color_scheme": "light"},
    "desktop, dark": {"viewport": DESKTOP, "color_scheme": "dark"},
}
UNSURE: Mapping[tuple[str, str, str], str] = {
    ("color-contrast", "nonBmp", "sign"): "a sign of one character; a word beside it says the same",
    ("color-contrast", "pseudoContent", "callout"): "the stripe at the edge does not lie under the text",
    ("color-contrast", "pseudoContent", "sheet"): "bullets, stops and their line stand beside the words",
    ("color-contrast", "pseudoContent", "speech"): "the tail of a balloon does not lie under the text",
    (
        "color-contrast",
        "bgImage",
        "certificate",
    ): "the gables stand below the text, which has a plain colour behind it",
    ("color-contrast", "pseudoContent", "card-link"): "the sign of a player lies on the poster of a film",
    ("color-contrast", "bgGradient", "certificate"): "the yellow line stands below the name",
}
"""What axe can't decide, as rule, reason and class of a place, and why it is right; test_look measures it."""

Finding = Mapping[str, Any]


def look(page: Page) -> tuple[list[Finding], list[Finding]]:
    """What axe finds wrong, and what it does not know."""
    page.evaluate(AXE)
    violations, incomplete = page.evaluate(RUN)
    return violations, incomplete


def is_explained(finding: Finding) -> bool:
    return any(
        rule == finding["rule"] and key in finding["keys"] and place in finding["places"]
        for rule, key, place in UNSURE
    )


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
def test_axe_finds_nothing(new_viewer: NewViewer, screen: Screen, mode: str) -> None:
    viewer = new_viewer(**MODES[mode])
    violations, incomplete = look(viewer.show(screen))
    assert violations == []
    assert [finding for finding in incomplete if not is_explained(finding)] == []
    viewer.watch.check()


@pytest.mark.parametrize("lesson_id", LESSONS)
def test_axe_finds_nothing_in_any_part_of_a_lesson(new_viewer: NewViewer, lesson_id: str) -> None:
    """What authors write comes out as well as the frame that it stands in."""
    viewer = new_viewer(**MODES["phone, light"])
    viewer.become("beginner")
    findings: dict[str, list[Finding]] = {}
    for part in viewer.site.library.lessons[lesson_id].parts:
        viewer.page.goto(f"/les/{lesson_id}/{part.id}")
        violations, incomplete = look(viewer.page)
        findings[part.id] = violations + [each for each in incomplete if not is_explained(each)]
    assert {part: found for part, found in findings.items() if found} == {}


def test_every_page_is_on_the_list(addresses: Map) -> None:
    pages = {rule.endpoint for rule in addresses.iter_rules() if "GET" in (rule.methods or ())}
    assert pages - {screen.endpoint for screen in SCREENS} == NO_PAGES.keys()
