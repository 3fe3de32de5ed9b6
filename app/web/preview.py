"""`pluis preview`: the content as an author writes it, fresh at every change, with its problems on the page.

A small application of its own: no database, nobody to sign in, and only ever on this computer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from flask import Flask, Response, g, render_template
from werkzeug.exceptions import NotFound

from app.content.document import Problem
from app.content.library import Library, check_library, load_library
from app.web import assets, security

Thing = TypeVar("Thing")


def create_preview(root: Path) -> Flask:
    """The preview of the content under ``root``."""
    app = Flask("app", static_folder="web/static", template_folder="web/templates")
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    assets.register(app)
    app.add_template_global(security.nonce)
    app.after_request(_with_policy)

    def current() -> Library:
        if "preview" not in g:
            g.preview = load_library(root)
        library: Library = g.preview
        return library

    def problems(path: Path | None = None) -> Sequence[Problem]:
        found = sorted(check_library(current(), datetime.now(UTC).date()))
        return [problem for problem in found if path is None or problem.path == path]

    @app.get("/")
    def index() -> str:
        return render_template("preview/index.html", library=current(), problems=problems())

    @app.get("/les/<lesson_id>")
    def lesson(lesson_id: str) -> str:
        lesson = _found(current().lessons, lesson_id)
        return render_template(
            "preview/lesson.html", library=current(), lesson=lesson, problems=problems(lesson.path)
        )

    @app.get("/oefening/<scenario_id>")
    def scenario(scenario_id: str) -> str:
        scenario = _found(current().scenarios, scenario_id)
        return render_template(
            "preview/scenario.html", library=current(), scenario=scenario, problems=problems(scenario.path)
        )

    @app.get("/meetinstrument/<instrument_id>")
    def instrument(instrument_id: str) -> str:
        instrument = _found(current().instruments, instrument_id)
        return render_template(
            "preview/instrument.html",
            library=current(),
            instrument=instrument,
            problems=problems(instrument.path),
        )

    @app.get("/versie")
    def version() -> Response:
        """What the page asks every second, to know whether something was saved."""
        return Response(current().version, mimetype="text/plain")

    return app


def _found(things: Mapping[str, Thing], id: str) -> Thing:
    if id not in things:
        raise NotFound
    return things[id]


def _with_policy(response: Response) -> Response:
    response.headers["Content-Security-Policy"] = security.policy()
    response.headers["Cache-Control"] = "no-store"
    return response
