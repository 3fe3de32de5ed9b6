"""`pluis preview`: the content as an author writes it, fresh at every change, with its problems on the page.

A small application of its own: no database, nobody to sign in, and only ever on this computer.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from flask import Blueprint, Flask, Response, current_app, g, redirect, render_template, url_for
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as AnyResponse

from app.content.card import Card
from app.content.checks import check_library
from app.content.document import Problem
from app.content.drill import Drill
from app.content.instrument import Instrument
from app.content.lesson import Lesson
from app.content.library import Library, load_library
from app.content.observation import ObservationTest
from app.content.report_coach import ReportCoach
from app.content.scenario import Scenario
from app.content.video import Video
from app.errors import NotFound as Missing
from app.printing.blanks import card_for
from app.printing.press import print_pdf
from app.printing.sheet import dates_of, sheet_of
from app.web import assets, film_files, security
from app.web.pages import clock

Thing = TypeVar("Thing", Lesson, Scenario, Drill, ObservationTest, ReportCoach, Instrument, Video, Card)


def create_preview(root: Path) -> Flask:
    """The preview of the content under ``root``."""
    app = Flask("app", static_folder="web/static", template_folder="web/templates")
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    assets.register(app)
    app.add_template_global(security.nonce)
    app.add_template_filter(clock, "clock")
    app.add_template_global(dates_of)
    app.after_request(_with_policy)

    app.config["ROOT"] = root
    app.config["TRUSTED_HOSTS"] = ["127.0.0.1", "localhost"]
    app.register_blueprint(bp)
    return app


bp = Blueprint("preview", __name__)


@bp.get("/")
def index() -> str:
    return _show("index")


@bp.get("/les/<lesson_id>")
def lesson(lesson_id: str) -> str:
    return _show("lesson", _found(_library().lessons, lesson_id))


@bp.get("/oefening/<scenario_id>")
def scenario(scenario_id: str) -> str | AnyResponse:
    """A conversation; texts link to every kind of exercise in this way."""
    if scenario_id in _library().drills:
        return redirect(url_for(".drill", drill_id=scenario_id))
    coach = _library().coach
    if coach and coach.id == scenario_id:
        return _show("coach", coach)
    if scenario_id in _library().observations:
        return redirect(url_for(".observation", test_id=scenario_id))
    return _show("scenario", _found(_library().scenarios, scenario_id))


@bp.get("/rondje/<drill_id>")
def drill(drill_id: str) -> str:
    return _show("drill", _found(_library().drills, drill_id))


@bp.get("/waarnemen/<test_id>")
def observation(test_id: str) -> str:
    return _show("observation", _found(_library().observations, test_id))


@bp.get("/meetinstrument/<instrument_id>")
def instrument(instrument_id: str) -> str:
    return _show("instrument", _found(_library().instruments, instrument_id))


@bp.get("/film/<video_id>")
def film(video_id: str) -> str:
    return _show("film", _found(_library().videos, video_id))


@bp.get("/film/<video_id>/bestand/<path:name>")
def film_file(video_id: str, name: str) -> Response:
    try:
        return film_files.send(_found(_library().videos, video_id), name)
    except Missing:
        raise NotFound from None


@bp.get("/kaart/<card_id>")
def card(card_id: str) -> str:
    """A card as a page, of a team that filled nothing in."""
    library = _library()
    return _show("card", card_for(_found(library.cards, card_id), library.shared.contacts))


@bp.get("/kaart/<card_id>.pdf")
def card_pdf(card_id: str) -> Response:
    """The card as it comes out of the printer, to see whether everything fits."""
    library = _library()
    card = card_for(_found(library.cards, card_id), library.shared.contacts)
    return Response(print_pdf(sheet_of(card, "")), mimetype="application/pdf")


@bp.get("/versie")
def version() -> Response:
    """What the page asks every second, to know whether something was saved."""
    return Response(_library().version, mimetype="text/plain")


def _show(kind: str, thing: Thing | None = None) -> str:
    """A page about one thing with its own problems, or about everything with all of them."""
    problems = _problems()
    if thing is not None:
        problems = [problem for problem in problems if _is_about(problem, thing)]
    return render_template(f"preview/{kind}.html", library=_library(), problems=problems, **{kind: thing})


def _is_about(problem: Problem, thing: Thing) -> bool:
    """Whether it is in the file of this thing; of a film the whole folder counts."""
    if isinstance(thing, Video):
        return problem.path.parent == thing.path.parent
    return problem.path == thing.path


def _problems() -> list[Problem]:
    """Everything to mend; worked out anew when something was saved, or on a new day."""
    now = _library().version, datetime.now(UTC).date()
    problems: list[Problem]
    then, problems = current_app.extensions.get("problems", (None, []))
    if then != now:
        problems = sorted(check_library(_library(), now[1]))
        current_app.extensions["problems"] = now, problems
    return problems


def _library() -> Library:
    if "preview" not in g:
        g.preview = load_library(current_app.config["ROOT"])
    library: Library = g.preview
    return library


def _found(things: Mapping[str, Thing], id: str) -> Thing:
    if id not in things:
        raise NotFound
    return things[id]


def _with_policy(response: Response) -> Response:
    response.headers["Content-Security-Policy"] = security.policy()
    response.headers["Cache-Control"] = "no-store"
    return response
