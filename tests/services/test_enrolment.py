"""A volunteer comes in once, keeps a card that works, and may change their mind about research."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from app.db import Database
from app.errors import ClosedInvitation, UnknownCard, UnknownInvitation
from app.models.people import Consent, Invitation, Learner
from app.services import codes, enrolment
from tests.cast import NOW, SECRET, Cast

KEY = SECRET.encode()
CODE = "234679B9"
SECOND = timedelta(seconds=1)
AtOnce = Callable[[Callable[[Session], object]], list[object]]


def test_the_code_of_these_tests_is_well_formed() -> None:
    assert codes.is_well_formed(CODE, codes.INVITATION_LENGTH)


@pytest.mark.parametrize(
    ("typed", "later", "revoked", "expected"),
    [
        (CODE, timedelta(0), False, CODE),
        ("2346-79b9", timedelta(days=59), False, CODE),
        (" 2346 79B9 ", enrolment.INVITATION_STAYS - SECOND, False, CODE),
        (CODE, enrolment.INVITATION_STAYS, False, ClosedInvitation),
        (CODE, timedelta(days=999), False, ClosedInvitation),
        (CODE, timedelta(0), True, ClosedInvitation),
        ("234679BC", timedelta(0), False, UnknownInvitation),
        (CODE[:-1], timedelta(0), False, UnknownInvitation),
        ("", timedelta(0), False, UnknownInvitation),
        ("'; DROP TABLE learner; --", timedelta(0), False, UnknownInvitation),
    ],
)
def test_an_invitation_opens_with_its_code_until_it_expires_or_is_withdrawn(
    session: Session,
    cast: Cast,
    *,
    typed: str,
    later: timedelta,
    revoked: bool,
    expected: str | type[Exception],
) -> None:
    invitation = enrolment.invite(session, cast.teams["noord"], CODE, NOW)
    if revoked:
        enrolment.revoke(invitation, NOW)
    if isinstance(expected, str):
        assert enrolment.open_invitation(session, typed, NOW + later).code == expected
    else:
        with pytest.raises(expected):
            enrolment.open_invitation(session, typed, NOW + later)


def test_well_formed_is_not_enough(session: Session, cast: Cast) -> None:
    with pytest.raises(UnknownInvitation):
        enrolment.open_invitation(session, codes.derived(b"", "other", codes.INVITATION_LENGTH), NOW)


def test_a_coordinator_sees_the_open_invitations_of_one_team_newest_first(
    session: Session, cast: Cast
) -> None:
    session.execute(delete(Invitation))
    for days, team in ((-60, "noord"), (-59, "noord"), (-2, "noord"), (-1, "noord"), (0, "zuid")):
        enrolment.invite(session, cast.teams[team], f"{team} {days}", NOW + timedelta(days=days))
    enrolment.revoke(session.get_one(Invitation, "noord -2"), NOW)
    found = enrolment.open_invitations(session, cast.teams["noord"], NOW)
    assert [invitation.code for invitation in found] == ["noord -1", "noord -59"]


def test_withdrawing_twice_keeps_the_first_moment(session: Session, cast: Cast) -> None:
    invitation = enrolment.invite(session, cast.teams["noord"], CODE, NOW)
    enrolment.revoke(invitation, NOW)
    enrolment.revoke(invitation, NOW + SECOND)
    assert invitation.revoked_at == NOW


@pytest.mark.parametrize(
    ("clicks", "names"),
    [
        ([("k1", "Dora")], ["Dora"]),
        ([("k1", "Dora"), ("k1", "Dora")], ["Dora"]),
        ([("k1", "Dora"), ("k1", "Dorothea")], ["Dora"]),
        ([("k1", "Dora"), ("k2", "Dora")], ["Dora", "Dora"]),
        ([("k1", "Dora"), ("K1", "Els"), ("k1", "Fie")], ["Dora", "Els"]),
    ],
)
def test_one_key_gives_one_learner(
    session: Session, cast: Cast, clicks: list[tuple[str, str]], names: list[str]
) -> None:
    invitation = enrolment.invite(session, cast.teams["zuid"], CODE, NOW)
    ids = [enrolment.join(session, invitation, name, key=key, secret=KEY, now=NOW).id for key, name in clicks]
    joined = session.scalars(select(Learner).where(Learner.id.in_(ids))).all()
    assert sorted(learner.name for learner in joined) == names
    assert {learner.team_id for learner in joined} == {cast.teams["zuid"]}


def test_threads_that_join_with_one_key_give_one_learner(
    database: Database, cast: Cast, at_once: AtOnce
) -> None:
    def join(db: Session) -> str:
        invitation = enrolment.open_invitation(db, cast.invitations["noord"], NOW)
        return enrolment.join(db, invitation, "Dora", key="one", secret=KEY, now=NOW).id

    assert len(set(at_once(join))) == 1
    with database.reading() as db:
        assert db.scalar(select(func.count()).select_from(Learner).filter_by(name="Dora")) == 1


def anna_of(db: Session, cast: Cast) -> Learner:
    return db.get_one(Learner, cast.learners["anna"])


@pytest.mark.parametrize(
    "typed", [str, str.lower, codes.grouped, lambda code: f" {' '.join(code.lower())} ", "–".join]
)
def test_a_card_lets_its_own_learner_in_however_it_is_typed(
    session: Session, cast: Cast, typed: Callable[[str], str]
) -> None:
    for who, card in cast.cards.items():
        assert enrolment.learner_with_card(session, typed(card)).id == cast.learners[who]


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "2346-79BC-DFGH",
        codes.derived(KEY, "card|nobody|1", codes.CARD_LENGTH),
        CODE,
        "O" * codes.CARD_LENGTH,
    ],
)
def test_what_is_no_card_lets_nobody_in(session: Session, cast: Cast, typed: str) -> None:
    with pytest.raises(UnknownCard):
        enrolment.learner_with_card(session, typed)


def test_a_card_depends_on_the_learner_the_number_and_the_secret() -> None:
    made = {
        enrolment.card_of(Learner(id=id, card_number=number), secret)
        for id in ("a", "b")
        for number in (1, 2)
        for secret in (KEY, KEY[::-1])
    }
    assert len(made) == 8


def test_each_replacement_kills_every_earlier_card(session: Session, cast: Cast) -> None:
    anna, cards = anna_of(session, cast), [cast.cards["anna"]]
    for _ in range(3):
        enrolment.replace_card(session, anna, KEY)
        session.flush()
        cards.append(enrolment.card_of(anna, KEY))
        for dead in cards[:-1]:
            with pytest.raises(UnknownCard):
                enrolment.learner_with_card(session, dead)
        assert enrolment.learner_with_card(session, cards[-1]) is anna
    assert len(set(cards)) == 4
    assert enrolment.learner_with_card(session, cast.cards["bas"]).id == cast.learners["bas"]


@pytest.mark.parametrize(
    ("by_staff_at", "shown"),
    [([None], None), ([NOW], NOW), ([NOW, NOW + SECOND], NOW + SECOND), ([NOW, None], None)],
)
def test_only_a_replacement_by_staff_is_shown(
    session: Session, cast: Cast, by_staff_at: list[object], shown: object
) -> None:
    anna = anna_of(session, cast)
    for moment in by_staff_at:
        enrolment.replace_card(session, anna, KEY, by_staff_at=moment)  # type: ignore[arg-type]
    session.flush()
    session.expire(anna)
    assert anna.card_replaced_at == shown


def test_neither_cards_nor_joining_keys_stand_in_the_database(
    database: Database, cast: Cast, on_disk: Callable[[], bytes]
) -> None:
    key = "kanarie-sleutel-van-de-pagina"
    with database.writing() as db:
        invitation = enrolment.open_invitation(db, cast.invitations["noord"], NOW)
        card = enrolment.card_of(enrolment.join(db, invitation, "Dora", key=key, secret=KEY, now=NOW), KEY)
        db.commit()
    found = on_disk()
    assert b"Dora" in found
    assert codes.hashed(card).encode() in found
    for secret in (key, card, codes.grouped(card), *cast.cards.values()):
        assert secret.encode() not in found


@pytest.mark.parametrize(
    ("choices", "counts"),
    [
        ([], None),
        ([True], True),
        ([False], False),
        ([True, False], False),
        ([True, False, True], True),
        ([True, True], True),
    ],
)
def test_every_choice_about_research_is_kept_and_the_latest_counts(
    session: Session, cast: Cast, choices: list[bool], counts: bool | None
) -> None:
    for number, given in enumerate(choices):
        enrolment.choose_consent(session, cast.learners["anna"], given, f"text {number}", NOW)
    enrolment.choose_consent(session, cast.learners["bas"], not counts, "text of bas", NOW + SECOND)
    assert enrolment.consent_of(session, cast.learners["anna"]) is counts
    kept = session.scalars(select(Consent).filter_by(learner_id=cast.learners["anna"]).order_by(Consent.id))
    assert [(consent.given, consent.text_fingerprint) for consent in kept] == [
        (given, f"text {number}") for number, given in enumerate(choices)
    ]


def test_a_clock_that_was_set_back_does_not_change_which_choice_counts(session: Session, cast: Cast) -> None:
    enrolment.choose_consent(session, cast.learners["anna"], True, "text", NOW)
    enrolment.choose_consent(session, cast.learners["anna"], False, "text", NOW - timedelta(days=1))
    assert enrolment.consent_of(session, cast.learners["anna"]) is False
