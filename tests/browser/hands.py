"""Two ways to use a page: with a finger or mouse, and with nothing but the keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Protocol

from playwright.sync_api import Locator, Page, expect

MOST_TABS = 120
"""More presses than any of our pages has stops."""

FOCUS = """() => {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return "nothing";
  const shown = focused.matches("label input") ? [focused, ...focused.parentElement.children] : [focused];
  const drawn = shown.flatMap((node) => [null, "::after"].map((part) => getComputedStyle(node, part)));
  const has = drawn.some((style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2);
  const box = focused.getBoundingClientRect();
  const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const said = focused.outerHTML.slice(0, 120);
  if (!has || !inside) return `${has ? "out of sight" : "no outline"}: ${said}`;
  return focused.matches(".skip") ? "skip link" : "fine";
}"""
"""How the focus looks to somebody who sees it; a choice may show it on the row that it stands in."""


class Hands(Protocol):
    """Whoever uses a page.  ``press`` waits for another page, ``swap`` for what comes into this one."""

    def press(self, target: Locator) -> None: ...

    def swap(self, target: Locator) -> None: ...

    def choose(self, option: Locator) -> None: ...

    def write(self, field: Locator, text: str) -> None: ...


@contextmanager
def next_page(page: Page) -> Iterator[None]:
    """Until another document stands there; a new hash alone is none."""
    with page.expect_event("domcontentloaded"):
        yield


@contextmanager
def next_main(page: Page) -> Iterator[None]:
    """Until something else stands in the page, whether or not that is another document."""
    page.locator("main").evaluate("main => { main.dataset.before = ''; }")
    yield
    expect(page.locator("main[data-before]")).to_have_count(0)


@dataclass
class Finger:
    """Taps on what it sees: the whole row of an answer, not the circle in it."""

    page: Page

    def press(self, target: Locator) -> None:
        with next_page(self.page):
            target.click()

    def swap(self, target: Locator) -> None:
        with next_main(self.page):
            target.click()

    def choose(self, option: Locator) -> None:
        option.locator("xpath=ancestor::label").click()
        expect(option).to_be_checked()

    def write(self, field: Locator, text: str) -> None:
        field.fill(text)


@dataclass
class Keys:
    """Tab, Shift+Tab, arrows, space and Enter.  At every stop the focus must be to be seen."""

    page: Page
    skips: int = field(default=0, init=False)

    def press(self, target: Locator) -> None:
        self.go_to(target)
        with next_page(self.page):
            self.page.keyboard.press("Enter")

    def swap(self, target: Locator) -> None:
        self.go_to(target)
        with next_main(self.page):
            self.page.keyboard.press("Enter")

    def choose(self, option: Locator) -> None:
        """To the group with Tab, to the answer with the arrows; a tick takes a space."""
        if option.get_attribute("type") == "checkbox":
            self.go_to(option)
            self.page.keyboard.press("Space")
            expect(option).to_be_checked()
            return
        name = option.get_attribute("name")
        self._tab_until(lambda: self.page.locator(f'[name="{name}"]:focus').count() > 0, option)
        for _ in range(MOST_TABS):
            if _has_focus(option):
                break
            self.page.keyboard.press("ArrowDown")
            self._look()
        if not option.is_checked():
            self.page.keyboard.press("Space")
        expect(option).to_be_checked()

    def write(self, field: Locator, text: str) -> None:
        self.go_to(field)
        self.page.keyboard.type(text)

    def go_to(self, target: Locator) -> None:
        self._tab_until(lambda: _has_focus(target), target)

    def _tab_until(self, arrived: Callable[[], bool], target: Locator) -> None:
        inside = target.evaluate("node => Boolean(node.closest('main'))")
        for _ in range(MOST_TABS):
            if arrived():
                return
            self.page.keyboard.press("Tab")
            if self._look() == "skip link" and inside:
                self.page.keyboard.press("Enter")
                expect(self.page.locator("main")).to_be_focused()
                self.skips += 1
        raise AssertionError(f"Tab never comes to {target}")

    def _look(self) -> str:
        """Check what the focus looks like.  At the end of the page it goes round and stands on nothing."""
        looks: str = self.page.evaluate(FOCUS)
        assert looks in ("fine", "skip link", "nothing"), f"{looks} on {self.page.url}"
        return looks


def _has_focus(target: Locator) -> bool:
    return bool(target.evaluate("node => node === document.activeElement"))
