"""Somebody who goes through Pluis by pressing what pages show, without JavaScript."""

from __future__ import annotations

import re

from flask import Flask
from werkzeug.test import TestResponse

from app.services import codes
from tests.cast import Visitor
from tests.web.conftest import MODULE
from tests.web.page import Form, Page


class Volunteer:
    """Somebody who reads what is on the page and presses its buttons."""

    def __init__(self, app: Flask) -> None:
        self.visitor = Visitor(app)
        self.page = self.open("/")

    def open(self, path: str) -> Page:
        return self._arrive(self.visitor.get(path))

    def press(self, ending: str = "", **fields: object) -> Page:
        """Fill in a form of this page and send it."""
        form = self.page.form(ending)
        return self._arrive(self.visitor.send(form.action, form.filled(**fields)))

    def follow(self, words: str) -> Page:
        """The link that begins like this: the big button, or a line of a list."""
        found = re.search(rf'<a [^>]*href="([^"]+)"[^>]*>\s*{re.escape(words)}', self.page.html)
        assert found, f"no link “{words}” on {self.page.path}"
        return self.open(found[1].split("#")[0])

    def _arrive(self, response: TestResponse) -> Page:
        while response.status_code in {302, 303}:
            response = self.visitor.get(response.headers["Location"].split("#")[0])
        assert response.status_code in {200, 422}, f"{response.request.path}: {response.status_code}"
        self.page = Page(response)
        return self.page

    def join(self, code: str, name: str = "Dora", consent: str = "ja") -> str:
        """From the front door to home; gives the code of the login card."""
        self.open("/")
        self.press("/meedoen", code=codes.grouped(code).lower())
        self.press(name=name)
        card = next(word for word in self.page.text.split() if re.fullmatch(r"[^-]{4}(-[^-]{4}){2}", word))
        self.follow("Ik heb hem, verder")
        self.press(keuze=consent)
        assert self.page.path.startswith("/thuis")
        return card

    def answer_questions(self, moment: str, choose: int | None = 0) -> list[str]:
        """Begin, answer each question (or skip each one), hand in; gives the items that were asked."""
        self.open(f"/vragen/{MODULE}/{moment}")
        self.press(keuze="begin")
        asked = []
        while "keuze" in (form := self.page.form()).choices:
            asked.append(self.page.heading)
            fields = {"sla-over": "1"} if choose is None else {"keuze": form.choices["keuze"][choose]}
            self._arrive(self.visitor.send(form.action, form.filled(**fields)))
        self.press("/klaar")
        return asked

    def read_lesson(self, lesson: str, *, answering: bool = True) -> None:
        """Go through a lesson part by part, until its end."""
        self.open(f"/les/{lesson}")
        while not self.page.path.endswith("/klaar"):
            while answering and (form := self._open_form()):
                fields = {name: values[0] for name, values in form.choices.items()}
                self._arrive(self.visitor.send(form.action, form.filled(**fields)))
            self.press("/verder")

    def _open_form(self) -> Form | None:
        forms = [form for form in self.page.forms if form.action.endswith(("/antwoord", "/kaarten"))]
        return forms[0] if forms else None

    def play(self, scenario: str) -> int:
        """Go through an exercise, always taking the first choice; gives the number of choices."""
        self.open(f"/oefening/{scenario}")
        self.press()
        steps = 0
        while "Wat doe je?" in self.page.text:
            form = self.page.form()
            self.press(keuze=form.choices["keuze"][0])
            assert "Wat er gebeurt" in self.page.text
            steps += 1
            self.follow("Naar het einde" if "Naar het einde" in self.page.text else "Verder")
        assert "Jouw keuzes" in self.page.text
        return steps
