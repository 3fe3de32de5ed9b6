"""A volunteer sees everything that we keep of them, and is gone from the very disk when they want to be."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from app.db import Database, checkpoint
from app.errors import UnknownCard
from app.models import Base
from app.models.learning import Attempt, Choice, DrillAnswer, Observation, VideoAnswer, VideoPosition
from app.models.measurement import Administration, Response, Wording
from app.models.people import Learner
from app.services import (
    accounts,
    browser_sessions,
    certificates,
    codes,
    enrolment,
    evaluations,
    learning,
    outbox,
    privacy,
)
from app.services.administrations import subject_of
from tests.cast import NOW, SECRET, Cast

KEY = SECRET.encode()
CANARY = "Kanarie"
SOON = NOW + timedelta(minutes=1)
Rows = dict[str, list[tuple[object, ...]]]


@pytest.fixture
def everybody(database: Database, cast: Cast) -> Cast:
    """The cast, with in the database what can only be there once, whoever comes and goes."""
    with database.writing() as db:
        db.add(Wording(fingerprint="wording", item="k1", body="{}"))
        live(db, cast.learners["bas"], "bas", "Bas")
        db.commit()
    return cast


def canary(db: Session, cast: Cast) -> Learner:
    """Somebody who did all that can be done, and whose name is nowhere else."""
    invitation = enrolment.open_invitation(db, cast.invitations["noord"], NOW)
    learner = enrolment.join(db, invitation, CANARY, key=f"key of {CANARY}", secret=KEY, now=NOW)
    live(db, learner.id, CANARY.lower(), CANARY)
    return learner


def live(db: Session, id: str, word: str, name: str) -> None:
    """Leave a trace in every table that can hold one."""
    learner = db.get_one(Learner, id)
    enrolment.choose_consent(db, id, True, "text", NOW)
    enrolment.choose_consent(db, id, False, "text", NOW)
    learning.mark_seen(db, id, "kijken", "begin", NOW)
    learning.answer(db, id, "kijken", "q1", code="b", fingerprint="f", key=word, now=NOW)
    first = Attempt(learner_id=id, scenario="deur", fingerprint="f", key=f"{word} 1", started_at=NOW)
    db.add(first)
    db.flush()
    again = Attempt(
        learner_id=id, scenario="deur", fingerprint="f", key=f"{word} 2", started_at=SOON, retry_of=first.id
    )
    again.choices = [Choice(step=0, scene="open", code="a", made_at=NOW)]
    db.add(again)
    db.add(
        DrillAnswer(
            learner_id=id, drill="stop", case="hond", code="a", fingerprint="f", key=word, answered_at=NOW
        )
    )
    db.add(
        Observation(
            learner_id=id,
            test="plein",
            fingerprint="f",
            mode="text",
            codes=["p01"],
            key=word,
            made_at=NOW,
        )
    )
    db.add(
        VideoAnswer(
            learner_id=id, video="bus", stop="gezien", code="a", fingerprint="f", key=word, answered_at=NOW
        )
    )
    db.add(VideoPosition(learner_id=id, video="bus", seconds=31.2, furthest=42.5, updated_at=NOW))
    certificates.issue(db, id, "m1", name=f"{name} op papier", code=codes.derived(KEY, id, 12), now=NOW)
    evaluations.mark_done(db, id, "m1")
    measured = Administration(
        subject=subject_of(KEY, id),
        team_id=learner.team_id,
        module="m1",
        instrument="meting",
        wave="t0",
        form="a",
        fingerprint="f",
        started_at=NOW,
    )
    measured.responses = [
        Response(item="k1", fingerprint="wording", position=0, code="c", key=word, answered_at=NOW)
    ]
    db.add(measured)
    browser_sessions.open_session(db, f"token of {word}", NOW, learner_id=id)
    accounts.confirm_address(db, learner, f"{word}@example.org", id=word, code="123456", now=NOW)
    db.flush()
    accounts.use_code(db, word, "123456", purpose=accounts.CONFIRM, now=NOW)
    accounts.confirm_address(db, learner, f"{word}@elders.example", id=f"{word} 2", code="654321", now=SOON)
    db.flush()


def forget(db: Session, learner: Learner) -> None:
    privacy.forget(db, learner, subject_of(KEY, learner.id))


def test_the_life_of_these_tests_leaves_a_trace_wherever_a_learner_can(
    everybody: Cast, everything: Callable[[], Rows]
) -> None:
    tied = {
        table.name
        for table in Base.metadata.sorted_tables
        if any(key.column.table.name == "learner" for key in table.foreign_keys)
    }
    filled = {table for table, rows in everything().items() if rows}
    assert tied | {"learner", "administration", "response", "choice", "outgoing_mail"} <= filled


def test_forgetting_wipes_every_row_of_that_person_and_no_other(
    database: Database, everybody: Cast, everything: Callable[[], Rows]
) -> None:
    before = everything()
    with database.writing() as db:
        learner = canary(db, everybody)
        db.commit()
        assert everything() != before
        forget(db, learner)
        db.commit()
    assert everything() == before


def test_after_forgetting_the_person_is_nowhere_on_the_disk(
    database: Database, everybody: Cast, on_disk: Callable[[], bytes]
) -> None:
    with database.writing() as db:
        learner = canary(db, everybody)
        db.commit()
        traces = [
            CANARY,
            CANARY.lower(),
            learner.id,
            learner.card_hash,
            learner.join_key,
            subject_of(KEY, learner.id),
            codes.derived(KEY, learner.id, 12),
            codes.hashed(f"token of {CANARY.lower()}"),
        ]
        assert [trace for trace in traces if trace.encode() not in on_disk()] == []
        forget(db, learner)
        db.commit()
    assert checkpoint(database.engine)
    found = on_disk()
    assert [trace for trace in traces if trace.encode() in found] == []
    assert b"Bas op papier" in found


def test_an_earlier_name_and_address_are_not_left_behind_either(
    database: Database, everybody: Cast, on_disk: Callable[[], bytes]
) -> None:
    with database.writing() as db:
        learner = canary(db, everybody)
        db.commit()
        learner.name, learner.email = "Iemand", "iemand@example.org"
        certificates.issue(db, learner.id, "m1", name="Iemand", code="unused", now=NOW)
        db.commit()
        forget(db, learner)
        db.commit()
    assert checkpoint(database.engine)
    assert CANARY.encode() not in on_disk()
    assert CANARY.lower().encode() not in on_disk()


def test_who_was_forgotten_is_a_stranger_at_every_door(database: Database, everybody: Cast) -> None:
    with database.writing() as db:
        learner = canary(db, everybody)
        card, word = enrolment.card_of(learner, KEY), CANARY.lower()
        forget(db, learner)
        db.commit()
    with database.writing() as db:
        assert browser_sessions.find(db, f"token of {word}", NOW) is None
        assert accounts.use_code(db, f"{word} 2", "654321", purpose=accounts.CONFIRM, now=NOW) is None
        assert not accounts.mail_code(
            db, f"{word}@example.org", purpose=accounts.SIGN_IN, id="x", code="1", now=NOW
        )
        with pytest.raises(UnknownCard):
            enrolment.learner_with_card(db, card)
        invitation = enrolment.open_invitation(db, everybody.invitations["noord"], NOW)
        newcomer = enrolment.join(db, invitation, CANARY, key=f"key of {CANARY}", secret=KEY, now=NOW)
        assert enrolment.consent_of(db, newcomer.id) is None


def test_letters_to_others_stay_in_the_box(database: Database, everybody: Cast) -> None:
    with database.writing() as db:
        learner = canary(db, everybody)
        db.flush()
        forget(db, learner)
        db.commit()
        assert {mail.recipient for mail in outbox.due(db, SOON)} == {"bas@example.org", "bas@elders.example"}


def test_the_overview_holds_everything_in_plain_values(session: Session, everybody: Cast) -> None:
    bas = session.get_one(Learner, everybody.learners["bas"])
    canary(session, everybody)
    now, soon = NOW.isoformat(), SOON.isoformat()
    overview = privacy.overview_of(session, bas, subject_of(KEY, bas.id))
    assert json.loads(json.dumps(overview)) == {
        "naam": "Bas",
        "team": "Team noord",
        "e-mailadres": "bas@example.org",
        "begonnen op": now,
        "toestemming onderzoek": [{"gegeven": True, "op": now}, {"gegeven": False, "op": now}],
        "gelezen": [{"les": "kijken", "deel": "begin", "op": now}],
        "antwoorden in lessen": [{"les": "kijken", "vraag": "q1", "antwoord": "b", "op": now}],
        "oefeningen": [
            {"oefening": "deur", "begonnen op": now, "keuzes": []},
            {"oefening": "deur", "begonnen op": soon, "keuzes": [{"scène": "open", "keuze": "a"}]},
        ],
        "rondjes": [{"rondje": "stop", "geval": "hond", "antwoord": "a", "op": now}],
        "waarnemingsproeven": [{"proef": "plein", "vorm": "text", "aangekruist": ["p01"], "op": now}],
        "films": [{"film": "bus", "seconde": 31.2, "verste seconde": 42.5, "op": now}],
        "antwoorden bij films": [{"film": "bus", "vraag": "gezien", "antwoord": "a", "op": now}],
        "metingen": [{"meting": "t0", "module": "m1", "antwoorden": [{"vraag": "k1", "antwoord": "c"}]}],
        "certificaten": [
            {"module": "m1", "naam": "Bas op papier", "code": codes.derived(KEY, bas.id, 12), "op": now}
        ],
        "evaluatie gehad": ["m1"],
        "gemailde codes": [
            {"aan": "bas@example.org", "geldig tot": (NOW + accounts.CODE_STAYS).isoformat()},
            {"aan": "bas@elders.example", "geldig tot": (SOON + accounts.CODE_STAYS).isoformat()},
        ],
        "ingelogd": [{"sinds": now, "laatst gezien": now}],
    }


def test_the_overview_of_a_newcomer_is_nearly_empty(session: Session, cast: Cast) -> None:
    anna = session.get_one(Learner, cast.learners["anna"])
    overview = privacy.overview_of(session, anna, subject_of(KEY, anna.id))
    assert {key: value for key, value in overview.items() if value} == {
        "naam": "Anna",
        "team": "Team noord",
        "begonnen op": NOW.isoformat(),
    }


def test_the_overview_holds_nothing_of_somebody_else_and_no_key_to_come_in_with(
    session: Session, everybody: Cast
) -> None:
    learner = canary(session, everybody)
    text = json.dumps(privacy.overview_of(session, learner, subject_of(KEY, learner.id)))
    secrets = [learner.card_hash, learner.join_key, enrolment.card_of(learner, KEY), "123456", "654321"]
    assert [word for word in ("Bas", "bas@", "Anna", *secrets) if word in text] == []
