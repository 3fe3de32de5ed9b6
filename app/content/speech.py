"""Turn a piece of HTML into Dutch sentences that a voice can read aloud."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_ENDS_A_SENTENCE = frozenset({"p", "li", "h1", "h2", "h3", "h4", "summary", "figcaption", "tr", "div"})
_BLOCKS = _ENDS_A_SENTENCE | {"ul", "ol", "table", "blockquote", "aside", "figure", "details", "hr"}
_TIME = re.compile(r"\b([01]?[0-9]|2[0-4])[.:]([0-5][0-9]) uur\b")
_RANGE = re.compile(r"(?<=[0-9]) ?[–‑] ?(?=[0-9])")
_PHONE = re.compile(r"(?<![0-9.,:])0[0-9]{2,3}[- ][0-9]{3,4}(?: [0-9]{3})?(?![0-9])")
_EMERGENCY = re.compile(r"(?<![0-9.,:-])1(?:12|13|44)(?![0-9.,:-]*[0-9])")
_SPOKEN = {
    "€ ": "€",
    "%": " procent",
    "→": ", dan ",
    "&": "en",
    "t/m": "tot en met",
    "o.a.": "onder andere",
    "bijv.": "bijvoorbeeld",
}
_DIGITS = ["nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"]


def speech_of(html: str) -> str:
    """The text of this HTML without markup, in sentences that end, with numbers as one says them."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_sentence(with_stop=True)
    return spoken(" ".join(reader.sentences))


def spoken(text: str) -> str:
    """The same words as one says them: 22.10 uur → 22 uur 10, 112 → een een twee."""
    text = _TIME.sub(_say_time, text)
    text = _PHONE.sub(_say_digits, text)
    text = _EMERGENCY.sub(_say_digits, text)
    text = _RANGE.sub(" tot ", text)
    for written, said in _SPOKEN.items():
        text = text.replace(written, said)
    return re.sub(r"\s+", " ", text).replace(" ,", ",").strip()


def _say_time(match: re.Match[str]) -> str:
    hour, minute = int(match[1]), int(match[2])
    return f"{hour} uur {minute}" if minute else f"{hour} uur"


def _say_digits(match: re.Match[str]) -> str:
    groups = re.split(r"[- ]", match[0])
    return ", ".join(" ".join(_DIGITS[int(digit)] for digit in group) for group in groups)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sentences: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        is_card = any(name == "class" and (value or "").startswith("card-") for name, value in attrs)
        if tag in _BLOCKS or is_card:
            self.end_sentence(with_stop=True)
        elif tag in {"td", "th"} and self.words:
            self.words.append(", ")
        elif tag in {"br", "span"}:
            self.words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.end_sentence(with_stop=tag in _ENDS_A_SENTENCE)

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def end_sentence(self, *, with_stop: bool) -> None:
        text = re.sub(r"\s+", " ", "".join(self.words)).strip(" ,")
        self.words.clear()
        if text:
            ended = text.rstrip("”’\"')").endswith((".", "!", "?", "…", ":"))
            self.sentences.append(text if ended or not with_stop else f"{text}.")
