"""The people at the browser: made as rows through the services, with the cookie of a signed-in browser."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from secrets import token_urlsafe

from playwright.sync_api import BrowserContext
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.content.drill import Drill
from app.content.lesson import Lesson
from app.content.library import Library
from app.content.module import Module
from app.content.observation import ObservationTest
from app.content.scenario import Choice, Scenario, Scene
from app.content.video import Video
from app.measurement.drilling import Given
from app.models.learning import Attempt, Observation
from app.models.people import Invitation, Learner, Team
from app.services import (
    accounts,
    administrations,
    browser_sessions,
    certificates,
    codes,
    drills,
    enrolment,
    evaluations,
    learning,
    observations,
    videos,
)
from app.services import scenarios as exercises
from app.services.administrations import Sitting
from tests.browser.site import STUDY_KEY, Site
from tests.cast import SECRET


@dataclass(frozen=True)
class Volunteer:
    """Somebody of a demo team, with a browser that is signed in as them."""

    id: str
    name: str
    card: str
    token: str

    @property
    def subject(self) -> str:
        return administrations.subject_of(STUDY_KEY.encode(), self.id)


def open_invitation(site: Site) -> str:
    """The code that the first demo team hands out."""
    with site.database.reading() as db:
        return db.scalars(select(Invitation.code).order_by(Invitation.team_id)).first() or ""


def new_volunteer(db: Session, name: str = "Wim", *, consent: bool | None = True) -> Volunteer:
    """Somebody who just joined the first demo team."""
    invitation = db.scalars(select(Invitation).order_by(Invitation.team_id)).first()
    assert invitation is not None
    learner = enrolment.join(db, invitation, name, key=token_urlsafe(8), secret=SECRET.encode(), now=now())
    if consent is not None:
        enrolment.choose_consent(db, learner.id, consent, "test", now())
    token = signed_in(db, learner_id=learner.id)
    return Volunteer(learner.id, name, enrolment.card_of(learner, SECRET.encode()), token)


def signed_in(db: Session, *, learner_id: str | None = None, staff_id: int | None = None) -> str:
    """The token of one more browser of this person."""
    token = token_urlsafe(16)
    browser_sessions.open_session(db, token, now(), learner_id=learner_id, staff_id=staff_id)
    return token


def give_cookie(context: BrowserContext, url: str, token: str) -> None:
    """Let this browser be signed in as whoever the token is of; nobody for an empty token."""
    context.clear_cookies()
    if token:
        context.add_cookies([{"name": "pluis", "value": f"t.{token}", "url": url}])


# What volunteers did.


def does_questions(
    db: Session, library: Library, who: Volunteer, module: Module, wave: str, *, answers: int | None = None
) -> Sitting:
    """Answer so many questions of a wave, the second one skipped; all of them and hand in for None."""
    instrument = library.instruments[module.instrument]
    sitting = administrations.start(db, who.subject, instrument, wave, team_id=None, now=now())
    for number, item in enumerate(sitting.items[:answers]):
        code = None if number == 1 else item.options[0].code
        administrations.respond(db, sitting, item, code, key="rows", now=now())
    if answers is None:
        administrations.finish(sitting, now())
    return sitting


def does_lesson(db: Session, who: Volunteer, lesson: Lesson, *, up_to: int | None = None) -> None:
    """Do the first parts of a lesson, every second question wrong."""
    for number, part in enumerate(lesson.parts[:up_to]):
        for question in part.questions:
            wanted = {"x"} if number % 2 else {"", "~"}
            code = next((o.code for o in question.options if o.mark in wanted), question.options[0].code)
            learning.answer(
                db,
                who.id,
                lesson.id,
                question.id,
                code=code,
                fingerprint=question.fingerprint,
                key=lesson.id,
                now=now(),
            )
        for place, card in enumerate(part.cards):
            learning.answer(
                db,
                who.id,
                lesson.id,
                card.code,
                code=part.bins[place % len(part.bins)],
                fingerprint=card.fingerprint,
                key=lesson.id,
                now=now(),
            )
        learning.mark_seen(db, who.id, lesson.id, part.id, now())


def plays(db: Session, who: Volunteer, scenario: Scenario, *, steps: int, worst: bool = False) -> Attempt:
    """Make so many choices of an exercise, always the best or the worst one."""
    attempt = exercises.start(db, who.id, scenario, key=token_urlsafe(8), now=now())
    for step in range(steps):
        scene = exercises.route_of(attempt, scenario).current
        if scene.is_end:
            break
        exercises.choose(db, attempt, scenario, step=step, code=_choice(scene, worst).code, now=now())
    return attempt


def _choice(scene: Scene, worst: bool) -> Choice:
    ranks = {"x": 0, "~": 1}
    return sorted(scene.choices, key=lambda c: (ranks.get(c.mark, 2), bool(c.critical_html)))[
        -1 if worst else 0
    ]


def drills_with(db: Session, who: Volunteer, drill: Drill, marks: Sequence[str]) -> None:
    """Answer so many cases of a drill: ``x`` good, ``~`` can do too, empty for rather not."""
    waiting = list(drill.cases) * 2
    for mark in marks:
        case = next(case for case in waiting if any(option.mark == mark for option in case.options))
        waiting.remove(case)
        code = next(option.code for option in case.options if option.mark == mark)
        drills.answer(db, who.id, drill, Given(case.id, code), key=token_urlsafe(8), now=now())


def looks(db: Session, who: Volunteer, test: ObservationTest, ticked: list[str], *, mode: str) -> Observation:
    """Look at a street, or read it, and tick these."""
    return observations.tell(db, who.id, test, mode=mode, ticked=ticked, key=token_urlsafe(8), now=now())


def watches(db: Session, who: Volunteer, video: Video, seconds: float, *, answers: int = 0) -> None:
    """Come so far in a film, and answer the first questions on the way, each with its first answer."""
    for stop in video.stops[:answers]:
        code = stop.question.options[0].code
        videos.answer(db, who.id, video, stop, code=code, key=token_urlsafe(8), now=now())
    videos.remember(db, who.id, video, seconds, now())


def evaluates(db: Session, who: Volunteer, module: Module) -> None:
    evaluations.mark_done(db, who.id, module.id)


def is_certified(db: Session, who: Volunteer, module: Module) -> str:
    code = codes.new(codes.CERTIFICATE_LENGTH)
    return certificates.issue(db, who.id, module.id, name=f"{who.name} de Wit", code=code, now=now()).code


def lost_the_card(db: Session, who: Volunteer) -> str:
    """Staff made a new one; the token of somebody who came in with it."""
    learner = db.get_one(Learner, who.id)
    enrolment.replace_card(db, learner, SECRET.encode(), by_staff_at=now())
    return signed_in(db, learner_id=who.id)


def is_confirming(db: Session, who: Volunteer, email: str) -> str:
    """A code was mailed to a new address; the id of the page that asks for it."""
    id = token_urlsafe(8)
    accounts.confirm_address(db, db.get_one(Learner, who.id), email, id=id, code="123456", now=now())
    return id


def team_named(db: Session, start: str) -> Team:
    return db.scalars(select(Team).where(Team.name.startswith(start))).one()


def now() -> datetime:
    return datetime.now(UTC)
