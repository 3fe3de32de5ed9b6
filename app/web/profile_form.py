"""The form in which a team fills in its profile."""

from __future__ import annotations

import re
from typing import Any

from wtforms import RadioField, SelectMultipleField, TextAreaField
from wtforms.validators import Length, Optional, Regexp

from app.services.team_profile import QUESTIONS
from app.web.forms import Form, optional
from app.web.profile_words import WORDS, choices

NO_ANSWER = "Dat weten we nog niet"
LONGEST_TEXT = 600


def _one(code: str) -> RadioField:
    offered = {"": NO_ANSWER, **choices(code)}
    return RadioField(WORDS[code].asked, choices=offered, default="", validators=[Optional()])


def _several(code: str) -> SelectMultipleField:
    return SelectMultipleField(WORDS[code].asked, choices=choices(code))


def _text(code: str) -> TextAreaField:
    too_long = Length(max=LONGEST_TEXT, message=f"Dit mag hoogstens {LONGEST_TEXT} tekens lang zijn.")
    return TextAreaField(WORDS[code].asked, filters=[in_lines], validators=[Optional(), too_long])


def in_lines(value: str | None) -> str | None:
    """Without control characters and spaces around it, but with its lines."""
    lines = (value or "").splitlines()
    return value and "\n".join("".join(c for c in line if c.isprintable()).strip() for line in lines).strip()


class ProfileForm(Form):
    neighbourhoods = optional(WORDS["neighbourhoods"].asked, 120)
    homes = optional(
        WORDS["homes"].asked,
        20,
        Regexp(r"[1-9][0-9]{0,2}([. ]?[0-9]{3})?$", message="Typ alleen een getal, bijvoorbeeld 850."),
    )
    tenure = _one("tenure")
    residents = _several("residents")
    ageing = _one("ageing")
    area = _one("area")
    rounds = _one("rounds")
    partners = _several("partners")
    reports = _text("reports")
    bottlenecks = _several("bottlenecks")
    worry = _text("worry")
    exercises = _several("exercises")

    @property
    def answers(self) -> dict[str, Any]:
        """By code, as the service keeps it."""
        given = {question.code: self[question.code].data for question in QUESTIONS}
        return given | {"homes": int(re.sub("[. ]", "", self.homes.data)) if self.homes.data else None}
