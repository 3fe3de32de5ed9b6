"""Every route with arguments and a body filled in, and what the rules say of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from flask import Flask
from werkzeug.routing import Rule as Route

from app.content.lesson import Lesson
from app.content.library import Library
from app.models.people import Role
from app.web.door import Rule
from tests.cast import STAFF, Cast
from tests.film_case import ID as VIDEO
from tests.film_case import STOPS
from tests.web.conftest import MODULE

VISITORS = ("anonymous", "anna", "zara", *STAFF)
OWNERS = {
    "noord": {"anna", "coordinator", "trainer", "admin"},
    "zuid": {"zara", "other coordinator", "admin"},
}
LEARNER_OF = {"noord": "anna", "zuid": "zara"}
PERSONAL = {"team_id", "learner_id", "attempt_id", "observation_id", "id"}
"""Arguments that name a thing of somebody.  What else stands in an address is content, or a secret."""

BODIES: dict[str, dict[str, str]] = {
    "accounts.choose_password": {"password": "een heel nieuwe zin"},
    "accounts.mail": {"email": "anna@example.org"},
    "accounts.mail_code": {"code": "123456"},
    "accounts.sign_in": {"code": "F7KT-2MWX-F7KT"},
    "accounts.sign_out": {},
    "accounts.staff_sign_in": {"email": "niemand@example.org", "password": "verkeerd wachtwoord"},
    "admin.add_colleague": {"name": "Nel Nieuw", "email": "nel@example.org", "role": "trainer"},
    "admin.add_municipality": {"name": "Westerveld aan Zee"},
    "admin.add_team": {"name": "Team west", "contact_name": "Wim", "contact_phone": "0123-456 789"},
    "admin.disable": {},
    "admin.new_link": {},
    "certificates.mine": {"name": "Anna de Vries"},
    "certificates.verify": {"code": "F7KT-2MWX-F7KT"},
    "films.answer": {"vraag": next(iter(STOPS)), "keuze": "a", "key": "k"},
    "films.go_on": {},
    "films.remember": {"seconde": "3.5", "geleden": "1"},
    "joining.consent": {"keuze": "nee"},
    "joining.enter_code": {"code": "F7KT-2MWX"},
    "joining.join": {"name": "Dora", "key": "a key of the page"},
    "joining.new_card": {},
    "learner.add_email": {"email": "nieuw@example.org"},
    "learner.card_noticed": {},
    "learner.confirm_email": {"code": "000000"},
    "learner.forget": {},
    "learner.remove_email": {},
    "learner.rename": {"name": "Annie"},
    "lessons.go_on": {},
    "measurement.evaluation": {"liever-niet": "1"},
    "measurement.finish": {},
    "measurement.respond": {"sla-over": "1"},
    "measurement.start": {"keuze": "begin"},
    "neighbourhood.change_kind": {
        "role": "Ad van het wijkteam",
        "feedback_days": "10",
        "channel": "0123-456 712",
        "hours": "op werkdagen",
        "deputy": "een collega",
    },
    "neighbourhood.change_profile": {
        "neighbourhoods": "Noord",
        "homes": "850",
        "worry": "Weinig mensen",
        "tenure": "rent",
        "reports": "De wijkagent",
    },
    "report_practice.go_on": {"stap": "1", "tekst-1": "Ik zag een fiets.", "doe": "kijk"},
    "observations.answer": {"gezien": "u01", "vorm": "tekst", "key": "another"},
    "scenarios.retry": {"key": "again"},
    "scenarios.start": {"key": "another"},
    "staff.contact": {"contact_name": "Wies", "contact_phone": "0123-456 780"},
    "staff.invite": {},
    "staff.replace_card": {},
    "staff.revoke": {},
}
"""What is sent to each route that changes something; those of lessons and exercises follow below."""


class Cell(NamedTuple):
    """One square of the matrix."""

    endpoint: str
    method: str
    visitor: str
    side: str
    rule: Rule
    path: str
    is_personal: bool


def lesson_with(library: Library, what: str) -> tuple[Lesson, int]:
    return next(
        (lesson, index)
        for lesson in library.lessons.values()
        for index, part in enumerate(lesson.parts)
        if getattr(part, what)
    )


def arguments(route: Route, cast: Cast, library: Library, side: str) -> dict[str, object]:
    """What to fill in.  KeyError: a new kind of argument needs a line here."""
    who, group = LEARNER_OF[side], route.endpoint.partition(".")[0]
    lesson, part = lesson_with(library, "cards" if route.endpoint == "lessons.sort" else "questions")
    codes = {"joining": cast.invitations[side], "staff": cast.invitations[side], "accounts": cast.cards[who]}
    known = {
        "team_id": cast.teams[side],
        "learner_id": cast.learners[who],
        "attempt_id": cast.attempts[who],
        "observation_id": cast.observations[who],
        "id": cast.mails[who],
        "code": codes.get(group, cast.certificates[who]),
        "token": cast.links[side],
        "municipality_id": cast.municipalities[side],
        "staff_id": cast.staff["researcher"],
        "module_id": MODULE,
        "moment": "slot",
        "position": 1,
        "lesson_id": lesson.id,
        "part_id": lesson.parts[part].id,
        "scenario_id": next(iter(library.scenarios)),
        "situation_id": library.coach.situations[0].id if library.coach else "",
        "test_id": next(iter(library.observations)),
        "card_id": next(iter(library.cards)),
        "step": 0,
        "drill_id": next(iter(library.drills)),
        "number": 1,
        "kind": library.shared.kinds[0].id,
        "video_id": VIDEO,
        "name": "ondertiteling.vtt",
        "filename": "style.css",
    }
    return {name: known[name] for name in route.arguments}


def body(endpoint: str, library: Library) -> dict[str, str]:
    """What to send.  KeyError: a new route that changes something needs a line in BODIES."""
    if endpoint == "lessons.answer":
        lesson, part = lesson_with(library, "questions")
        question = lesson.parts[part].questions[0]
        return {"vraag": question.id, "keuze": question.options[0].code, "key": "k"}
    if endpoint == "lessons.sort":
        lesson, part = lesson_with(library, "cards")
        cards, bins = lesson.parts[part].cards, lesson.parts[part].bins
        return {f"kaart-{card.code}": bins[0] for card in cards}
    if endpoint == "scenarios.choose":
        scene = next(iter(library.scenarios.values())).scenes[0]
        return {"stap": "0", "keuze": scene.choices[0].code}
    if endpoint == "drills.answer":
        case = next(iter(library.drills.values())).cases[0]
        return {"geval": case.id, "keuze": case.options[0].code, "key": "k"}
    return BODIES[endpoint]


def rule_for(app: Flask, endpoint: str) -> Rule:
    rule = getattr(app.view_functions[endpoint], "access_rule", None)
    assert isinstance(rule, Rule), f"{endpoint} does not declare who may use it"
    return rule


def cells(app: Flask, cast: Cast, library: Library) -> Iterator[Cell]:
    for route in app.url_map.iter_rules():
        rule, personal = rule_for(app, route.endpoint), bool(PERSONAL & route.arguments)
        for side in ("noord", "zuid") if personal else ("noord",):
            values = arguments(route, cast, library, side)
            path = app.url_map.bind("localhost").build(route.endpoint, values)
            for method in sorted(route.methods or ()):
                for visitor in VISITORS:
                    yield Cell(route.endpoint, method, visitor, side, rule, path, personal)


def kind_of(visitor: str) -> tuple[str, Role | None]:
    return ("staff", STAFF[visitor][1]) if visitor in STAFF else ("learner", None)


def expected(cell: Cell) -> str:
    """What the rule and ownership together say."""
    if cell.rule.kind == "anyone":
        return "in"
    if cell.visitor == "anonymous":
        return "sign in"
    if cell.rule.kind == "signed in":
        return "in"
    kind, role = kind_of(cell.visitor)
    if kind != cell.rule.kind or (cell.rule.roles and role not in cell.rule.roles):
        return "403"
    if cell.method == "OPTIONS":  # asks nothing of the thing itself
        return "in"
    return "404" if cell.is_personal and cell.visitor not in OWNERS[cell.side] else "in"
