"""Markdown to safe HTML: no raw HTML, and links, images and blocks of our own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, SubElement

import nh3
from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

LONGEST_TEXT = 20_000
"""Characters of one screen; a longer text is shown as it was typed."""

MOST_OPENED = 100
"""Square brackets and backticks in one text.  Markdown looks for the other end of each, all the way."""

DRAWINGS = frozenset(
    {
        "auto", "bal", "bank", "brievenbus", "certificaat", "deur", "fiets", "gesprek", "kaart", "lantaarn",
        "ogen", "schuur", "stopbord", "straat", "telefoon", "vest",
    }
)  # fmt: skip
PAGES = {"les": "lesson", "oefening": "exercise", "video": "film"}
"""Link schemes with a page of their own, and the class of the card that leads there."""

PATHS = {"video": "film"}
"""Where such a page is, when its path does not begin with the scheme."""

CALLOUTS = {"spoed": "spoed", "jouw-rol": "rol", "recht": "recht", "raakt-dit-je": "raakt"}
"""Fixed blocks, and the class of each."""

WEB_LINK = re.compile(
    r"https?://[^\s/{}\\\"'<>]+(?:/[^\s{}\\\"'<>]*)?|mailto:[^\s{}\"'<>:]+@[^\s{}\"'<>:]+|tel:\+?[0-9]+"
)
OWN_LINK = re.compile(r"(?P<scheme>les|oefening|video):(?P<id>[a-z0-9-]+)")
BLOCK_LINK = re.compile(r"\[[^\[\]]*\]\(blok:(?P<id>[a-z0-9-]+)\)")
PICTURE = re.compile(r"tekening:(?P<name>[a-z-]+)")
POSTER = re.compile(r"poster:(?P<id>[a-z0-9-]+)")
NUMBER = re.compile(r"\{nummer\.(?P<id>[a-z0-9-]+)\}")
SOURCE = "Waar staat dat?"
SPEAKER = re.compile(r"\*\*(?P<name>[^*:]{1,40}):\*\* (?P<words>[“‘(].*)", re.DOTALL)

_CARD = re.compile(r"\[(?P<title>[^\[\]]*)\]\((?P<scheme>les|oefening|video):(?P<id>[a-z0-9-]+)\)")
_STANDS_ALONE = re.compile(
    rf"(?:{BLOCK_LINK.pattern}|{_CARD.pattern.replace('?P<id>', '').replace('?P<', '?P<card_')})\s*"
)
_OPENS_A_BLOCK = re.compile(rf"\*\*[^*:]{{1,40}}:\*\* [“‘(]|{re.escape(SOURCE)} ")
_LINK_TAG = re.compile(r"</?a(?: [^<>]*)?>")
_LIST_ITEM = re.compile(r"(?:[-*+]|[0-9]{1,3}\.) +\S")
_PLAIN = re.compile(r"[^*_\[\]`<>&\\{}!]*")
_NOT_FOR_AUTHORS = {
    "block": ("code", "setextheader", "reference"),
    "inline": (
        "html", "entity", "autolink", "automail", "reference", "image_reference", "short_reference",
        "short_image_ref",
    ),
}  # fmt: skip
_NOT_IN_A_LINE = ("own_block", "indent", "hashheader", "hr", "olist", "ulist", "quote")
_TAGS = {
    "p", "br", "strong", "em", "code", "ul", "ol", "li", "blockquote", "h3", "h4", "hr",
    "table", "thead", "tbody", "tr", "th", "td",
    "a", "img", "figure", "figcaption", "details", "summary", "div", "span",
}  # fmt: skip
_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes={"a": {"href", "rel"}, "div": {"role"}, "img": {"src", "alt", "width", "height", "loading"}},
    allowed_classes={
        "a": {"card-link", *PAGES.values()},
        "details": {"source"},
        "div": {"callout", *CALLOUTS.values()},
        "figcaption": {"speaker"},
        "figure": {"speech"},
        "p": {"callout-title"},
        "span": {"card-title", "card-note"},
    },
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
)


@dataclass(frozen=True)
class Target:
    """What a big link shows of the page that it leads to."""

    title: str
    drawing: str
    note: str
    poster: str = ""
    """The address of a picture of its own, shown large instead of the drawing."""


@dataclass(frozen=True)
class Block:
    """A fixed text with a title, that more than one lesson shows."""

    title: str
    text: str


@dataclass(frozen=True)
class Surroundings:
    """Everything that a text may refer to."""

    numbers: Mapping[str, str] = field(default_factory=dict)
    blocks: Mapping[str, Block] = field(default_factory=dict)
    targets: Mapping[tuple[str, str], Target] = field(default_factory=dict)
    """By scheme and id."""


class Renderer:
    """Makes HTML of the texts of one library.  ``{team.…}`` and ``{opvolger.…}`` stay as they are."""

    def __init__(self, around: Surroundings | None = None) -> None:
        self.around = around or Surroundings()
        self._blocks = Markdown(extensions=["tables", "sane_lists", _Ours(self.around)])
        self._line = Markdown(extensions=[_Ours(self.around)])
        for name in _NOT_IN_A_LINE:
            self._line.parser.blockprocessors.deregister(name)

    def html(self, text: str) -> str:
        """A text of paragraphs, lists and tables."""
        return _convert(self._blocks, text)

    def inline_html(self, text: str) -> str:
        """A text that stands within a paragraph or a list item."""
        if _PLAIN.fullmatch(text):
            return text
        html = _convert(self._line, " ".join(text.split()))
        return html.removeprefix("<p>").removesuffix("</p>")

    def label_html(self, text: str) -> str:
        """A text that is itself something to click on, so that nothing in it is a link."""
        html = self.inline_html(NUMBER.sub(lambda match: self._number(match["id"]), text))
        return _LINK_TAG.sub("", html)

    def plain(self, text: str) -> str:
        """The words of a text, without markup and with phone numbers filled in."""
        return text if _PLAIN.fullmatch(text) else _words(self.inline_html(text))

    def _number(self, id: str) -> str:
        return self.around.numbers.get(id, id)


def _convert(markdown: Markdown, text: str) -> str:
    if len(text) > LONGEST_TEXT or text.count("[") + text.count("`") > MOST_OPENED:
        return f"<p>{escape(text, quote=False)}</p>"
    try:
        html = markdown.reset().convert(text)
    except RecursionError:
        markdown.parser.state.clear()  # else it thinks that the next text is still in this list
        return f"<p>{escape(text, quote=False)}</p>"
    return _CLEANER.clean(html).strip()


def _words(html: str) -> str:
    reader = _Words(convert_charrefs=True)
    reader.words = []
    reader.feed(html)
    reader.close()
    return "".join(reader.words)


class _Words(HTMLParser):
    words: list[str]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


class _Ours(Extension):
    """Switch off what authors don't need, and add what they do."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self.around = around

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        md.preprocessors.deregister("html_block")
        for name in _NOT_FOR_AUTHORS["block"]:
            md.parser.blockprocessors.deregister(name)
        for name in _NOT_FOR_AUTHORS["inline"]:
            md.inlinePatterns.deregister(name)
        md.preprocessors.register(_LinesOfTheirOwn(md), "own_lines", 10)
        md.parser.blockprocessors.register(_OwnBlocks(md, self.around), "own_block", 95)
        md.inlinePatterns.register(_PhoneNumber(self.around), "phone_number", 175)
        md.treeprocessors.register(_SafeTargets(md, self.around), "safe_targets", 5)


class _LinesOfTheirOwn(Preprocessor):
    """Lists, speech, sources and big links begin a block, whether or not the author left a line open."""

    def run(self, lines: list[str]) -> list[str]:
        spaced: list[str] = []
        in_list = False
        for line in lines:
            alone = bool(_STANDS_ALONE.fullmatch(line))
            is_item = bool(_LIST_ITEM.match(line))
            if alone or _OPENS_A_BLOCK.match(line) or (is_item and not in_list):
                spaced.append("")
            spaced.append(line)
            if alone:
                spaced.append("")
            in_list = is_item or (in_list and bool(line.strip()))
        return spaced


class _OwnBlocks(BlockProcessor):
    """A paragraph that is a fixed block, a big link, something that is said, or a source."""

    def __init__(self, md: Markdown, around: Surroundings) -> None:
        super().__init__(md.parser)
        self.around = around

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 - the library's signature
        text = block.strip()
        return bool(
            BLOCK_LINK.fullmatch(text)
            or _CARD.fullmatch(text)
            or SPEAKER.fullmatch(text)
            or text.startswith(f"{SOURCE} ")
        )

    def run(self, parent: Element, blocks: list[str]) -> None:
        text = blocks.pop(0).strip()
        if match := BLOCK_LINK.fullmatch(text):
            self._callout(parent, match["id"])
        elif match := _CARD.fullmatch(text):
            self._card(parent, match)
        elif match := SPEAKER.fullmatch(text):
            figure = SubElement(parent, "figure", {"class": "speech"})
            SubElement(figure, "figcaption", {"class": "speaker"}).text = match["name"]
            SubElement(SubElement(figure, "blockquote"), "p").text = " ".join(match["words"].split())
        else:
            details = SubElement(parent, "details", {"class": "source"})
            SubElement(details, "summary").text = SOURCE
            SubElement(details, "p").text = text.removeprefix(SOURCE).strip()

    def _callout(self, parent: Element, id: str) -> None:
        if block := self.around.blocks.get(id):
            name = f"callout {CALLOUTS.get(id, '')}".strip()
            note = SubElement(parent, "div", {"class": name, "role": "note"})
            SubElement(note, "p", {"class": "callout-title"}).text = block.title
            self.parser.parseChunk(note, BLOCK_LINK.sub("", block.text))

    def _card(self, parent: Element, match: re.Match[str]) -> None:
        scheme, id = match["scheme"], match["id"]
        target = self.around.targets.get((scheme, id))
        if target is None:
            SubElement(parent, "p").text = match["title"]
            return
        attributes = {"class": f"card-link {PAGES[scheme]}", "href": f"{scheme}:{id}"}
        link = SubElement(SubElement(parent, "p"), "a", attributes)
        picture = f"poster:{id}" if target.poster else f"tekening:{target.drawing}"
        SubElement(link, "img", {"src": picture, "alt": ""})
        SubElement(link, "span", {"class": "card-title"}).text = match["title"] or target.title
        SubElement(link, "span", {"class": "card-note"}).text = target.note


class _PhoneNumber(InlineProcessor):
    """``{nummer.politie}`` becomes the number, to be tapped."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(NUMBER.pattern)
        self.around = around

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the library's name
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002 - the library's signature
    ) -> tuple[Element | str, int, int]:
        number = self.around.numbers.get(m["id"])
        if number is None:
            return m[0], m.start(0), m.end(0)
        link = Element("a", {"href": "tel:" + "".join(filter(str.isdigit, number))})
        link.text = number
        return link, m.start(0), m.end(0)


class _SafeTargets(Treeprocessor):
    """Links lead to the web, a phone or a page of ours, and pictures are ours: nothing else."""

    def __init__(self, md: Markdown, around: Surroundings) -> None:
        super().__init__(md)
        self.around = around

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            href = link.attrib.pop("href", "")
            if match := OWN_LINK.fullmatch(href):
                link.set("href", f"/{PATHS.get(match['scheme'], match['scheme'])}/{match['id']}")
            elif WEB_LINK.fullmatch(href):
                link.set("href", href)
                if href.startswith("http"):
                    link.set("rel", "noopener noreferrer")
        for picture in root.iter("img"):
            self._show(picture, picture.attrib.pop("src", ""))

    def _show(self, picture: Element, source: str) -> None:
        drawing, poster = PICTURE.fullmatch(source), POSTER.fullmatch(source)
        target = self.around.targets.get(("video", poster["id"])) if poster else None
        if drawing and drawing["name"] in DRAWINGS:
            picture.set("src", f"/static/drawings/{drawing['name']}.svg")
            picture.attrib.update(width="400", height="300", loading="lazy")
        elif target and target.poster:
            picture.set("src", target.poster)
            picture.attrib.update(width="1280", height="720", loading="lazy")
