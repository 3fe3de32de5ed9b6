"""HTML that Pluis made, as a small tree that the template walks: text, and nodes with a tag."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from typing import Any

Node = dict[str, Any]
"""``tag`` and ``kids``, and where there are any ``class``, ``href``, ``src``, ``alt`` and ``level``."""

Nodes = list["str | Node"]

VOID = frozenset({"br", "hr", "img"})
BLOCKS = frozenset(
    {
        "p", "ul", "ol", "li", "blockquote", "h3", "h4", "hr", "table", "thead", "tbody", "tr", "th", "td",
        "figure", "figcaption", "details", "summary", "div",
    }
)  # fmt: skip
HEADINGS = ("h3", "h4")
"""What authors write; how deep they stand on paper depends on where that is."""

KEPT = ("class", "href", "src", "alt")
LONGEST_WORD = 22
"""Characters that fit on a line of the narrowest column."""

DRAWING = re.compile(r"/static/drawings/([a-z-]+)\.svg")

_SPACE = re.compile(r"\s+")
_LONG = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")
_PIECE = re.compile(rf"[^@/._-]{{1,{LONGEST_WORD}}}[@/._-]*|[@/._-]+")
BREAK = "\u200b"
"""A place where a long word may go on to the next line."""


def nodes_of(html: str, *, below: int = 1) -> Nodes:
    """The tree of a piece of HTML that stands under a heading of level ``below``.

    Never fails; what was not closed ends where its parent does.  No level of headings is skipped, whatever
    the author did: a reader who hears the page finds the way by them.
    """
    tree = _Tree(convert_charrefs=True)
    tree.feed(html)
    tree.close()
    nodes = _tidy(tree.root["kids"])
    _level(nodes, below, [])
    return nodes


def titled(text: str) -> str:
    """A text as title or heading, which can't be without words on paper."""
    return text.strip() or "…"


def words_in(nodes: Sequence[str | Node]) -> str:
    """The words of a tree."""
    return "".join(node if isinstance(node, str) else words_in(node["kids"]) for node in nodes)


def drawings_in(nodes: Sequence[str | Node]) -> Iterator[str]:
    """The names of our drawings in a tree."""
    for node in nodes:
        if isinstance(node, dict):
            if match := DRAWING.fullmatch(node.get("src", "")):
                yield match[1]
            yield from drawings_in(node["kids"])


def _level(nodes: Sequence[str | Node], below: int, inside: list[str]) -> None:
    """Give each heading its level; ``inside`` holds the tags of the headings that it stands under."""
    for node in nodes:
        if not isinstance(node, dict):
            continue
        if node["tag"] in HEADINGS and not words_in([node]).strip():
            node["tag"] = "span"  # to go from heading to heading is no use where there are no words
        elif node["tag"] in HEADINGS:
            while inside and inside[-1] >= node["tag"]:
                inside.pop()
            inside.append(node["tag"])
            node["level"], node["tag"] = below + len(inside), "h"
        _level(node["kids"], below, inside)


class _Tree(HTMLParser):
    def __init__(self, *, convert_charrefs: bool) -> None:
        super().__init__(convert_charrefs=convert_charrefs)
        self.root: Node = {"tag": "", "kids": []}
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node: Node = {"tag": tag, "kids": []}
        node |= {name: value for name, value in attrs if name in KEPT and value}
        self.open[-1]["kids"].append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        place = next((i for i in range(len(self.open) - 1, 0, -1) if self.open[i]["tag"] == tag), None)
        if place is not None:
            del self.open[place:]

    def handle_data(self, data: str) -> None:
        self.open[-1]["kids"].append(data)


def _tidy(kids: Sequence[str | Node]) -> Nodes:
    """One space for any white space, and none at all between blocks."""
    has_blocks = any(isinstance(kid, dict) and kid["tag"] in BLOCKS for kid in kids)
    tidied: Nodes = []
    for kid in kids:
        if isinstance(kid, dict):
            tidied.append({**kid, "kids": _tidy(kid["kids"])})
        elif kid.strip() or (kid and not has_blocks):
            tidied.append(_breakable(_SPACE.sub(" ", kid)))
    return tidied


def _breakable(text: str) -> str:
    return _LONG.sub(lambda word: BREAK.join(_PIECE.findall(word[0])), text)
