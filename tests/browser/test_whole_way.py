"""A volunteer on a phone goes the whole way: from the front door to a certificate that proves to be real."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from app.content.lesson import Lesson
from app.measurement.progress import asked
from app.models.learning import Answer, Choice
from app.models.measurement import Response
from tests.browser.conftest import PHONE, NewPage
from tests.browser.hands import Finger
from tests.browser.people import open_invitation
from tests.browser.site import Site
from tests.browser.way import Way


def asked_in(lesson: Lesson) -> int:
    return sum(len(asked(part)) for part in lesson.parts)


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_from_the_front_door_to_the_certificate(site: Site, new_page: NewPage, javascript: bool) -> None:
    page = new_page(PHONE, java_script_enabled=javascript)
    way = Way(page, Finger(page), site.library)
    module = site.library.modules[0]
    exercises = [each for each in site.library.scenarios.values() if each.module == module.id]
    tables = (Answer, Response, Choice)

    def rows() -> list[int]:
        with site.database.reading() as db:
            return [db.scalar(select(func.count()).select_from(table)) or 0 for table in tables]

    before = rows()
    way.joins(open_invitation(site), "Gerda")
    way.answers_questions()
    way.does_lessons()
    for exercise in exercises[:2]:
        way.plays(exercise.title)
    code = way.rounds_off("Gerda")
    way.signs_out()
    way.checks(code)

    answers = sum(asked_in(lesson) for lesson in module.lessons)
    made = [after - earlier for after, earlier in zip(rows(), before, strict=True)]
    assert made == [answers, way.responses, way.choices]
