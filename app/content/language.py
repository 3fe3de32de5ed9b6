"""Dutch sentences and words in Markdown, each with its line, to see whether a text reads easily."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple, Protocol


class Avoided(Protocol):
    """A word that authors should not use, and what to write in its place."""

    @property
    def word(self) -> str: ...
    @property
    def replacement(self) -> str: ...


class Sentence(NamedTuple):
    """A sentence without markup, and the line on which it begins."""

    line: int
    text: str


class Found(NamedTuple):
    """A word to avoid as it stands in the text, and what to write in its place."""

    line: int
    word: str
    replacement: str


_OWN_LINE = re.compile(
    r"\s*(?:#{1,6}\s|\[[^\]]*\]\([a-z]+:[a-z0-9-]+\)\s*$|!\[[^\]]*\]\([^)]*\)\s*$|-{3,}\s*$)"
)
_LIST_ITEM = re.compile(r"^\s*(?:[-*+]|[0-9]{1,3}[.)])\s+")
_QUOTE = re.compile(r"^\s*>\s?")
_HASHES = re.compile(r"^\s*#{1,6}\s+")
_BLOCK_LINK = re.compile(r"\[[^\[\]]{0,200}\]\(blok:[^()]{0,100}\)")
_LINK = re.compile(r"!?\[(?P<words>[^\[\]]{0,300})\]\([^()]{0,300}\)")
_SPEAKER = re.compile(r"^\s*\*\*[^*:]{1,40}:\*\*\s+")
_EMPHASIS = re.compile(r"\*+|`+|(?<!\w)_+|_+(?!\w)|\\(?=[^\w\s])")
_END = re.compile(r"[.!?…]+[”’\"')]*(?=\s+[^\sa-z])")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(“‘])(?:[A-Z]|(?:[a-zA-Z]\.)+[a-zA-Z]|[Aa]rt|[Bb]ijv|[Bb]lz|[Cc]a|[Dd]hr|[Dd]rs?|[Mm]evr|[Mm]r|[Mm]w|[Nn]rs?|"
    r"[Pp]ag|[Pp]rof|[Tt]el|[Vv]gl)\.$"
)
_LONGEST_ABBREVIATION = 12
_WORD = re.compile(r"0[0-9]{2,3}(?: [0-9]{3,4}){2}|\{[^{}]*\}|\w+(?:[-–'’.,:/@]+\w+)*")
_QUOTED = re.compile(r"“[^”]{0,400}”|‘[^’\n]{0,200}’(?!\w)|\"[^\"\n]{0,200}\"")


def sentences(text: str, first: int = 1) -> Iterator[Sentence]:
    """The sentences of a text whose first line is line ``first``.

    A heading, a list item, a table cell and a quote stand on their own; other lines run on to a full stop.
    """
    for block in _blocks(text, first):
        yield from _split(block)


def count_words(sentence: str) -> int:
    """How many words there are to read; a phone number and a placeholder are one word each."""
    return len(_WORD.findall(sentence))


def find_avoided(text: str, avoid: Iterable[Avoided], first: int = 1) -> Iterator[Found]:
    """Words to avoid in a text whose first line is ``first``.  What stands between quotes may stay."""
    replacements = {
        " ".join(item.word.lower().split()): item.replacement for item in avoid if item.word.strip()
    }
    if not replacements:
        return
    words = sorted(replacements, key=len, reverse=True)
    pattern = re.compile(
        "|".join(f"(?P<w{i}>{_inflected(word)})" for i, word in enumerate(words)), re.IGNORECASE
    )
    unquoted = _QUOTED.sub(_blank, text)
    for match in pattern.finditer(unquoted):
        word = words[int((match.lastgroup or "w0")[1:])]
        line = first + unquoted.count("\n", 0, match.start())
        yield Found(line, " ".join(match[0].split()), replacements[word])


def _inflected(word: str) -> str:
    """A pattern for a word with the endings that Dutch plurals and adjectives have most often."""
    pattern = r"\s+".join(re.escape(part) for part in word.split())
    return rf"(?<![\w-]){pattern}(?:e|n|s|en|['’]s|{re.escape(word[-1])}en)?(?![\w-])"


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


Block = list[Sentence]


def _blocks(text: str, first: int) -> Iterator[Block]:
    """Lines that belong together, each still with its own number."""
    block: Block = []
    was_quote = False
    for number, line in enumerate(text.split("\n"), first):
        is_quote = bool(_QUOTE.match(line))
        content = _QUOTE.sub("", line, count=1) if is_quote else line
        alone = _alone(content, number)
        if block and (
            alone is not None or is_quote != was_quote or _LIST_ITEM.match(content) or not content.strip()
        ):
            yield block
            block = []
        was_quote = is_quote
        if alone is not None:
            yield from alone
        elif plain := _plain(_LIST_ITEM.sub("", content, count=1)):
            block.append(Sentence(number, plain))
    if block:
        yield block


def _alone(line: str, number: int) -> list[Block] | None:
    """The blocks of a line that never runs on into the next; None for other lines."""
    if line.lstrip().startswith("|"):
        cells = [] if set(line) <= set("|:- \t") else line.strip().strip("|").split("|")
        return [[Sentence(number, plain)] for cell in cells if (plain := _plain(cell))]
    if _OWN_LINE.match(line):
        plain = _plain(_HASHES.sub("", line, count=1))
        return [[Sentence(number, plain)]] if plain else []
    return None


def _plain(line: str) -> str:
    """The words of a line, without Markdown and without the name of who speaks."""
    line = _SPEAKER.sub("", line, count=1)
    line = _LINK.sub(lambda match: match["words"], _BLOCK_LINK.sub("", line))
    return _EMPHASIS.sub("", line).strip(" -\t")


def _split(block: Block) -> Iterator[Sentence]:
    text = " ".join(line.text for line in block)
    starts = [0, *accumulate(len(line.text) + 1 for line in block)]
    begin = 0
    for end in _ends(text):
        if sentence := text[begin:end].strip():
            at = begin + text[begin:end].index(sentence)
            yield Sentence(block[bisect(starts, at) - 1].line, sentence)
        begin = end


def _ends(text: str) -> Iterator[int]:
    begin = 0
    for match in _END.finditer(text):
        end = match.end()
        if not _ABBREVIATION.search(text[max(begin, end - _LONGEST_ABBREVIATION) : end]):
            yield end
            begin = end
    yield len(text)
