"""What no page of ours may do: complain, fail, lose a request, or ask anything of another site."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from playwright.sync_api import ConsoleMessage, Error, Page, Request

LEFT = "net::ERR_ABORTED"
"""The page was left before all of it had come in: that is what a click does, not a failure."""


@dataclass
class Watch:
    """Everything wrong that a page did since the last look."""

    url: str
    seen: list[str] = field(default_factory=list)

    def over(self, page: Page) -> Page:
        """Watch this page from now on."""
        page.on("console", self._console)
        page.on("pageerror", self._error)
        page.on("requestfailed", self._failed)
        page.on("request", self._request)
        return page

    def expect(self, *patterns: str) -> None:
        """These are meant to happen, at least once each; strike them off."""
        for pattern in patterns:
            kept = [line for line in self.seen if not re.search(pattern, line)]
            assert len(kept) < len(self.seen), f"“{pattern}” did not happen: {self.seen}"
            self.seen = kept

    def expect_status(self, status: int) -> None:
        """Chromium reports every answer that is not a plain page."""
        if status >= 400:
            self.expect(rf"the server responded with a status of {status}\b")

    def check(self) -> None:
        seen, self.seen = self.seen, []
        assert seen == []

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.seen.append(f"console: {message.text}")

    def _error(self, error: Error) -> None:
        self.seen.append(f"error: {error.message}")

    def _failed(self, request: Request) -> None:
        if request.failure != LEFT:
            self.seen.append(f"failed: {request.failure} {request.url}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((f"{self.url}/", "data:")):
            self.seen.append(f"elsewhere: {request.url}")
