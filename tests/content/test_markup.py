"""Markdown to HTML: what authors may write becomes what we mean, and nothing else gets through."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.content.markup import LONGEST_TEXT, MOST_OPENED, Block, Renderer, Surroundings, Target

AROUND = Surroundings(
    {"112": "112", "politie": "0900-8844"},
    {
        "spoed": Block("Spoed?", "Bel {nummer.112}."),
        "eigen": Block("Eigen <b>", "Zie:\n\n[Blok](blok:eigen)\n\n[Blok](blok:spoed)\n\n- een"),
        "lus": Block("Lus", "[a](bl[b](blok:lus)ok:lus)\n\nEn [c](bl[d](blok:lus)ok:lus)."),
    },
    {
        ("les", "melden"): Target("Goed melden", "telefoon", "Les, ongeveer 9 minuten"),
        ("oefening", "hek"): Target("Het hek", "deur", "Oefengesprek, ongeveer 4 minuten"),
    },
)
RENDER = Renderer(AROUND)


def drawing(name: str, alt: str) -> str:
    return f'<img alt="{alt}" height="300" loading="lazy" src="/static/drawings/{name}.svg" width="400">'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        ("Je loopt.\nJe kijkt.", "<p>Je loopt.\nJe kijkt.</p>"),
        ("Je loopt.\n\nJe kijkt.", "<p>Je loopt.</p>\n<p>Je kijkt.</p>"),
        ("**vet** en *schuin*", "<p><strong>vet</strong> en <em>schuin</em></p>"),
        ("Neem mee:\n- lamp\n- pen", "<p>Neem mee:</p>\n<ul>\n<li>lamp</li>\n<li>pen</li>\n</ul>"),
        ("Doe dit:\n1. kijk\n2. bel", "<p>Doe dit:</p>\n<ol>\n<li>kijk</li>\n<li>bel</li>\n</ol>"),
        ("### Let op\nKijk.", "<h3>Let op</h3>\n<p>Kijk.</p>"),
        (
            "| a | b |\n|---|---|\n| 1 | 2 |",
            (
                "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n"
                "<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>"
            ),
        ),
        ("    geen code", "<p>geen code</p>"),
        ("Kop\n===", "<p>Kop\n===</p>"),
        ("3 < 4 & <b>vet</b>", "<p>3 &lt; 4 &amp; &lt;b&gt;vet&lt;/b&gt;</p>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("&lt;", "<p>&lt;</p>"),
        ("<https://kwaad.nl>", "<p>&lt;https://kwaad.nl&gt;</p>"),
        ("[a][1]\n\n[1]: https://kwaad.nl", "<p>[a][1]</p>\n<p>[1]: https://kwaad.nl</p>"),
        (
            "[hier](https://politie.nl/x)",
            '<p><a href="https://politie.nl/x" rel="noopener noreferrer">hier</a></p>',
        ),
        ("[mail](mailto:a@b.nl)", '<p><a href="mailto:a@b.nl">mail</a></p>'),
        ("[bel](tel:112)", '<p><a href="tel:112">bel</a></p>'),
        ("Lees [dit](les:melden).", '<p>Lees <a href="/les/melden">dit</a>.</p>'),
        ("[x](javascript:alert)", "<p><a>x</a></p>"),
        ("[x](JaVaScRiPt:alert)", "<p><a>x</a></p>"),
        ("[x](//kwaad.nl)", "<p><a>x</a></p>"),
        ("[x](/admin)", "<p><a>x</a></p>"),
        ("[x](data:text/html,a)", "<p><a>x</a></p>"),
        ("![Een deur](tekening:deur)", f"<p>{drawing('deur', 'Een deur')}</p>"),
        ("![x](https://kwaad.nl/p.png)", '<p><img alt="x"></p>'),
        ("![x](tekening:../x)", '<p><img alt="x"></p>'),
        ("Bel {nummer.politie}!", '<p>Bel <a href="tel:09008844">0900-8844</a>!</p>'),
        ("Bel {nummer.999} of {team.contact}.", "<p>Bel {nummer.999} of {team.contact}.</p>"),
        (
            "Kijk.\n[Spoed](blok:spoed)\nDan.",
            (
                '<p>Kijk.</p>\n<div class="callout spoed" role="note">\n<p class="callout-title">Spoed?</p>\n'
                '<p>Bel <a href="tel:112">112</a>.</p>\n</div>\n<p>Dan.</p>'
            ),
        ),
        ("[Spoed](blok:weg)", ""),
        (
            "[Les: Melden](les:melden)",
            (
                '<p><a class="card-link lesson" href="/les/melden">'
                f"{drawing('telefoon', '')}"
                '<span class="card-title">Les: Melden</span>'
                '<span class="card-note">Les, ongeveer 9 minuten</span></a></p>'
            ),
        ),
        ("[Oefening: Weg](oefening:weg)", "<p>Oefening: Weg</p>"),
        (
            "**Wim:** “Zag jij\ndat?”",
            (
                '<figure class="speech">\n<figcaption class="speaker">Wim</figcaption>\n'
                "<blockquote>\n<p>“Zag jij dat?”</p>\n</blockquote>\n</figure>"
            ),
        ),
        ("**Let op:** kijk uit.", "<p><strong>Let op:</strong> kijk uit.</p>"),
        (
            "Kijk.\nWaar staat dat? Artikel 53.",
            (
                '<p>Kijk.</p>\n<details class="source">\n<summary>Waar staat dat?</summary>\n'
                "<p>Artikel 53.</p>\n</details>"
            ),
        ),
    ],
)
def test_a_text_becomes_html(text: str, html: str) -> None:
    assert RENDER.html(text).replace("\n\n", "\n") == html


@pytest.mark.parametrize(
    ("text", "inline", "label", "plain"),
    [
        ("Ik bel.", "Ik bel.", "Ik bel.", "Ik bel."),
        ("Ik **bel** &", "Ik <strong>bel</strong> &amp;", "Ik <strong>bel</strong> &amp;", "Ik bel &"),
        ("Bel {nummer.112}", 'Bel <a href="tel:112">112</a>', "Bel 112", "Bel 112"),
        ("Bel {nummer.9}", "Bel {nummer.9}", "Bel 9", "Bel {nummer.9}"),
        ("[bel](tel:112)", '<a href="tel:112">bel</a>', "bel", "bel"),
        ("Lees [dit](les:melden)", 'Lees <a href="/les/melden">dit</a>', "Lees dit", "Lees dit"),
        ("- geen lijst", "- geen lijst", "- geen lijst", "- geen lijst"),
        ("1. geen lijst *", "1. geen lijst *", "1. geen lijst *", "1. geen lijst *"),
        ("# geen kop _", "# geen kop _", "# geen kop _", "# geen kop _"),
        ("een\n\ntwee*", "een twee*", "een twee*", "een twee*"),
        ("3 < 4", "3 &lt; 4", "3 &lt; 4", "3 < 4"),
    ],
)
def test_a_text_within_a_line_stays_in_it(text: str, inline: str, label: str, plain: str) -> None:
    assert (RENDER.inline_html(text), RENDER.label_html(text), RENDER.plain(text)) == (inline, label, plain)


@pytest.mark.parametrize("block", ["eigen", "lus"])
def test_a_block_that_names_itself_is_shown_at_most_once(block: str) -> None:
    assert RENDER.html(f"[Blok](blok:{block})").count("<div") <= 1


@pytest.mark.parametrize(
    "text",
    [
        "x" * (LONGEST_TEXT + 1) + "**a**",
        "[" * (MOST_OPENED + 1) + "**a**",
        "`" * (MOST_OPENED + 1) + "**a**",
        "1. " * 3000 + "**a**",
        "[Blok](blok:lus) **a**",
    ],
)
def test_a_text_that_is_too_much_is_shown_as_it_was_typed_and_the_next_is_right(text: str) -> None:
    assert "**a**" in RENDER.html(text) or len(text) < 100
    after = "- een\n\n- twee\n\ndrie\n\n[Spoed](blok:spoed)"
    assert RENDER.html(after) == Renderer(AROUND).html(after)


TAGS = {
    "a", "blockquote", "br", "code", "details", "div", "em", "figcaption", "figure", "h3", "h4", "hr",
    "img", "li", "ol", "p", "span", "strong", "summary", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {
    "a": {"href", "rel", "class"},
    "img": {"src", "alt", "width", "height", "loading"},
    **{tag: {"class"} for tag in ("details", "figcaption", "figure", "p", "span")},
    "div": {"class", "role"},
}
HREF = re.compile(r"(https?:|mailto:|tel:|/les/|/oefening/)")


class Strange(HTMLParser):
    """Everything in a piece of HTML that should not be there."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[object] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.found.append(tag)
        for name, value in attrs:
            if name not in ATTRIBUTES.get(tag, ()):
                self.found.append((tag, name, value))
            if name == "href" and not HREF.match(value or ""):
                self.found.append(value)
            if name == "src" and not re.fullmatch(r"/static/drawings/[a-z]+\.svg", value or ""):
                self.found.append(value)

    def handle_comment(self, data: str) -> None:
        self.found.append(data)

    def handle_decl(self, decl: str) -> None:
        self.found.append(decl)

    def unknown_decl(self, data: str) -> None:
        self.found.append(data)

    def handle_pi(self, data: str) -> None:
        self.found.append(data)


PIECES = st.sampled_from(
    [
        "<script", "<img src=x onerror=alert(1)>", "onerror=", "<svg/onload=", "<!--", "-->", "&#106;", "&",
        "javascript:", "data:text/html,", "vbscript:", "https://", "http:", "//", "mailto:", "tel:",
        "](", "[", "]", "(", ")", "![", "<", ">", '"', "'", "`", "*", "**", "_", "|", "\\", "{", "}", "!",
        "blok:", "les:", "oefening:", "tekening:", "deur", "melden", "spoed", "[x](blok:eigen)",
        "[x](les:melden)", "{nummer.112}", "{nummer.", "**Wim:** “", "Waar staat dat? ", "[1]: ",
        "\n", "\n\n", " ", "    ", "\t", "- ", "1. ", "> ", "# ", "### ", "|---|---|\n", "\x02", "\x03",
        "klzzwxh:0000",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=60))


@settings(max_examples=800)
@given(TEXTS)
def test_only_what_we_allow_gets_through(text: str) -> None:
    for html in (RENDER.html(text), RENDER.inline_html(text), RENDER.label_html(text)):
        assert Strange(html).found == []


@given(TEXTS)
def test_a_label_holds_no_link(text: str) -> None:
    assert not re.search(r"<a\b", RENDER.label_html(text))


@given(TEXTS)
def test_plain_words_hold_what_a_reader_sees(text: str) -> None:
    plain = RENDER.plain(text)
    assert plain == RENDER.plain(text)
    assert "<strong>" not in plain or "<strong>" in text


@given(TEXTS, TEXTS)
def test_a_text_leaves_no_trace_in_the_next(first: str, second: str) -> None:
    html = RENDER.html(second)
    RENDER.html(first)
    RENDER.inline_html(first)
    assert RENDER.html(second) == html
