"""Instruments: one right answer to know, answers that exist, and a form that is not too long."""

from __future__ import annotations

from collections.abc import Iterator

from app.content.document import Document, Problem, Section
from app.content.instrument import EVALUATION, MINIMUM, SCORES, answer_sets, waves_in

MARKS = ("x", " ", "?")
WAVES = ("t0", "t1", "t2")
FORMS = ("a", "b")
MOST_ITEMS = 13
"""In one wave of one form: three minutes."""


def check_instrument(document: Document) -> Iterator[Problem]:
    """Everything that would make answers worthless, or a question impossible to answer."""
    answers = answer_sets(document.sections)
    scale: Section | None = None
    for section in document.sections:
        if section.level == 2:
            scale = section
            yield from _check_scale(document, section, answers)
        elif section.level == 3:
            yield from _check_item(document, section, scale)
    if document.meta.get("soort") != EVALUATION:
        yield from _check_lengths(document, answers)


def _check_scale(document: Document, section: Section, answers: dict[str, Section]) -> Iterator[Problem]:
    if section.id in answers:
        yield from _check_answers(document, section)
        return
    for message in [*_answers_missing(section, answers), *_wrong_attrs(section)]:
        yield Problem(document.path, section.line, message)


def _answers_missing(section: Section, answers: dict[str, Section]) -> Iterator[str]:
    wanted = section.attrs.get("antwoorden")
    if wanted and wanted not in answers:
        yield f"antwoorden ‘{wanted}’ staan nergens in dit bestand; maak een kop met {{#{wanted}}}"
    if not wanted and any("open" not in choice.flags for choice in section.choices):
        yield "deze stellingen hebben geen antwoorden; zet ‘antwoorden=…’ achter de id"


def _wrong_attrs(section: Section) -> Iterator[str]:
    known = {"score": SCORES, "vorm": FORMS}
    for key, values in known.items():
        if (value := section.attrs.get(key, values[0])) not in values:
            yield f"{key} ‘{value}’ kennen we niet; kies uit {', '.join(values)}"
    if unknown := set(waves_in(section.attrs.get("meting", ""))) - set(WAVES):
        yield f"meting ‘{', '.join(sorted(unknown))}’ kennen we niet; kies uit {', '.join(WAVES)}"
    if not MINIMUM.fullmatch(section.attrs.get("minimaal", "1")):
        yield "achter ‘minimaal=’ staat een heel getal, zoals ‘minimaal=2’"


def _check_answers(document: Document, section: Section) -> Iterator[Problem]:
    if len(section.choices) < 2:
        yield Problem(
            document.path, section.line, "hier staan geen twee antwoorden; schrijf ze als ‘- 1. tekst’"
        )
    for choice in section.choices:
        if not choice.code.isdecimal():
            yield Problem(
                document.path,
                choice.line,
                f"de code ‘{choice.code}’ is geen getal; een antwoord telt als zijn code",
            )


def _check_item(document: Document, section: Section, scale: Section | None) -> Iterator[Problem]:
    if scale is None:
        yield Problem(
            document.path, section.line, "een vraag staat onder een schaal; zet er een kop met ‘##’ boven"
        )
    for message in _item_incomplete(section):
        yield Problem(document.path, section.line, message)
    for choice in section.choices:
        if choice.mark not in MARKS:
            yield Problem(document.path, choice.line, f"antwoord {choice.code} mist [x], [ ] of [?]")
        if choice.feedback:
            message = "zet de uitleg van een kennisvraag onder alle antwoorden samen, niet onder één"
            yield Problem(document.path, choice.note_lines["feedback"], message)


def _item_incomplete(section: Section) -> Iterator[str]:
    right = [choice for choice in section.choices if choice.mark == "x"]
    if len(right) != 1:
        yield f"{len(right)} antwoorden zijn goed; zet bij precies één antwoord [x]"
    if not any(choice.mark == "?" for choice in section.choices):
        yield "wie het niet weet, moet gokken; zet erbij ‘- [?] e. Dat weet ik niet’"
    if not any(line.startswith(">") for line in section.prose.split("\n")):
        yield "deze vraag heeft geen uitleg voor achteraf; zet die onderaan met ‘> ’"


def _check_lengths(document: Document, answers: dict[str, Section]) -> Iterator[Problem]:
    waves = waves_in(document.meta.get("metingen", ""))
    sizes = {(wave, form): _size(document, answers, wave, form) for wave in WAVES for form in FORMS}
    for wave in WAVES:
        for form in FORMS:
            if (size := sizes[wave, form]) > MOST_ITEMS:
                message = f"meting {wave} heeft met vorm {form} {size} vragen; houd het op {MOST_ITEMS}"
                yield Problem(document.path, document.line_of("metingen"), message)
        if sizes[wave, "a"] != sizes[wave, "b"]:
            both = " en ".join(str(sizes[wave, form]) for form in FORMS)
            message = f"vorm a en b zijn in meting {wave} niet even lang: {both} vragen"
            yield Problem(document.path, document.line_of("metingen"), message)
        if wave in waves and not sizes[wave, "a"]:
            yield Problem(
                document.path, document.line_of("metingen"), f"in meting {wave} staat geen enkele vraag"
            )


def _size(document: Document, answers: dict[str, Section], wave: str, form: str) -> int:
    standard = waves_in(document.meta.get("metingen", ""))
    size, is_asked = 0, False
    for section in document.sections:
        if section.level == 2:
            asked_in = waves_in(section.attrs["meting"]) if "meting" in section.attrs else standard
            is_asked = (
                section.id not in answers and wave in asked_in and section.attrs.get("vorm", form) == form
            )
            size += len(section.choices) if is_asked else 0
        elif section.level == 3:
            size += is_asked
    return size
