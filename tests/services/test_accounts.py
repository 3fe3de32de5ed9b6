"""Staff come in with a password chosen through a link, volunteers with a mailed code; all of it wears out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.db import Database, checkpoint
from app.errors import AddressTaken, UsedLink, WeakPassword, WrongPassword
from app.models.access import BrowserSession, MailCode, OutgoingMail
from app.models.people import Learner, Staff
from app.services import accounts, browser_sessions, outbox
from app.services.accounts import CODE_STAYS, CONFIRM, LINK_STAYS, MOST_TRIES, SIGN_IN
from tests.cast import NOW, PASSWORD, Cast

SECOND = timedelta(seconds=1)
OTHER_PASSWORD = "fiets in de sneeuw"


def staff_of(db: Session, cast: Cast, who: str) -> Staff:
    return db.get_one(Staff, cast.staff[who])


def learner_of(db: Session, cast: Cast, who: str) -> Learner:
    return db.get_one(Learner, cast.learners[who])


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("cora@example.org", "cora@example.org"),
        (" Cora@Example.ORG\n", "cora@example.org"),
        ("CORA@EXAMPLE.ORG", "cora@example.org"),
    ],
)
def test_an_address_has_one_spelling(typed: str, kept: str) -> None:
    assert accounts.address(typed) == kept


@pytest.mark.parametrize(
    ("password", "email", "strong"),
    [
        (PASSWORD, "", True),
        ("a" * 7 + "bcd", "", True),
        ("a" * 6 + "bcd", "", False),
        ("a" * 125 + "bcd", "", True),
        ("a" * 126 + "bcd", "", False),
        ("aaaaaaaaaabc", "", False),
        ("ababababABAB", "", False),
        ("Wachtwoord1", "", False),
        ("WELKOM2026", "", False),
        ("cora@example.org", "cora@example.org", False),
        ("Cora@Example.org", "cora@example.org", False),
        ("cora@example.org", "tom@example.org", True),
        ("regenboogéé", "", True),
        ("", "", False),
    ],
)
def test_a_strong_password_is_long_and_not_what_everybody_tries(
    password: str, email: str, strong: bool
) -> None:
    assert accounts.is_strong(password, email) is strong


@pytest.mark.parametrize(
    ("email", "password", "who"),
    [
        ("cora@example.org", PASSWORD, "coordinator"),
        (" CORA@example.org ", PASSWORD, "coordinator"),
        ("tom@example.org", PASSWORD, "trainer"),
        ("cora@example.org", PASSWORD.upper(), None),
        ("cora@example.org", PASSWORD + " ", None),
        ("cora@example.org", "", None),
        ("cora@example.org", "x" * 10_000, None),
        ("nobody@example.org", PASSWORD, None),
        ("nobody@example.org", "nobody has this password", None),
        ("new@example.org", "nobody has this password", None),
        ("rik@example.org", PASSWORD, None),
        ("", PASSWORD, None),
    ],
)
def test_staff_come_in_with_their_own_password_only(
    session: Session, cast: Cast, email: str, password: str, who: str | None
) -> None:
    session.add(Staff(name="Without password", email="new@example.org", role="trainer", created_at=NOW))
    staff_of(session, cast, "researcher").disabled_at = NOW
    if who:
        assert accounts.staff_with_password(session, email, password).id == cast.staff[who]
    else:
        with pytest.raises(WrongPassword):
            accounts.staff_with_password(session, email, password)


def untouched(_db: Session, _staff: Staff) -> None:
    """Nothing happens to the link."""


def followed_by_another(db: Session, staff: Staff) -> None:
    accounts.link_for(db, staff, "newer token", NOW)


def used(db: Session, staff: Staff) -> None:
    accounts.choose_password(db, staff, OTHER_PASSWORD, NOW)


def of_somebody_who_left(_db: Session, staff: Staff) -> None:
    staff.disabled_at = NOW


def of_somebody_whose_choice_was_weak(db: Session, staff: Staff) -> None:
    with pytest.raises(WeakPassword):
        accounts.choose_password(db, staff, "welkom2026", NOW)


@pytest.mark.parametrize(
    ("token", "meanwhile", "later", "works"),
    [
        ("the token", untouched, timedelta(0), True),
        ("the token", untouched, LINK_STAYS - SECOND, True),
        ("the token", untouched, LINK_STAYS, False),
        ("the token", followed_by_another, timedelta(0), False),
        ("newer token", followed_by_another, timedelta(0), True),
        ("the token", used, timedelta(0), False),
        ("the token", of_somebody_who_left, timedelta(0), False),
        ("the token", of_somebody_whose_choice_was_weak, timedelta(0), True),
        ("The token", untouched, timedelta(0), False),
        ("", untouched, timedelta(0), False),
        ("token of the trainer", used, timedelta(0), True),
    ],
)
def test_a_link_to_choose_a_password_works_once_and_for_a_week(
    session: Session,
    cast: Cast,
    *,
    token: str,
    meanwhile: Callable[[Session, Staff], None],
    later: timedelta,
    works: bool,
) -> None:
    accounts.link_for(session, staff_of(session, cast, "trainer"), "token of the trainer", NOW)
    staff = staff_of(session, cast, "coordinator")
    accounts.link_for(session, staff, "the token", NOW)
    session.flush()
    meanwhile(session, staff)
    session.flush()
    if works:
        who = "trainer" if "trainer" in token else "coordinator"
        assert accounts.staff_with_link(session, token, NOW + later).id == cast.staff[who]
    else:
        with pytest.raises(UsedLink):
            accounts.staff_with_link(session, token, NOW + later)


def test_a_new_password_replaces_the_old_one_and_signs_out_every_browser_of_that_person(
    session: Session, cast: Cast
) -> None:
    for token, who in (("phone", "coordinator"), ("laptop", "coordinator"), ("other", "trainer")):
        browser_sessions.open_session(session, token, NOW, staff_id=cast.staff[who])
    browser_sessions.open_session(session, "volunteer", NOW, learner_id=cast.learners["anna"])
    session.flush()
    accounts.choose_password(session, staff_of(session, cast, "coordinator"), OTHER_PASSWORD, NOW)
    signed_in = [
        t for t in ("phone", "laptop", "other", "volunteer") if browser_sessions.find(session, t, NOW)
    ]
    assert signed_in == ["other", "volunteer"]
    assert accounts.staff_with_password(session, "cora@example.org", OTHER_PASSWORD)
    with pytest.raises(WrongPassword):
        accounts.staff_with_password(session, "cora@example.org", PASSWORD)


def test_a_weak_password_changes_nothing(session: Session, cast: Cast) -> None:
    staff = staff_of(session, cast, "coordinator")
    browser_sessions.open_session(session, "phone", NOW, staff_id=staff.id)
    before = staff.password_hash
    with pytest.raises(WeakPassword):
        accounts.choose_password(session, staff, staff.email, NOW)
    assert staff.password_hash == before
    assert browser_sessions.find(session, "phone", NOW)


@pytest.mark.parametrize(
    ("typed", "sent"),
    [("anna@example.org", True), (" ANNA@Example.org ", True), ("bas@example.org", False), ("", False)],
)
def test_a_sign_in_code_is_mailed_to_a_known_address_only(
    session: Session, cast: Cast, typed: str, sent: bool
) -> None:
    learner_of(session, cast, "anna").email = "anna@example.org"
    assert accounts.mail_code(session, typed, purpose=SIGN_IN, id="id", code="123456", now=NOW) is sent
    letters = [(mail.recipient, "123456" in mail.body) for mail in session.scalars(select(OutgoingMail))]
    assert letters == [("anna@example.org", True)] * sent
    assert session.scalar(select(func.count()).select_from(MailCode)) == int(sent)


@pytest.mark.parametrize(
    ("typed", "purpose", "wrong_before", "later", "works"),
    [
        ("123456", SIGN_IN, 0, timedelta(0), True),
        (" 123 456\n", SIGN_IN, 0, timedelta(0), True),
        ("1 2 3 4 5 6", SIGN_IN, 0, timedelta(0), True),
        ("123\u00a0456", SIGN_IN, 0, timedelta(0), True),
        ("123456", SIGN_IN, 0, CODE_STAYS - SECOND, True),
        ("123456", SIGN_IN, 0, CODE_STAYS, False),
        ("123456", CONFIRM, 0, timedelta(0), False),
        ("123456", SIGN_IN, MOST_TRIES - 1, timedelta(0), True),
        ("123456", SIGN_IN, MOST_TRIES, timedelta(0), False),
        ("123456", SIGN_IN, MOST_TRIES + 1, timedelta(0), False),
        ("12345", SIGN_IN, 0, timedelta(0), False),
        ("1234567", SIGN_IN, 0, timedelta(0), False),
        ("654321", SIGN_IN, 0, timedelta(0), False),
        ("", SIGN_IN, 0, timedelta(0), False),
    ],
)
def test_a_mailed_code_works_for_a_quarter_of_an_hour_and_survives_four_wrong_tries(
    session: Session,
    cast: Cast,
    *,
    typed: str,
    purpose: str,
    wrong_before: int,
    later: timedelta,
    works: bool,
) -> None:
    learner_of(session, cast, "anna").email = "anna@example.org"
    accounts.mail_code(session, "anna@example.org", purpose=SIGN_IN, id="id", code="123456", now=NOW)
    session.flush()
    for _ in range(wrong_before):
        assert accounts.use_code(session, "id", "000000", purpose=SIGN_IN, now=NOW) is None
    found = accounts.use_code(session, "id", typed, purpose=purpose, now=NOW + later)
    assert (found and found.id) == (cast.learners["anna"] if works else None)


def test_a_mailed_code_works_once_and_only_with_its_own_id(session: Session, cast: Cast) -> None:
    learner_of(session, cast, "anna").email = "anna@example.org"
    for id, code in (("first", "111111"), ("second", "222222")):
        accounts.mail_code(session, "anna@example.org", purpose=SIGN_IN, id=id, code=code, now=NOW)
    session.flush()

    def comes_in(id: str, code: str) -> bool:
        return accounts.use_code(session, id, code, purpose=SIGN_IN, now=NOW) is not None

    tries = [
        ("first", "222222"),
        ("", "111111"),
        ("nobody", "111111"),
        ("first", "111111"),
        ("first", "111111"),
    ]
    assert [comes_in(*typed) for typed in tries] == [False, False, False, True, False]
    assert comes_in("second", "222222")


def test_wrong_tries_are_counted_where_a_restart_does_not_forget_them(database: Database, cast: Cast) -> None:
    with database.writing() as db:
        accounts.confirm_address(
            db, learner_of(db, cast, "anna"), "a@example.org", id="id", code="1", now=NOW
        )
        db.commit()
    for tried in range(1, MOST_TRIES + 2):
        with database.writing() as db:
            assert accounts.use_code(db, "id", "wrong", purpose=CONFIRM, now=NOW) is None
            db.commit()
        with database.reading() as db:
            assert db.get_one(MailCode, "id").tries == min(tried, MOST_TRIES)


@pytest.mark.parametrize(
    ("address", "taken"),
    [
        ("anna@example.org", False),
        ("new@example.org", False),
        ("bas@example.org", True),
        (" BAS@example.org", True),
    ],
)
def test_an_address_belongs_to_one_volunteer(session: Session, cast: Cast, address: str, taken: bool) -> None:
    anna = learner_of(session, cast, "anna")
    anna.email, learner_of(session, cast, "bas").email = "anna@example.org", "bas@example.org"
    if taken:
        with pytest.raises(AddressTaken):
            accounts.confirm_address(session, anna, address, id="id", code="123456", now=NOW)
        assert session.scalars(select(OutgoingMail)).all() == []
    else:
        accounts.confirm_address(session, anna, address, id="id", code="123456", now=NOW)
        assert anna.email == "anna@example.org"
        assert accounts.use_code(session, "id", "123456", purpose=CONFIRM, now=NOW) is anna
        assert anna.email == address


def test_of_two_who_confirm_one_address_the_first_gets_it(session: Session, cast: Cast) -> None:
    for who in ("anna", "bas"):
        learner = learner_of(session, cast, who)
        accounts.confirm_address(session, learner, "both@example.org", id=who, code=who, now=NOW)
    session.flush()
    assert accounts.use_code(session, "bas", "bas", purpose=CONFIRM, now=NOW)
    session.flush()
    with pytest.raises(AddressTaken):
        accounts.use_code(session, "anna", "anna", purpose=CONFIRM, now=NOW)
    assert learner_of(session, cast, "anna").email is None


def test_signing_in_with_a_code_does_not_change_the_address(session: Session, cast: Cast) -> None:
    anna = learner_of(session, cast, "anna")
    anna.email = "anna@example.org"
    accounts.mail_code(session, "anna@example.org", purpose=SIGN_IN, id="id", code="1", now=NOW)
    session.flush()
    assert accounts.use_code(session, "id", "1", purpose=SIGN_IN, now=NOW) is anna
    assert anna.email == "anna@example.org"
    assert session.scalars(select(BrowserSession)).all() == []


def test_passwords_links_and_mailed_codes_do_not_stand_in_the_database(
    database: Database, cast: Cast, on_disk: Callable[[], bytes]
) -> None:
    token, code = "kanarie-link-om-te-kiezen", "kanariecode"
    with database.writing() as db:
        accounts.link_for(db, staff_of(db, cast, "trainer"), token, NOW)
        accounts.choose_password(db, staff_of(db, cast, "coordinator"), OTHER_PASSWORD, NOW)
        accounts.confirm_address(
            db, learner_of(db, cast, "anna"), "a@example.org", id="id", code=code, now=NOW
        )
        db.commit()
    assert code.encode() in on_disk(), "the letter waits to be posted"
    with database.writing() as db:
        for mail in outbox.due(db, NOW):
            outbox.delivered(db, mail)
        db.commit()
    assert checkpoint(database.engine)
    found = on_disk()
    assert b"$argon2id$" in found
    for secret in (PASSWORD, OTHER_PASSWORD, token, code):
        assert secret.encode() not in found
