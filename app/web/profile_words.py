"""The profile of a team in Dutch: how each question is asked, and how its answers are told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from app.services.team_profile import QUESTIONS, Answers, Question

NO_RESIDENTS = "Schrijf geen namen, adressen of verhalen van bewoners op."


class Words(NamedTuple):
    """How a question is asked, what it is called in the list, and what its answers say."""

    asked: str
    title: str
    answers: Mapping[str, str] = {}
    hint: str = ""


WORDS: Mapping[str, Words] = {
    "neighbourhoods": Words(
        "Hoe heet jullie buurt?", "Buurt", hint="Lopen jullie in meer buurten? Zet ze achter elkaar."
    ),
    "homes": Words(
        "Hoeveel woningen zijn er ongeveer?", "Aantal woningen", hint="Een getal, bijvoorbeeld 850."
    ),
    "tenure": Words(
        "Zijn het vooral huurwoningen of koopwoningen?",
        "Huur of koop",
        {"rent": "Vooral huur", "mixed": "Ongeveer evenveel", "own": "Vooral koop"},
    ),
    "residents": Words(
        "Wie wonen er?",
        "Wie wonen er",
        {
            "older": "Veel ouderen",
            "families": "Veel jonge gezinnen",
            "youth": "Veel jongeren",
            "mixed": "Gemengd",
        },
        "Je mag er meer kiezen.",
    ),
    "ageing": Words(
        "Vergrijst de buurt?",
        "Vergrijzing",
        {"none": "Nee, nauwelijks", "some": "Een beetje", "strong": "Ja, sterk"},
        "Wonen er steeds meer ouderen?",
    ),
    "area": Words(
        "Waar lopen jullie?",
        "Waar jullie lopen",
        {"fixed": "In een vaste, eigen buurt", "changing": "In wisselende buurten"},
    ),
    "rounds": Words(
        "Hoe vaak is er een ronde?",
        "Hoe vaak",
        {
            "daily": "Elke dag",
            "weekly-more": "Een paar keer per week",
            "weekly": "Eén keer per week",
            "monthly-more": "Een paar keer per maand",
            "seldom": "Minder vaak",
        },
    ),
    "partners": Words(
        "Met wie hebben jullie contact?",
        "Contact met",
        {
            "police": "Wijkagent",
            "warden": "Handhaver (boa)",
            "youth-work": "Jongerenwerk",
            "social-team": "Wijkteam",
            "housing": "Woningcorporatie",
            "school": "School",
            "doctor": "Huisarts of praktijk",
            "business": "Ondernemers",
        },
        "Kies alleen wie jullie echt spreken.",
    ),
    "reports": Words(
        "Waar gaan meldingen nu heen?",
        "Meldingen gaan nu naar",
        hint=f"Bijvoorbeeld: de appgroep, de wijkagent, de app van de gemeente. {NO_RESIDENTS}",
    ),
    "bottlenecks": Words(
        "Waar lopen jullie tegenaan?",
        "Knelpunten",
        {
            "where-to": "Het is onduidelijk waar je wat meldt",
            "no-feedback": "Wij horen niets terug na een melding",
            "unreachable": "Instanties zijn slecht te bereiken",
            "one-person": "Het hangt aan één mens, zoals die ene wijkagent",
            "professionals": "Met professionals samenwerken is lastig",
            "telling-tales": "Melden voelt als klikken",
            "unfamiliar": "Wij kennen de buurt te weinig",
            "alike": "Ons team lijkt te weinig op de buurt",
            "recruiting": "Nieuwe mensen vinden is moeilijk",
            "youth": "Met jongeren krijgen wij moeilijk contact",
            "too-much": "Er komt te veel bij ons terecht",
        },
        "Je mag er meer kiezen.",
    ),
    "worry": Words("Wat is nu jullie grootste zorg?", "Grootste zorg", hint=NO_RESIDENTS),
    "exercises": Words(
        "Wat wil het team oefenen?",
        "Oefenen",
        {
            "prevention-talk": "Een preventiegesprek voeren",
            "recruiting": "Nieuwe mensen werven",
            "addressing-youth": "Jongeren aanspreken",
            "tension": "Spanning en agressie",
            "observing": "Kijken zonder in te vullen",
            "raising": "Een zorg bespreken met een bewoner",
            "denial": "Iemand die zegt dat er niets is, of boos wordt",
            "reporting": "Bellen met een opvolger",
            "connecting": "Buren met elkaar verbinden",
        },
        "De trainer kiest hieruit voor de bijeenkomst.",
    ),
}
"""By the code of each question."""

PARTS: Mapping[str, tuple[str, ...]] = {
    "De buurt": ("neighbourhoods", "homes", "tenure", "residents", "ageing"),
    "Zo lopen jullie": ("area", "rounds"),
    "Samen met anderen": ("partners", "reports", "bottlenecks", "worry"),
    "De bijeenkomst": ("exercises",),
}
"""The questions under the headings where they are asked and told."""

_QUESTIONS = {question.code: question for question in QUESTIONS}


def choices(code: str) -> dict[str, str]:
    """The answers of a question with their words, in the order in which they are offered."""
    return {answer: WORDS[code].answers[answer] for answer in _QUESTIONS[code].answers}


class Told(NamedTuple):
    """One answer of a profile as it is read."""

    title: str
    words: tuple[str, ...]


def told(answers: Answers, part: str) -> Iterator[Told]:
    """What a team filled in under one heading; a code of before or after our time is left out."""
    for code in PARTS[part]:
        words = tuple(_in_words(_QUESTIONS[code], answers.get(code, "")))
        if any(words):
            yield Told(WORDS[code].title, words)


def _in_words(question: Question, answer: str | int | list[str]) -> Iterator[str]:
    if isinstance(answer, int):
        yield f"{answer:,}".replace(",", ".")
        return
    known = WORDS[question.code].answers
    for each in answer if isinstance(answer, list) else [answer]:
        yield from [each] if not question.answers else [known[each]] if each in known else []
