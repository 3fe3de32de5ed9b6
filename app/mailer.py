"""Posts what waits in the outbox: with SMTP, or in a demo by printing it."""

from __future__ import annotations

import logging
import smtplib
import ssl
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from email.message import EmailMessage
from threading import Event, Thread

from app.config import Config
from app.db import Database
from app.models.access import OutgoingMail
from app.services import outbox

LOG = logging.getLogger(__name__)
EVERY = 2.0
"""Seconds between two looks in the outbox."""
PATIENCE = 15.0
"""Seconds that a mail server may take."""

Send = Callable[[EmailMessage], None]


def sender(config: Config) -> Send:
    """How this installation posts its mail."""
    return _print if config.smtp is None else lambda message: _smtp(config, message)


def post_due(database: Database, send: Send, mail_from: str, now: datetime) -> int:
    """Post what is due and tell how many letters left.  No lock is held while the mail server thinks."""
    with database.reading() as db:
        waiting = outbox.due(db, now)
    posted = 0
    for mail in waiting:
        try:
            send(_message(mail_from, mail))
        except (OSError, ValueError, smtplib.SMTPException):  # ValueError: it can't be made a message
            LOG.warning("a letter could not be posted; trying again later")
            _settle(database, mail.id, now, delivered=False)
        else:
            _settle(database, mail.id, now, delivered=True)
            posted += 1
    return posted


def start(database: Database, config: Config) -> Event:
    """Look in the outbox for as long as the program runs.  Setting the returned event ends it."""
    stop = Event()
    send = sender(config)

    def run() -> None:
        while not stop.wait(EVERY):
            try:
                post_due(database, send, config.mail_from, datetime.now(UTC))
            except Exception:
                LOG.exception("the outbox could not be read")

    Thread(target=run, name="mailer", daemon=True).start()
    return stop


def _settle(database: Database, id: int, now: datetime, *, delivered: bool) -> None:
    with database.writing() as db:
        mail = outbox.find(db, id)
        if mail is not None:
            outbox.delivered(db, mail) if delivered else outbox.failed(db, mail, now)
        db.commit()


def _message(mail_from: str, mail: OutgoingMail) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = (
        mail_from or "pluis@localhost",
        mail.recipient,
        mail.subject,
    )
    message.set_content(mail.body)
    return message


def _smtp(config: Config, message: EmailMessage) -> None:
    smtp = config.smtp
    if smtp is None:
        return
    with smtplib.SMTP(smtp.host, smtp.port, timeout=PATIENCE) as server:
        if smtp.user:
            server.starttls(context=ssl.create_default_context())
            server.login(smtp.user, smtp.password)
        server.send_message(message)


def _print(message: EmailMessage) -> None:
    sys.stdout.write(f"\n--- Mail aan {message['To']}: {message['Subject']}\n{message.get_content()}---\n")
    sys.stdout.flush()
