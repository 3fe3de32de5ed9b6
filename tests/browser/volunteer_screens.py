"""What a volunteer sees, from the first minute to the last."""

from __future__ import annotations

from tests.browser.screen import CHOOSE, SIGN_IN_ELSEWHERE, Screen, fill, press, unfold


def newcomers() -> tuple[Screen, ...]:
    """Home, details, card, consent and the questions before and after."""
    start, close = {"module_id": "{module}", "moment": "start"}, {"module_id": "{module}", "moment": "slot"}
    own = {"module_id": "{module}"}
    return (
        Screen("a new card", "Dit is je inlogkaart, Nel", "joining.card", {"nieuw": "1"}, "newcomer"),
        Screen("the first consent", "Mogen je antwoorden", "joining.consent", {}, "newcomer"),
        Screen("home at first", "Dag Ben", "learner.home", {"gelukt": "toestemming"}, "beginner"),
        Screen("home half-way", "Dag Leo", "learner.home", {}, "learner"),
        Screen("home with all lessons done", "Dag Stien", "learner.home", {}, "studied"),
        Screen("home at the end", "Dag Gré", "learner.home", {}, "graduate"),
        Screen("home with a new card", "Dag Wil", "learner.home", {}, "without card"),
        Screen(
            "an invitation for who is in", "Welkom bij", "joining.join", {"code": "{invitation}"}, "learner"
        ),
        Screen("the card", "Je inlogkaart", "joining.card", {"gelukt": "kaart"}, "learner"),
        Screen(
            "changing consent", "Mogen je antwoorden", "joining.consent", {"daarna": "gegevens"}, "learner"
        ),
        Screen("my details", "Mijn gegevens", "learner.me", {"gelukt": "naam"}, "learner"),
        Screen("my details with an address", "Mijn gegevens", "learner.me", {}, "graduate"),
        Screen(
            "a name of nothing",
            "Mijn gegevens",
            "learner.me",
            {},
            "learner",
            status=422,
            steps=(fill("Hoe wil je heten in Pluis?"), press("Naam opslaan")),
        ),
        Screen(
            "an address that is none",
            "Mijn gegevens",
            "learner.me",
            {},
            "learner",
            status=422,
            steps=(fill("E-mailadres", "piet"), press("Stuur mij een code")),
        ),
        Screen(
            "confirming an address", "Kijk in je mail", "learner.confirm_email", {"id": "{mail}"}, "learner"
        ),
        Screen(
            "a wrong code for an address",
            "Kijk in je mail",
            "learner.confirm_email",
            {"id": "{mail}"},
            "learner",
            steps=(fill("Code uit de mail", "000000"), press("Klaar")),
        ),
        Screen("wiping everything", "Alles wissen?", "learner.forget", {}, "learner"),
        Screen("help with a name", "Hulp nodig", "public.help", {}, "learner"),
        Screen("who picks it up", "Wie pakt het op", "neighbourhood.who", {}, "learner"),
        Screen("who picks it up, nobody yet", "Wie pakt het op", "neighbourhood.who", {}, "lonely"),
        Screen("before the start questions", "Eerst een paar vragen", "measurement.intro", start, "beginner"),
        Screen("back at the start questions", "Eerst een paar", "measurement.intro", start, "asked"),
        Screen("a question", "", "measurement.question", {**start, "position": "4"}, "asked"),
        Screen(
            "a question without an answer",
            "",
            "measurement.question",
            {**start, "position": "4"},
            "asked",
            status=422,
            steps=(press("Verder"),),
        ),
        Screen("back at a question", "", "measurement.question", {**start, "position": "1"}, "asked"),
        Screen("a question of a scale", "", "measurement.question", {**start, "position": "10"}, "all asked"),
        Screen(
            "the questions before handing in",
            "Dat waren de vragen",
            "measurement.question",
            {**start, "position": "99"},
            "all asked",
        ),
        Screen("after the start questions", "Dank je wel", "measurement.intro", start, "learner"),
        Screen(
            "closing questions too early",
            "Er is iets veranderd",
            "measurement.intro",
            close,
            "learner",
            status=409,
        ),
        Screen("before the closing questions", "Nog een paar vragen", "measurement.intro", close, "studied"),
        Screen("a closing question", "", "measurement.question", {**close, "position": "1"}, "closing"),
        Screen("what was right", "Dank je wel", "measurement.intro", close, "closed"),
        Screen("the evaluation", "Wat vond je van", "measurement.evaluation", own, "closed"),
        Screen("an evaluation that was given", "Dank je wel", "measurement.evaluation", own, "graduate"),
        Screen("a certificate too early", "Je certificaat komt eraan", "certificates.mine", own, "learner"),
        Screen("the name on the certificate", "Je certificaat", "certificates.mine", own, "closed"),
        Screen(
            "no name on the certificate",
            "Je certificaat",
            "certificates.mine",
            own,
            "closed",
            steps=(fill("Naam op het certificaat"), press("Maak het certificaat")),
        ),
        Screen("the certificate", "Gefeliciteerd, Gré", "certificates.show", own, "graduate"),
    )


def printers() -> tuple[Screen, ...]:
    """The cards: in columns, as a route, and to fold; with who follows up and without."""
    cards = {
        "columns": "signaalkaart",
        "a route": "meldroute",
        "the law": "bevoegdhedenkaart",
        "folds": "loopkaart",
    }
    return (
        Screen("what can be printed", "Kaarten voor onderweg", "printing.cards", {}, "learner"),
        *(
            Screen(f"a card with {what}", "", "printing.card", {"card_id": card}, "learner")
            for what, card in cards.items()
        ),
        Screen("a card of a team that told nothing", "", "printing.card", {"card_id": "loopkaart"}, "lonely"),
        *(
            Screen(
                f"a card of a team that told much, {card}",
                "",
                "printing.card",
                {"card_id": card},
                "well informed",
            )
            for card in ("meldroute", "loopkaart")
        ),
    )


def learners() -> tuple[Screen, ...]:
    """Lessons and exercises."""
    part = {"lesson_id": "{lesson}", "part_id": "{part}"}
    task = {"lesson_id": "{tasks}", "part_id": "{task}"}
    again = {**task, "opnieuw": "kaarten"}
    play = {"scenario_id": "{scenario}"}
    good, bad = {**play, "attempt_id": "{good}"}, {**play, "attempt_id": "{bad}"}
    half = {**play, "attempt_id": "{half}"}
    return (
        Screen(
            "a lesson that is gone on with", "", "lessons.resume", {"lesson_id": "{last lesson}"}, "learner"
        ),
        Screen(
            "the opening of a lesson",
            "",
            "lessons.part",
            {"lesson_id": "{lesson}", "part_id": "{opening}"},
            "beginner",
        ),
        Screen("an open question", "", "lessons.part", part, "beginner"),
        Screen(
            "an open question without an answer",
            "",
            "lessons.part",
            part,
            "beginner",
            status=422,
            steps=(press("Kijk na"),),
        ),
        Screen("an answered question", "", "lessons.part", part, "studied"),
        Screen(
            "how to reach whom a lesson named",
            "",
            "lessons.part",
            {"lesson_id": "{named in}", "part_id": "{named}"},
            "learner",
            steps=(unfold("Zo bereik je"),),
        ),
        Screen("open cards", "", "lessons.part", task, "beginner"),
        Screen(
            "cards without a place",
            "",
            "lessons.part",
            task,
            "beginner",
            status=422,
            steps=(CHOOSE, press("Kijk na")),
        ),
        Screen("sorted cards", "", "lessons.part", task, "studied"),
        Screen("sorting again", "", "lessons.part", again, "studied"),
        Screen(
            "a form of before",
            "Nog één keer versturen",
            "lessons.part",
            part,
            "learner",
            status=400,
            steps=(SIGN_IN_ELSEWHERE, press("Verder")),
        ),
        Screen(
            "a lesson that is done", "Les 1 is klaar", "lessons.done", {"lesson_id": "{lesson}"}, "learner"
        ),
        Screen(
            "a lesson with gaps",
            "Je bent aan het eind",
            "lessons.done",
            {"lesson_id": "{last lesson}"},
            "learner",
        ),
        Screen("an exercise", "", "scenarios.intro", play, "beginner"),
        Screen("back at an exercise", "", "scenarios.intro", play, "half-way"),
        Screen("a scene", "", "scenarios.scene", half, "half-way"),
        Screen(
            "a scene without a choice",
            "",
            "scenarios.scene",
            half,
            "half-way",
            status=422,
            steps=(press("Dit doe ik"),),
        ),
        Screen(
            "what came of a choice", "Wat er gebeurt", "scenarios.outcome", {**good, "step": "0"}, "player"
        ),
        Screen(
            "what came of danger", "Wat er gebeurt", "scenarios.outcome", {**bad, "step": "{step}"}, "player"
        ),
        Screen("the end of an exercise", "", "scenarios.scene", good, "player"),
        Screen("a dangerous end", "", "scenarios.scene", bad, "player"),
        Screen(
            "the door of staff", "Hier mag je niet naar binnen", "staff.overview", {}, "learner", status=403
        ),
    )
