"""A film in every state, the same case to read, and the card in a lesson that leads to it."""

from __future__ import annotations

from tests.browser.screen import CHOOSE, Screen, press, see, tap, unfold

QUESTION, KICKER = "Vraag: Wat heb je gemerkt?", "De film staat stil"
WHY = "Hieronder lees je waarom"


def viewers() -> tuple[Screen, ...]:
    film, title = {"video_id": "{film}"}, "De fiets bij de boom"
    first, second, last = ({**film, "number": number} for number in "123")
    again = {**film, "opnieuw": "gezien"}
    return (
        Screen("a film", title, "films.film", film, "beginner"),
        Screen("back at a film", title, "films.film", film, "watching"),
        Screen(
            "a film with all its words",
            title,
            "films.film",
            film,
            "beginner",
            steps=(unfold("Uitgeschreven tekst"), see("Samira loopt haar ronde.")),
        ),
        Screen("a stop", title, "films.film", film, "beginner", steps=(tap(QUESTION), see(KICKER))),
        Screen(
            "a stop without an answer",
            title,
            "films.film",
            film,
            "beginner",
            status=422,
            steps=(tap(QUESTION), tap("Kijk na"), see("Kies een antwoord.")),
        ),
        Screen(
            "a stop that was just answered",
            title,
            "films.film",
            again,
            "watching",
            steps=(tap(QUESTION), CHOOSE, tap("Kijk na"), see(WHY)),
        ),
        Screen("an answered stop", title, "films.film", film, "seen", steps=(tap(QUESTION), see(KICKER))),
        Screen(
            "a film described",
            title,
            "films.film",
            film,
            "beginner",
            steps=(tap("Beschrijf het beeld"), tap("De ronde"), see("Een straat met bomen.")),
        ),
        Screen("the end of a film", title, "films.film", film, "watching", steps=(("watch_the_end",),)),
        Screen("a film that was seen", title, "films.film", film, "seen", steps=(("watch_the_end",),)),
        Screen("a film to read", title, "films.resume", film, "beginner"),
        Screen("a question to read", title, "films.read", second, "watching"),
        Screen(
            "reading without an answer",
            title,
            "films.read",
            first,
            "beginner",
            status=422,
            steps=(press("Kijk na"),),
        ),
        Screen("an answer to read", title, "films.read", first, "seen"),
        Screen("the last of a film to read", title, "films.read", last, "seen"),
        Screen("after a film", "Na afloop", "films.after", film, "seen"),
        Screen("after a film with an open question", "Na afloop", "films.after", film, "watching"),
        Screen(
            "a lesson with a film",
            "",
            "lessons.part",
            {"lesson_id": "{film lesson}", "part_id": "{film part}"},
            "beginner",
        ),
    )
