"""The scenario player: a scene, a choice, what came of it; and at the end what stood out."""

from __future__ import annotations

from datetime import UTC, datetime
from secrets import token_urlsafe

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.content.scenario import Scenario
from app.errors import Conflict, NotFound
from app.measurement.route import dimensions, shuffled
from app.services import scenarios
from app.web import access
from app.web.database import reading, writing
from app.web.door import LEARNER, me, open_to
from app.web.filling import library
from app.web.throttle import limit

bp = Blueprint("scenarios", __name__, url_prefix="/oefening")

Page = str | Response | tuple[str, int]


@bp.get("/<scenario_id>")
@open_to(LEARNER)
def intro(scenario_id: str) -> Page:
    """What the exercise is about, and where the volunteer left it."""
    if elsewhere := _elsewhere(scenario_id):
        return redirect(elsewhere)
    scenario = _scenario(scenario_id)
    attempt = scenarios.latest(reading(), me().id, scenario.id)
    route = scenarios.route_of(attempt, scenario) if attempt else None
    return render_template(
        "scenarios/intro.html",
        scenario=scenario,
        attempt=attempt,
        unfinished=bool(attempt and attempt.choices and route and not route.is_finished),
        key=token_urlsafe(12),
    )


@bp.post("/<scenario_id>")
@open_to(LEARNER)
def start(scenario_id: str) -> Page:
    scenario = _scenario(scenario_id)
    limit("answer of a person", me().id)
    db = writing()
    attempt_id = scenarios.start(db, me().id, scenario, key=_key(), now=datetime.now(UTC)).id
    db.commit()
    return redirect(url_for(".scene", scenario_id=scenario.id, attempt_id=attempt_id), 303)


@bp.get("/<scenario_id>/<attempt_id>")
@open_to(LEARNER)
def scene(scenario_id: str, attempt_id: str) -> Page:
    """The scene where this attempt is now, or its end."""
    scenario = _scenario(scenario_id)
    attempt = access.attempt_of(reading(), me(), attempt_id, scenario.id)
    route = scenarios.route_of(attempt, scenario)
    if route.is_finished:
        return render_template(
            "scenarios/end.html",
            scenario=scenario,
            attempt=attempt,
            route=route,
            dimensions=dimensions(scenario, route),
            key=token_urlsafe(12),
        )
    return _show_scene(scenario, attempt_id, missing=False)


@bp.post("/<scenario_id>/<attempt_id>")
@open_to(LEARNER)
def choose(scenario_id: str, attempt_id: str) -> Page:
    scenario = _scenario(scenario_id)
    limit("answer of a person", me().id)
    step = request.form.get("stap", "")
    if not (step.isascii() and step.isdigit() and len(step) < 4):
        raise Conflict
    if not request.form.get("keuze"):
        access.attempt_of(reading(), me(), attempt_id, scenario.id)
        return _show_scene(scenario, attempt_id, missing=True), 422
    db = writing()
    attempt = access.attempt_of(db, me(), attempt_id, scenario.id)
    scenarios.choose(db, attempt, scenario, step=int(step), code=request.form["keuze"], now=datetime.now(UTC))
    db.commit()
    return redirect(url_for(".outcome", scenario_id=scenario.id, attempt_id=attempt_id, step=int(step)), 303)


@bp.get("/<scenario_id>/<attempt_id>/<int:step>")
@open_to(LEARNER)
def outcome(scenario_id: str, attempt_id: str, step: int) -> Page:
    """What came of the choice of one step, and why."""
    scenario = _scenario(scenario_id)
    attempt = access.attempt_of(reading(), me(), attempt_id, scenario.id)
    route = scenarios.route_of(attempt, scenario)
    if step >= len(route.chosen):
        return redirect(url_for(".scene", scenario_id=scenario.id, attempt_id=attempt_id))
    return render_template(
        "scenarios/outcome.html",
        scenario=scenario,
        attempt=attempt,
        scene=route.visited[step],
        choice=route.chosen[step],
        last=route.is_finished and step == len(route.chosen) - 1,
        step=step,
    )


@bp.post("/<scenario_id>/<attempt_id>/<int:step>")
@open_to(LEARNER)
def retry(scenario_id: str, attempt_id: str, step: int) -> Page:
    """Another choice at this step, in a new attempt; the first one stays as it was."""
    scenario = _scenario(scenario_id)
    limit("answer of a person", me().id)
    db = writing()
    earlier = access.attempt_of(db, me(), attempt_id, scenario.id)
    again = scenarios.start(
        db, me().id, scenario, key=_key(), now=datetime.now(UTC), retry_of=earlier, until=step
    ).id
    db.commit()
    return redirect(url_for(".scene", scenario_id=scenario.id, attempt_id=again), 303)


def _show_scene(scenario: Scenario, attempt_id: str, *, missing: bool) -> str:
    attempt = access.attempt_of(reading(), me(), attempt_id, scenario.id)
    route = scenarios.route_of(attempt, scenario)
    return render_template(
        "scenarios/scene.html",
        scenario=scenario,
        attempt=attempt,
        scene=route.current,
        choices=shuffled(route.current.choices, f"{attempt.id}:{route.current.id}"),
        step=len(attempt.choices),
        missing=missing,
    )


def _elsewhere(id: str) -> str:
    """The page of an exercise of another kind; empty for a conversation, and for what is not there.

    Texts link to anything that one can practise with in one and the same way.
    """
    coach = library().coach
    if coach and coach.id == id:
        return url_for("report_practice.choose")
    if id in library().drills:
        return url_for("drills.intro", drill_id=id)
    if id in library().observations:
        return url_for("observations.intro", test_id=id)
    return ""


def _key() -> str:
    return request.form.get("key", "")[:64] or token_urlsafe(12)


def _scenario(scenario_id: str) -> Scenario:
    scenario = library().scenarios.get(scenario_id)
    if scenario is None or not scenario.scenes:
        raise NotFound
    return scenario
