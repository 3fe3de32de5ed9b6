"""What the browser reads aloud: sentences that end, with numbers as one says them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.markup import Block, Renderer, Surroundings
from app.content.speech import speech_of, spoken


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ""),
        ("Om 22.10 uur.", "Om 22 uur 10."),
        ("Om 9:05 uur.", "Om 9 uur 5."),
        ("Om 22.00 uur.", "Om 22 uur."),
        ("Dat kost 22.10 euro.", "Dat kost 22.10 euro."),
        ("Bel 112.", "Bel een een twee."),
        ("Bel 113 of 144.", "Bel een een drie of een vier vier."),
        ("Er waren 1120 mensen en 1.112 fietsen.", "Er waren 1120 mensen en 1.112 fietsen."),
        ("Bel 0900-8844.", "Bel nul negen nul nul, acht acht vier vier."),
        ("Bel 0800-0113 gratis.", "Bel nul acht nul nul, nul een een drie gratis."),
        ("Bel 088 0767 000 nu.", "Bel nul acht acht, nul zeven zes zeven, nul nul nul nu."),
        ("Na 10–20 minuten.", "Na 10 tot 20 minuten."),
        ("Na 10 – 20 minuten.", "Na 10 tot 20 minuten."),
        ("Nu – of straks.", "Nu – of straks."),
        ("Het kost € 5.", "Het kost €5."),
        ("Van 65% naar 70%.", "Van 65 procent naar 70 procent."),
        ("Kijk → bel → wacht.", "Kijk, dan bel, dan wacht."),
        ("Maandag t/m vrijdag.", "Maandag tot en met vrijdag."),
        ("Bijv. zo, bijv. nu, o.a. hier.", "Bijv. zo, bijvoorbeeld nu, onder andere hier."),
        ("Veel \n  ruimte", "Veel ruimte"),
    ],
)
def test_a_text_is_said_as_people_say_it(text: str, said: str) -> None:
    assert spoken(text) == said


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("", ""),
        ("<p></p>", ""),
        ("<p>Kijk uit</p><p>Bel 112</p>", "Kijk uit. Bel een een twee."),
        ("<p>Wie ben jij?</p>", "Wie ben jij?"),
        ("<p>“Wie ben jij?”</p>", "“Wie ben jij?”"),
        ("<p>Neem mee:</p><ul><li>een lamp</li><li>een pen</li></ul>", "Neem mee: een lamp. een pen."),
        ("<ul><li>een lamp<ul><li>met batterij</li></ul></li></ul>", "een lamp. met batterij."),
        ("<h3>Let op</h3><p>Kijk <strong>goed</strong> uit.</p>", "Let op. Kijk goed uit."),
        (
            "<table><tr><th>Wat</th><th>Wie</th></tr><tr><td>Bel</td><td>jij</td></tr></table>",
            "Wat, Wie. Bel, jij.",
        ),
        (
            "<figure><figcaption>Wim</figcaption><blockquote><p>“Kijk!”</p></blockquote></figure>",
            "Wim. “Kijk!”",
        ),
        ("<p>een<br>twee</p>", "een twee."),
        ("<p>feit &amp; mening, 3 &lt; 4</p>", "feit en mening, 3 < 4."),
        (
            '<a><span class="card-title">Kijken</span><span class="card-note">Les</span></a>',
            "Kijken. Les.",
        ),
        ("los", "los."),
    ],
)
def test_html_is_said_in_sentences(html: str, said: str) -> None:
    assert speech_of(html) == said


RENDER = Renderer(Surroundings({"112": "112"}, {"spoed": Block("Spoed?", "Bel {nummer.112}.")}))
PIECES = st.sampled_from(
    [
        "Kijk", " ", "\n", "\n\n", "- ", "1. ", "**", "*", "_", "`", "|", "# ", "\n> ", "–", "%", "&",
        "“", "”", "{nummer.112}", "22.10 uur", "0900-8844", "112", "[Blok](blok:spoed)", "**Wim:** “Ja.”",
        "[x](https://a.nl)", "![x](tekening:deur)",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join))
def test_whatever_an_author_writes_is_said_without_markup(text: str) -> None:
    said = speech_of(RENDER.html(text))
    assert not re.search(r"<\w|\w>|&\w|tel:|\s\s|[\n\t]", said)


@given(st.text(max_size=100))
def test_any_text_can_be_said(text: str) -> None:
    assert spoken(text) == spoken(text).strip()
    assert "<p>" not in speech_of(RENDER.html(text))
