"""Mail waits until a real mail server took it, is tried again when it didn't, and is not kept afterwards."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from sqlalchemy import select

from app import mailer
from app.config import Config, Smtp
from app.db import Database, checkpoint
from app.models.access import OutgoingMail
from app.services import outbox
from tests.cast import NOW, config_for

MINUTE = timedelta(minutes=1)
FROM = "pluis@noorderdam.example"


def post(database: Database, *recipients: str, body: str = "Dag!\n", now: datetime = NOW) -> None:
    with database.writing() as db:
        for recipient in recipients:
            outbox.post(db, recipient, f"Voor {recipient}", body, now)
        db.commit()


def waiting(database: Database) -> list[tuple[str, int, datetime]]:
    """Recipient, tries and next try of each letter that is still in the box."""
    with database.reading() as db:
        rows = db.scalars(select(OutgoingMail).order_by(OutgoingMail.id))
        return [(mail.recipient, mail.tries, mail.next_try_at) for mail in rows]


@pytest.mark.parametrize(
    ("subject", "sent"),
    [
        ("Je code is 123456", "Je code is 123456"),
        ("Dag\r\nBcc: all@example.org", "Dag Bcc: all@example.org"),
        ("Dag\nDag\rDag\u2028Dag\x0bDag", "Dag Dag Dag Dag Dag"),
        ("  ruim   gezet ", "ruim gezet"),
        ("", ""),
    ],
)
def test_a_subject_is_one_line(database: Database, subject: str, sent: str) -> None:
    with database.writing() as db:
        outbox.post(db, "anna@example.org", subject, "Dag!", NOW)
        db.commit()
        assert [mail.subject for mail in outbox.due(db, NOW)] == [sent]


@pytest.mark.parametrize(
    ("posted", "due"),
    [
        ([], []),
        ([0], [0]),
        ([1], []),
        ([0, -5, 1, -1], [0, -5, -1]),
        ([-minutes for minutes in range(30)], [-minutes for minutes in range(20)]),
    ],
)
def test_letters_leave_when_it_is_time_in_the_order_in_which_they_came(
    database: Database, posted: list[int], due: list[int]
) -> None:
    for minutes in posted:
        post(database, str(minutes), now=NOW + minutes * MINUTE)
    with database.reading() as db:
        assert [int(mail.recipient) for mail in outbox.due(db, NOW)] == due


def test_a_letter_that_fails_waits_longer_each_time_and_is_given_up_in_the_end(database: Database) -> None:
    post(database, "anna@example.org")
    waits, now = [], NOW
    for _ in range(outbox.MOST_TRIES):
        with database.writing() as db:
            (mail,) = outbox.due(db, now)
            outbox.failed(db, mail, now)
            db.commit()
        for _, _, again in waiting(database):
            waits.append((again - now) / MINUTE)
            with database.reading() as db:
                assert outbox.due(db, again - timedelta(seconds=1)) == []
            now = again
    assert waits == [1, 4, 9, 16, 25]
    assert waiting(database) == []


def test_a_posted_letter_is_wiped_from_the_disk(database: Database, on_disk: Callable[[], bytes]) -> None:
    post(database, "kanarie@example.org", body="kanariecode")
    assert b"kanariecode" in on_disk()
    assert mailer.post_due(database, lambda _message: None, FROM, NOW) == 1
    assert checkpoint(database.engine)
    for word in (b"kanariecode", b"kanarie@example.org"):
        assert word not in on_disk()


# With a real mail server on this computer.


class Postman:
    """What the server does with a letter; ``answers`` holds what it says to some recipients."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []
        self.answers: dict[str, str] = {}
        self.has_letter = threading.Event()
        self.sign_ins = 0

    async def handle_RCPT(  # noqa: N802  # aiosmtpd's name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if (answer := self.answers.get(address, "250 OK")).startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        if answer := self.answers.get("data"):
            return answer
        content = envelope.content if isinstance(envelope.content, bytes) else b""
        message = message_from_bytes(content, policy=policy.default)
        assert isinstance(message, EmailMessage)
        self.letters.append(message)
        self.has_letter.set()
        return "250 OK"

    async def handle_AUTH(self, *_all: object) -> str:  # noqa: N802
        self.sign_ins += 1
        return "235 welcome"


@pytest.fixture(scope="module")
def server() -> Iterator[Controller]:
    controller = Controller(
        Postman(),
        hostname="127.0.0.1",
        port=free_port(),
        enable_SMTPUTF8=False,
        auth_require_tls=False,  # it would take a password that anybody on the way can read
    )
    controller.start()
    yield controller
    controller.stop()


@pytest.fixture
def postman(server: Controller) -> Postman:
    """Somebody with an empty bag."""
    server.handler.__init__()
    postman: Postman = server.handler
    return postman


@pytest.fixture
def config(server: Controller, tmp_path: Path) -> Config:
    smtp = Smtp("127.0.0.1", server.port, user="", password="")
    return config_for(tmp_path, smtp=smtp, mail_from=FROM)


def free_port() -> int:
    import socket

    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


def test_a_letter_arrives_as_it_was_written(database: Database, postman: Postman, config: Config) -> None:
    body = "Hallo Zoë,\n\nJe code is: 123456 – ‘een kwartier’.\n.\n.. puntjes\n\nGroet,\nPluis\n"
    with database.writing() as db:
        outbox.post(db, "zoe@example.org", "Je code voor Zoë: 123456", body, NOW)
        db.commit()
    assert mailer.post_due(database, mailer.sender(config), config.mail_from, NOW) == 1
    (letter,) = postman.letters
    assert (letter["From"], letter["To"], letter["Subject"]) == (
        FROM,
        "zoe@example.org",
        "Je code voor Zoë: 123456",
    )
    assert letter.get_content().replace("\r\n", "\n") == body
    assert waiting(database) == []


@pytest.mark.parametrize(
    ("recipients", "answers", "arrived", "left"),
    [
        ([], {}, [], []),
        (["a@example.org"], {}, ["a@example.org"], []),
        (["a@example.org", "b@example.org"], {}, ["a@example.org", "b@example.org"], []),
        (["a@example.org"], {"a@example.org": "550 no such mailbox"}, [], ["a@example.org"]),
        (["a@example.org"], {"a@example.org": "451 try again later"}, [], ["a@example.org"]),
        (["a@example.org"], {"data": "554 looks like spam"}, [], ["a@example.org"]),
        (["a@example.org"], {"data": "421 closing"}, [], ["a@example.org"]),
        (
            ["a@example.org", "b@example.org"],
            {"a@example.org": "550 no such mailbox"},
            ["b@example.org"],
            ["a@example.org"],
        ),
        (["zoë@example.org", "b@example.org"], {}, ["b@example.org"], ["zoë@example.org"]),
        (["no address at all\n", "b@example.org"], {}, ["b@example.org"], ["no address at all\n"]),
    ],
)
def test_what_the_server_refuses_waits_and_does_not_keep_the_others(
    database: Database,
    postman: Postman,
    config: Config,
    *,
    recipients: list[str],
    answers: dict[str, str],
    arrived: list[str],
    left: list[str],
) -> None:
    postman.answers = answers
    post(database, *recipients)
    assert mailer.post_due(database, mailer.sender(config), config.mail_from, NOW) == len(arrived)
    assert [letter["To"] for letter in postman.letters] == arrived
    assert waiting(database) == [(recipient, 1, NOW + MINUTE) for recipient in left]


def test_a_letter_leaves_once_the_server_is_back(
    database: Database, postman: Postman, config: Config
) -> None:
    away = config_for(config.instance, smtp=Smtp("127.0.0.1", free_port(), "", ""), mail_from=FROM)
    post(database, "anna@example.org")
    assert mailer.post_due(database, mailer.sender(away), FROM, NOW) == 0
    assert mailer.post_due(database, mailer.sender(config), FROM, NOW) == 0, "it is not time yet"
    assert mailer.post_due(database, mailer.sender(config), FROM, NOW + MINUTE) == 1
    assert mailer.post_due(database, mailer.sender(config), FROM, NOW + MINUTE) == 0
    assert [letter["To"] for letter in postman.letters] == ["anna@example.org"]


def test_a_password_is_never_sent_over_a_connection_that_is_not_encrypted(
    database: Database, postman: Postman, config: Config
) -> None:
    smtp = Smtp("127.0.0.1", config.smtp.port if config.smtp else 0, user="pluis", password="geheim")
    post(database, "anna@example.org")
    send = mailer.sender(config_for(config.instance, smtp=smtp, mail_from=FROM))
    assert mailer.post_due(database, send, FROM, NOW) == 0
    assert (postman.letters, postman.sign_ins) == ([], 0)
    assert waiting(database) == [("anna@example.org", 1, NOW + MINUTE)]


def test_nobody_has_to_wait_while_the_mail_server_thinks(database: Database) -> None:
    def slow(_message: EmailMessage) -> None:
        post(database, "bas@example.org", now=NOW + MINUTE)

    post(database, "anna@example.org")
    assert mailer.post_due(database, slow, FROM, NOW) == 1
    assert waiting(database) == [("bas@example.org", 0, NOW + MINUTE)]


def test_a_letter_that_was_withdrawn_meanwhile_is_no_trouble(database: Database) -> None:
    def withdraw(_message: EmailMessage) -> None:
        with database.writing() as db:
            for mail in outbox.due(db, NOW):
                db.delete(mail)
            db.commit()

    post(database, "anna@example.org")
    assert mailer.post_due(database, withdraw, FROM, NOW) == 1
    assert waiting(database) == []


def test_a_demo_prints_its_mail(
    database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    post(database, "anna@example.org", body="Je code is: 123456\n")
    assert mailer.post_due(database, mailer.sender(config_for(tmp_path)), "", NOW) == 1
    assert capsys.readouterr().out == (
        "\n--- Mail aan anna@example.org: Voor anna@example.org\nJe code is: 123456\n---\n"
    )


def test_a_running_program_posts_by_itself(
    database: Database, postman: Postman, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mailer, "EVERY", 0.01)
    stop = mailer.start(database, config)
    (thread,) = (thread for thread in threading.enumerate() if thread.name == "mailer")
    post(database, "anna@example.org")
    assert postman.has_letter.wait(5)
    stop.set()
    thread.join(5)
    assert not thread.is_alive()
    assert waiting(database) == []
