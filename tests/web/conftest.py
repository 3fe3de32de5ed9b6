"""One application for all tests of the web, and for each test the same cast in a fresh database.

Anna and Zara, of two teams, have been through all lessons; Bas and Carla only just came in.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from app import create_app
from app.content.library import Library, LibraryKeeper, load_library
from app.db import Database
from app.measurement.drilling import Given
from app.models.base import Base
from app.models.people import Learner, Municipality, Staff
from app.services import (
    accounts,
    administrations,
    browser_sessions,
    certificates,
    codes,
    drills,
    enrolment,
    learning,
    observations,
    scenarios,
)
from tests.cast import SECRET, Cast, Visitor, config_for, move_in
from tests.film_case import link_case, write_case

MODULE = "wijkveiligheid"
MAIL_CODE = "123456"
Rows = dict[str, list[tuple[object, ...]]]


@pytest.fixture(scope="session")
def content(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real content, as it was when the tests began: somebody may be writing in it.  And a short film."""
    copy = tmp_path_factory.mktemp("content")
    for folder in ("modules", "quizzes", "media"):
        shutil.copytree(root / folder, copy / folder)
    write_case(copy)
    link_case(copy)
    return copy


@pytest.fixture(scope="session")
def library(content: Path) -> Library:
    return load_library(content)


@pytest.fixture(scope="session")
def furnished(
    empty_database: Path, tmp_path_factory: pytest.TempPathFactory, library: Library
) -> tuple[Path, Cast]:
    """An SQLite file in which the cast lives and everything has begun, to be copied; and who they are."""
    path = Path(shutil.copy(empty_database, tmp_path_factory.mktemp("furnished") / "pluis.sqlite3"))
    database = Database(f"sqlite:///{path.as_posix()}")
    cast = move_in(database)
    with database.writing() as db:
        furnish(db, cast, library)
        db.commit()
    database.close()
    return path, cast


def furnish(db: Session, cast: Cast, library: Library) -> None:
    """Open a browser for everybody, and let Anna and Zara have done what there is to do."""
    now = datetime.now(UTC) - timedelta(minutes=5)
    for town in db.query(Municipality):
        cast.municipalities[town.teams[0].name.removeprefix("Team ")] = town.id
    for who, learner_id in cast.learners.items():
        cast.tokens[who] = f"browser-of-{who.replace(' ', '-')}"
        browser_sessions.open_session(db, cast.tokens[who], now, learner_id=learner_id)
    for who, staff_id in cast.staff.items():
        cast.tokens[who] = f"browser-of-{who.replace(' ', '-')}"
        browser_sessions.open_session(db, cast.tokens[who], now, staff_id=staff_id)
    for who, side in (("anna", "noord"), ("zara", "zuid")):
        study(db, cast, who, library, now)
        cast.mails[who], cast.certificates[who] = f"mail-of-{who}", codes.new(codes.CERTIFICATE_LENGTH)
        accounts.confirm_address(
            db,
            db.get_one(Learner, cast.learners[who]),
            f"{who}@example.org",
            id=cast.mails[who],
            code=MAIL_CODE,
            now=now,
        )
        certificates.issue(
            db, cast.learners[who], MODULE, name=f"{who} de Vries", code=cast.certificates[who], now=now
        )
        cast.links[side] = f"password-link-{side}"
        colleague = "coordinator" if side == "noord" else "other coordinator"
        accounts.link_for(db, db.get_one(Staff, cast.staff[colleague]), cast.links[side], now)


def study(db: Session, cast: Cast, who: str, library: Library, now: datetime) -> None:
    """Consent, start questions, lessons, an exercise, a round, a street; closing questions begun."""
    id = cast.learners[who]
    subject = administrations.subject_of(SECRET[::-1].encode(), id)
    instrument, scenario = library.instruments[f"khg-{MODULE}"], next(iter(library.scenarios.values()))
    enrolment.choose_consent(db, id, True, "text", now)
    sitting = administrations.start(db, subject, instrument, "t0", team_id=None, now=now)
    administrations.finish(sitting, now)
    administrations.start(db, subject, instrument, "t1", team_id=None, now=now)
    for lesson in library.lessons.values():
        for part in lesson.parts:
            learning.mark_seen(db, id, lesson.id, part.id, now)
            asked = [(q.id, q.options[0].code, q.fingerprint) for q in part.questions]
            asked += [(card.code, part.bins[0], card.fingerprint) for card in part.cards]
            for question, code, print_ in asked:
                learning.answer(
                    db, id, lesson.id, question, code=code, fingerprint=print_, key=lesson.id, now=now
                )
    attempt = scenarios.start(db, id, scenario, key="first", now=now)
    first = scenario.scenes[0].choices[0].code
    scenarios.choose(db, attempt, scenario, step=0, code=first, now=now)
    cast.attempts[who] = attempt.id
    drill = next(iter(library.drills.values()))
    for case in drill.cases[:5]:
        given = Given(case.id, case.options[0].code)
        drills.answer(db, id, drill, given, key="first", now=now)
    test = next(iter(library.observations.values()))
    seen = {statement.code for statement in test.statements[:9]}
    told = observations.tell(db, id, test, mode="picture", ticked=seen, key="first", now=now)
    cast.observations[who] = told.id


@pytest.fixture(scope="session")
def only_app(tmp_path_factory: pytest.TempPathFactory, content: Path) -> Iterator[Flask]:
    app = create_app(config_for(tmp_path_factory.mktemp("instance"), content_root=content))
    yield app
    app.extensions["database"].close()


@pytest.fixture
def start_over(only_app: Flask, furnished: tuple[Path, Cast]) -> Callable[[], None]:
    """Put the database back as it was, and empty the buckets of the throttle."""
    database: Database = only_app.extensions["database"]
    path = Path(str(database.engine.url.database))

    def again() -> None:
        database.close()
        for rest in ("-wal", "-shm"):
            path.with_name(path.name + rest).unlink(missing_ok=True)
        shutil.copyfile(furnished[0], path)
        only_app.extensions["throttle"].buckets.clear()

    return again


@pytest.fixture
def app(only_app: Flask, start_over: Callable[[], None]) -> Flask:
    """The application, with the cast at home."""
    start_over()
    return only_app


@pytest.fixture
def own_app(tmp_path: Path, content: Path, furnished: tuple[Path, Cast]) -> Iterator[Flask]:
    """An application that the test may change, with content of its own under its instance."""
    shutil.copyfile(furnished[0], tmp_path / "pluis.sqlite3")
    shutil.copytree(content, tmp_path / "content")
    app = create_app(config_for(tmp_path, content_root=tmp_path / "content"))
    yield app
    app.extensions["database"].close()


def read_anew(app: Flask) -> None:
    """As at a new start: with what there is, whatever its state."""
    app.extensions["library"] = LibraryKeeper(app.extensions["config"].content_root, lambda _library: ())


@pytest.fixture
def cast(furnished: tuple[Path, Cast]) -> Cast:
    return furnished[1]


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    """Somebody who is not signed in."""
    return Visitor(app)


@pytest.fixture
def arrive(app: Flask, cast: Cast) -> Callable[[str], Visitor]:
    """A browser of one of the cast, signed in already."""
    return lambda who: Visitor(app).enter(cast, who)


@pytest.fixture
def written(app: Flask) -> Callable[[], tuple[int, int]]:
    """A mark that changes whenever something is committed: in the write-ahead log, or past it."""
    path = Path(str(app.extensions["database"].engine.url.database))
    log = path.with_name(path.name + "-wal")
    return lambda: (path.stat().st_mtime_ns, log.stat().st_size if log.exists() else 0)


@pytest.fixture
def rows(app: Flask) -> Callable[[], Rows]:
    """Every row of every table, in an order that tells nothing."""
    database: Database = app.extensions["database"]

    def look() -> Rows:
        with database.reading() as db:
            return {
                table.name: sorted((tuple(row) for row in db.execute(table.select())), key=repr)
                for table in Base.metadata.sorted_tables
            }

    return look


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """These tests copy files of SQLite; the services are what is tested on PostgreSQL."""
    if os.environ.get("TEST_DATABASE_URL"):
        for item in items:
            if Path(__file__).parent in item.path.parents:
                item.add_marker(pytest.mark.skip(reason="runs on SQLite"))
