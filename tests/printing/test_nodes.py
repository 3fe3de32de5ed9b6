"""HTML of ours as a tree: all words are in it, and headings go down one level at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.library import Library
from app.content.markup import Renderer
from app.printing.nodes import BREAK, LONGEST_WORD, Node, drawings_in, nodes_of, words_in


def node(tag: str, *kids: str | Node, **more: object) -> Node:
    return {"tag": tag, "kids": list(kids), **more}


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("", []),
        ("hallo", ["hallo"]),
        ("a &amp; b &lt;i&gt;", ["a & b <i>"]),
        ("<p>een\n twee</p>\n<p>drie</p>", [node("p", "een twee"), node("p", "drie")]),
        ("<strong>a</strong> <em>b</em>", [node("strong", "a"), " ", node("em", "b")]),
        ("<ul>\n<li>een</li>\n</ul>", [node("ul", node("li", "een"))]),
        ("<p>a<br>b</p>", [node("p", "a", node("br"), "b")]),
        ("<p>open <strong>blijft", [node("p", "open ", node("strong", "blijft"))]),
        ("</p>dicht</div>", ["dicht"]),
        ('<a href="tel:112" rel="x">112</a>', [node("a", "112", href="tel:112")]),
        (
            '<img src="/static/drawings/deur.svg" alt="Een deur" width="400">',
            [node("img", src="/static/drawings/deur.svg", alt="Een deur")],
        ),
        ('<div class="callout spoed" role="note">x</div>', [node("div", "x", **{"class": "callout spoed"})]),
        ("<!-- niets --><p>iets</p>", [node("p", "iets")]),
    ],
)
def test_html_becomes_a_tree(html: str, expected: list[str | Node]) -> None:
    assert nodes_of(html) == expected


@pytest.mark.parametrize(
    ("tags", "below", "levels"),
    [
        (["h3", "h3"], 2, [3, 3]),
        (["h3", "h4", "h4", "h3"], 2, [3, 4, 4, 3]),
        (["h4", "h4", "h3", "h4"], 2, [3, 3, 3, 4]),
        (["h4"], 1, [2]),
        (["h3", ""], 1, [2]),
    ],
)
def test_headings_go_down_one_level_at_a_time(tags: list[str], below: int, levels: list[int]) -> None:
    html = "".join(f"<{tag}>Kop</{tag}>" if tag else "<h4><img src=a></h4>" for tag in tags)
    assert [each["level"] for each in all_nodes(nodes_of(html, below=below)) if each["tag"] == "h"] == levels


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("kort", ["kort"]),
        ("w.van.heuvel@wijkteam-lindehoven.nl", ["w.", "van.", "heuvel@", "wijkteam-", "lindehoven.", "nl"]),
        ("x" * 50, ["x" * 22, "x" * 22, "x" * 6]),
    ],
)  # fmt: skip
def test_a_long_word_may_go_on_to_the_next_line(word: str, pieces: list[str]) -> None:
    assert nodes_of(word) == [BREAK.join(pieces)]


def test_the_drawings_of_a_text_are_found() -> None:
    nodes = nodes_of(
        '<p><img src="/static/drawings/deur.svg"></p><img src="/static/logo.svg"><img src="//x.nl/a">'
    )
    assert list(drawings_in(nodes)) == ["deur"]


def all_nodes(nodes: Sequence[str | Node]) -> Iterator[Node]:
    for each in nodes:
        if isinstance(each, dict):
            yield each
            yield from all_nodes(each["kids"])


class Words(HTMLParser):
    def handle_data(self, data: str) -> None:
        self.__dict__.setdefault("words", []).append(data)


def squeezed(text: str) -> str:
    return "".join(text.replace(BREAK, "").split())


PIECES = st.sampled_from(
    ["<p>", "</p>", "<ul><li>", "</li></ul>", "<h3>", "</h3>", "<h4>", "</h4>", "<b", "&amp;", "&", " ", "\n",
     "woord", "x" * 40, "<br>", "<table><tr><td>", "</table>", "<img src=a>", "“hoi”", "<!--", "-->"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30), st.integers(1, 4))
def test_no_level_is_skipped_and_nothing_is_lost(pieces: list[str], below: int) -> None:
    html = "".join(pieces)
    nodes = nodes_of(html, below=below)
    last = below
    for each in all_nodes(nodes):
        if each["tag"] == "h":
            assert below < each["level"] <= last + 1
            last = each["level"]
    reader = Words(convert_charrefs=True)
    reader.feed(html)
    reader.close()
    assert squeezed(words_in(nodes)) == squeezed("".join(reader.__dict__.get("words", [])))


@given(st.text(max_size=200))
def test_plain_words_stay_as_they_are(text: str) -> None:
    assert squeezed(words_in(nodes_of(escape(text)))) == squeezed(text)


def test_every_lesson_of_ours_is_walked_without_loss(library: Library) -> None:
    for lesson in library.lessons.values():
        for part in lesson.parts:
            reader = Words(convert_charrefs=True)
            reader.feed(part.html)
            assert squeezed(words_in(nodes_of(part.html))) == squeezed(
                "".join(reader.__dict__.get("words", []))
            )


@given(st.text(alphabet="#-|>*_`[](){}:!. \nabc123“”", max_size=150))
def test_whatever_an_author_writes_has_no_word_that_runs_off_the_paper(text: str) -> None:
    for word in words_in(nodes_of(Renderer().html(text))).replace(BREAK, " ").split():
        assert len(word) <= 3 * LONGEST_WORD
