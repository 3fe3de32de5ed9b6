"""Chromium at a running site.  Whatever a page should not do, fails the test that opened it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright
from werkzeug.routing import Map

from app import create_app
from tests.browser.film import Film
from tests.browser.people import Volunteer, give_cookie, new_volunteer
from tests.browser.scenery import Scenery, build
from tests.browser.site import Site, free_port
from tests.browser.viewer import Viewer
from tests.browser.watch import Watch
from tests.cast import config_for

HERE = Path(__file__).parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
NO_BROWSER = "no Chromium here: apt-get install -y --no-install-recommends chromium libatomic1"
PHONE: ViewportSize = {"width": 360, "height": 740}
DESKTOP: ViewportSize = {"width": 1280, "height": 800}

NewPage = Callable[..., Page]
NewViewer = Callable[..., Viewer]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what is ours.  Where there is no browser, one line says so for all of them."""
    ours = [item for item in items if item.path.is_relative_to(HERE)]
    for item in ours:
        item.add_marker(pytest.mark.browser)
    if ours and chromium() is None and os.environ.get("REQUIRE_BROWSER") != "1":
        first, *others = ours
        first.add_marker(pytest.mark.skip(f"{len(ours)} tests need a browser; {NO_BROWSER}"))
        config.hook.pytest_deselected(items=others)
        items[:] = [item for item in items if item not in set(others)]


def chromium() -> str | None:
    """The browser of this machine, if it has one."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = chromium()
    if executable is None:
        pytest.fail(NO_BROWSER, pytrace=False)
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """One server for all tests; it is started after the browser, so that without one nothing starts."""
    site = Site(tmp_path_factory.mktemp("site"), free_port())
    site.start()
    yield site
    site.stop()
    site.database.close()


@pytest.fixture
def watch(site: Site) -> Iterator[Watch]:
    watch = Watch(site.url)
    yield watch
    watch.check()


@pytest.fixture
def new_page(browser: Browser, site: Site, watch: Watch) -> Iterator[NewPage]:
    """Opens pages in a fresh browser each: ``new_page(PHONE, who, java_script_enabled=False)``."""
    contexts: list[BrowserContext] = []

    def open_page(viewport: ViewportSize, who: Volunteer | None = None, **options: Any) -> Page:
        context = browser.new_context(viewport=viewport, base_url=site.url, locale="nl-NL", **options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        if who is not None:
            give_cookie(context, site.url, who.token)
        return watch.over(context.new_page())

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def volunteer(site: Site) -> Volunteer:
    """Somebody new, of this test alone."""
    with site.database.writing() as db:
        who = new_volunteer(db)
        db.commit()
    return who


@pytest.fixture
def page(new_page: NewPage, volunteer: Volunteer) -> Page:
    """The volunteer's own phone."""
    return new_page(PHONE, volunteer)


@pytest.fixture
def film(new_page: NewPage, site: Site, volunteer: Volunteer) -> Film:
    return Film(new_page(DESKTOP, volunteer), site, volunteer).open()


@pytest.fixture(scope="session")
def scenery(site: Site) -> Scenery:
    return build(site)


@pytest.fixture(scope="session")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> Map:
    """Where everything is, as the application itself knows it."""
    return create_app(config_for(tmp_path_factory.mktemp("addresses"))).url_map


@pytest.fixture(scope="session")
def new_viewer(browser: Browser, site: Site, scenery: Scenery, addresses: Map) -> Iterator[NewViewer]:
    """Windows that stay open for many screens, one for each set of options."""
    windows: dict[str, Viewer] = {}
    contexts: list[BrowserContext] = []

    def open_window(viewport: ViewportSize, **options: Any) -> Viewer:
        name = f"{viewport} {options}"
        if name not in windows:
            context = browser.new_context(viewport=viewport, base_url=site.url, locale="nl-NL", **options)
            context.set_default_timeout(10_000)
            contexts.append(context)
            watch = Watch(site.url)
            windows[name] = Viewer(watch.over(context.new_page()), site, scenery, addresses, watch)
        return windows[name]

    yield open_window
    for context in contexts:
        context.close()
