"""Everybody and everything that the pages need to show all they can: made once, as rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.content.drill import Drill
from app.content.lesson import Lesson, Part
from app.content.library import Library
from app.content.scenario import Scenario
from app.models.learning import DrillAnswer
from app.models.people import Learner, Role, Staff
from app.services import accounts, codes, demo, enrolment, follow_up, teams
from tests.browser.people import (
    does_lesson,
    does_questions,
    drills_with,
    evaluates,
    is_certified,
    is_confirming,
    looks,
    lost_the_card,
    new_volunteer,
    now,
    plays,
    signed_in,
    team_named,
    watches,
)
from tests.browser.site import Site
from tests.cast import SECRET
from tests.film_case import ID as FILM

PASSWORD_LINK, USED_LINK = "a-link-for-the-colleague", "a-link-that-is-no-more"


@dataclass
class Scenery:
    """Tokens to be signed in with, by who it is; and the ids that stand in addresses, by what it is."""

    tokens: dict[str, str] = field(default_factory=lambda: {"": ""})
    ids: dict[str, str] = field(default_factory=dict)


def build(site: Site) -> Scenery:
    scenery = Scenery(ids=_content(site.library))
    with site.database.writing() as db:
        for add in (
            _add_volunteers,
            _add_players,
            _add_drilled,
            _add_lookers,
            _add_viewers,
            _add_staff,
            _add_codes,
            _add_maps,
        ):
            add(scenery, db, site.library)
        db.commit()
    return scenery


def _content(library: Library) -> dict[str, str]:
    """Places in the content, found by what they hold and not by name, so that authors may change it."""
    module = library.modules[0]
    lesson, part = _first(library, lambda part: bool(part.questions))
    tasks, task = _first(library, lambda part: bool(part.cards))
    naming, named = _first(library, lambda part: "{opvolger." in part.html)
    return {
        "module": module.id,
        "lesson": lesson.id,
        "opening": lesson.parts[0].id,
        "part": part.id,
        "last lesson": module.lessons[-1].id,
        "tasks": tasks.id,
        "task": task.id,
        "scenario": _dangerous(library).id,
        "drill": _drill(library).id,
        "named in": naming.id,
        "named": named.id,
        "kind": next(iter(demo.FOLLOW_UP)),
        "open kind": next(kind.id for kind in library.shared.kinds if kind.id not in demo.FOLLOW_UP),
        "situation": library.coach.situations[0].id if library.coach else "",
        "street": next(iter(library.observations)),
        "film": FILM,
        "film lesson": module.lessons[0].id,
        "film part": module.lessons[0].parts[-1].id,
    }


def _first(library: Library, wanted: Callable[[Part], bool]) -> tuple[Lesson, Part]:
    return next(
        (lesson, part) for lesson in library.modules[0].lessons for part in lesson.parts[1:] if wanted(part)
    )


def _dangerous(library: Library) -> Scenario:
    """An exercise in which a choice can put somebody in danger."""
    return next(
        scenario
        for scenario in library.scenarios.values()
        if scenario.module == library.modules[0].id
        and any(choice.critical_html for scene in scenario.scenes for choice in scene.choices)
    )


def _drill(library: Library) -> Drill:
    return next(drill for drill in library.drills.values() if drill.module == library.modules[0].id)


def _add_volunteers(scenery: Scenery, db: Session, library: Library) -> None:
    """One for each stage of the module."""
    module = library.modules[0]
    closing = len(library.instruments[module.instrument].items("t1", "a"))
    opening = len(library.instruments[module.instrument].items("t0", "a"))
    people = {
        "newcomer": new_volunteer(db, "Nel", consent=None),
        "beginner": new_volunteer(db, "Ben"),
        "asked": new_volunteer(db, "Aad"),
        "all asked": new_volunteer(db, "Alie"),
        "learner": new_volunteer(db, "Leo"),
        "studied": new_volunteer(db, "Stien"),
        "closing": new_volunteer(db, "Cor"),
        "closed": new_volunteer(db, "Carla"),
        "graduate": new_volunteer(db, "Gré", consent=False),
        "without card": new_volunteer(db, "Wil"),
    }
    does_questions(db, library, people["asked"], module, "t0", answers=3)
    does_questions(db, library, people["all asked"], module, "t0", answers=opening)
    for name in ("learner", "studied", "closing", "closed", "graduate"):
        does_questions(db, library, people[name], module, "t0")
    does_lesson(db, people["learner"], module.lessons[0])
    for lesson in module.lessons[1:]:
        does_lesson(db, people["learner"], lesson, up_to=2)
    for name in ("studied", "closing", "closed", "graduate"):
        for lesson in module.lessons:
            does_lesson(db, people[name], lesson)
    does_questions(db, library, people["closing"], module, "t1", answers=closing)
    for name in ("closed", "graduate"):
        does_questions(db, library, people[name], module, "t1")
    evaluates(db, people["graduate"], module)
    db.get_one(Learner, people["graduate"].id).email = "gre@example.org"
    scenery.tokens |= {
        **{name: who.token for name, who in people.items()},
        "without card": lost_the_card(db, people["without card"]),
        "learner again": signed_in(db, learner_id=people["learner"].id),
    }
    scenery.ids |= {
        "certificate": is_certified(db, people["graduate"], module),
        "mail": is_confirming(db, people["learner"], "leo@example.org"),
        "card": people["learner"].card,
        "without card": people["without card"].id,
    }


def _add_players(scenery: Scenery, db: Session, library: Library) -> None:
    """At the start of an exercise, half-way, at its best end, and at the end of all that was dangerous."""
    scenario = _dangerous(library)
    half = new_volunteer(db, "Hans")
    player = new_volunteer(db, "Petra")
    bad = plays(db, player, scenario, steps=99, worst=True)
    made = [choice.code for choice in bad.choices]
    scenery.tokens |= {"half-way": half.token, "player": player.token}
    scenery.ids |= {
        "half": plays(db, half, scenario, steps=1).id,
        "good": plays(db, player, scenario, steps=99).id,
        "bad": bad.id,
        "step": str(_critical_steps(scenario, made)[0]),
    }


def _add_drilled(scenery: Scenery, db: Session, library: Library) -> None:
    """Half-way in a round, through it in all ways, at home in the whole pool, and met by a change of it."""
    drill = _drill(library)
    ways = {
        "drilling": ("x", "~"),
        "drilled": ("x", "~", "", "x", "x"),
        "faultless": ("x",) * 5,
        "luckless": ("",) * 5,
        "drilled out": ("x",) * 30,
    }
    for name, marks in ways.items():
        who = new_volunteer(db, name.title())
        drills_with(db, who, drill, marks)
        scenery.tokens[name] = who.token
        if name == "luckless":
            first = select(DrillAnswer).filter_by(learner_id=who.id).order_by(DrillAnswer.id).limit(1)
            db.scalars(first).one().case = "weg"


def _add_lookers(scenery: Scenery, db: Session, library: Library) -> None:
    """Somebody who looked at a street and saw half of it, and read it again and knew everything."""
    looker = new_volunteer(db, "Kees")
    test = next(iter(library.observations.values()))
    half, there = test.statements[::2], [each for each in test.statements if each.was_there]
    scenery.tokens |= {"looker": looker.token}
    scenery.ids |= {
        "looked": looks(db, looker, test, [each.code for each in half], mode="picture").id,
        "read": looks(db, looker, test, [each.code for each in there], mode="text").id,
    }


def _add_viewers(scenery: Scenery, db: Session, library: Library) -> None:
    """In the middle of a film with a question behind them, and at its end with none."""
    video = library.videos[FILM]
    watching, seen, third = (new_volunteer(db, name) for name in ("Fien", "Floor", "Frits"))
    watches(db, watching, video, 7.0, answers=1)
    watches(db, seen, video, video.duration, answers=2)
    watches(db, third, video, 2.0, answers=1)
    scenery.tokens |= {"watching": watching.token, "seen": seen.token}


def _critical_steps(scenario: Scenario, made: list[str]) -> list[int]:
    scene, steps = scenario.by_id[scenario.start], []
    for step, code in enumerate(made):
        choice = next(choice for choice in scene.choices if choice.code == code)
        if choice.critical_html:
            steps.append(step)
        scene = scenario.by_id[choice.target]
    return steps


def _add_staff(scenery: Scenery, db: Session, _library: Library) -> None:
    """Each role of the demo, a coordinator without a team, and a team without anybody in it."""
    municipality = teams.municipalities(db)[0]
    empty = teams.add_team(db, municipality, "Buurtteam Nieuwland", "Nog Niemand", "0123-456 703")
    small = teams.add_team(db, municipality, "Buurtteam Twee", "Ton Twee", "0123-456 704")
    invitation = enrolment.invite(db, small.id, codes.new(codes.INVITATION_LENGTH), now())
    teams.add_municipality(db, "Zuiderveen")
    teams.add_staff(db, "Lona Los", "lona@example.org", role=Role.COORDINATOR, teams=[], now=now())
    former = teams.add_staff(
        db, "Vera Vertrokken", "vera@example.org", role=Role.TRAINER, teams=[], now=now()
    )
    former.disabled_at = now()
    scenery.tokens |= {
        **{role: _token_of(db, role) for role in ("coordinator", "trainer", "researcher", "admin")},
        "coordinator without a team": _token_of(db, "coordinator", "Lona Los"),
    }
    scenery.ids |= {
        "municipality": str(municipality.id),
        "team": str(team_named(db, "Buurtteam Lindekwartier").id),
        "empty team": str(empty.id),
        "small team": str(small.id),
        "small invitation": invitation.code,
    }


def _token_of(db: Session, role: str, name: str = "") -> str:
    query = select(Staff.id).filter_by(role=role).order_by(Staff.id)
    return signed_in(db, staff_id=db.scalars(query.filter_by(name=name) if name else query).first())


def _add_codes(scenery: Scenery, db: Session, _library: Library) -> None:
    team = team_named(db, "Buurtteam Lindekwartier")
    first, withdrawn = (enrolment.invite(db, team.id, codes.new(8), now()) for _ in range(2))
    enrolment.revoke(withdrawn, now())
    colleague = db.scalars(select(Staff).filter_by(role="trainer", disabled_at=None)).first()
    assert colleague is not None
    accounts.link_for(db, colleague, PASSWORD_LINK, now())
    scenery.ids |= {"invitation": first.code, "withdrawn": withdrawn.code}


def _add_maps(scenery: Scenery, db: Session, library: Library) -> None:
    """A map in which all is in order, one in which nothing is, and volunteers with and without a map."""
    good, bad = team_named(db, "Buurtteam Havenzicht"), team_named(db, "Buurtteam Nieuwland")
    for number, kind in enumerate(library.shared.kinds):
        follow_up.fill_in(
            db,
            good.id,
            kind.id,
            role=f"een collega van het wijkondersteuningsteam {number}",
            channel=f"0123-456 72{number} of wijkondersteuningsteam-{number}@lindehoven.example",
            hours="op werkdagen, van half negen tot half zes",
            deputy=f"de collega die dienst heeft, 0123-456 73{number}",
            feedback_days=10,
            now=now(),
        )
        if number > 2:
            follow_up.fill_in(
                db,
                bad.id,
                kind.id,
                role="Ad van alles",
                channel="" if number == 3 else "0123-456 740",
                hours="",
                deputy="",
                feedback_days=None,
                now=now(),
            )
    small = enrolment.open_invitation(db, scenery.ids["small invitation"], now())
    told = enrolment.invite(db, good.id, codes.new(8), now())
    for name, token, invitation in (("Sjaak", "lonely", small), ("Annie", "well informed", told)):
        learner = enrolment.join(db, invitation, name, key=token, secret=SECRET.encode(), now=now())
        enrolment.choose_consent(db, learner.id, True, "test", now())
        scenery.tokens[token] = signed_in(db, learner_id=learner.id)
    scenery.ids["good team"] = str(good.id)
