"""A page as a visitor without JavaScript meets it: words, links, and forms with what is in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from werkzeug.test import TestResponse

from tests.paper import Paper

VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
Attributes = dict[str, str]


def words_of(response: TestResponse) -> str:
    """What can be read in an answer: the source of a page, the words of a paper."""
    return Paper(response.data).text if response.mimetype == "application/pdf" else response.text


@dataclass
class Form:
    """A form: where it goes, what it would send untouched, and what there is to choose from."""

    method: str
    action: str
    fields: dict[str, object] = field(default_factory=dict)
    choices: dict[str, list[str]] = field(default_factory=dict)
    buttons: list[tuple[str, str]] = field(default_factory=list)
    typed: list[str] = field(default_factory=list)
    """The names of the fields that somebody types in."""

    def filled(self, **fields: object) -> dict[str, object]:
        """What is sent when these fields are filled in; ``_`` stands for a dash."""
        return {**self.fields, **{name.replace("_", "-"): value for name, value in fields.items()}}


class Page(HTMLParser):
    """An answer of the server, taken apart."""

    def __init__(self, response: TestResponse) -> None:
        super().__init__(convert_charrefs=True)
        self.path = response.request.full_path.removesuffix("?")
        self.html = response.text
        self.elements: list[tuple[str, Attributes]] = []
        self.forms: list[Form] = []
        self._words: list[str] = []
        self._open: list[str] = []
        self._textarea = ""
        self.feed(self.html)
        self.close()

    @property
    def text(self) -> str:
        """The words on the page, in one line."""
        return " ".join(" ".join(self._words).split())

    def attributes(self, *tags: str) -> list[Attributes]:
        return [attributes for tag, attributes in self.elements if tag in tags]

    @property
    def links(self) -> list[str]:
        return [a["href"] for a in self.attributes("a") if "href" in a]

    @property
    def heading(self) -> str:
        """The words of the one big heading."""
        found = re.search(r"<h1[^>]*>(.*?)</h1>", self.html, re.DOTALL)
        return unescape(re.sub(r"<[^>]+>", "", found[1])).strip() if found else ""

    def form(self, ending: str = "") -> Form:
        """The form whose action ends like this; without an ending the first one in the page itself."""
        for form in self.forms:
            if form.action.endswith(ending) and (ending or not form.action.endswith("/uitloggen")):
                return form
        raise AssertionError(f"no form to {ending!r} on {self.path}: {[f.action for f in self.forms]}")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.elements.append((tag, attributes))
        if tag not in VOID:
            self._open.append(tag)
        if tag == "form":
            action = urlsplit(urljoin(f"http://here{self.path}", attributes.get("action") or self.path))
            where = action.path + (f"?{action.query}" if action.query else "")
            self.forms.append(Form(attributes.get("method", "get"), where))
        elif self.forms and "form" in self._open:
            self._control(tag, attributes)

    def _control(self, tag: str, attributes: Attributes) -> None:
        form, name, value = self.forms[-1], attributes.get("name", ""), attributes.get("value", "")
        kind = attributes.get("type", "text")
        if tag == "button":
            form.buttons.append((name, value))
        elif tag == "textarea":
            self._textarea = name
            form.fields[name] = ""
            form.typed.append(name)
        elif tag == "input" and kind in {"radio", "checkbox"}:
            form.choices.setdefault(name, []).append(value)
            if "checked" in attributes:
                form.fields[name] = value
        elif tag == "input":
            form.fields[name] = value
            if kind != "hidden":
                form.typed.append(name)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._textarea = ""
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self._textarea:
            self._type(data)
        if not {"script", "style"} & set(self._open):
            self._words.append(data)

    def _type(self, data: str) -> None:
        """What stands in a textarea; a line break right behind its tag is not part of it."""
        fields, name = self.forms[-1].fields, self._textarea
        fields[name] = f"{fields[name]}{data}" if fields[name] else data.removeprefix("\r").removeprefix("\n")
