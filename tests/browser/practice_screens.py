"""What a volunteer sees who practises: drills, drawn streets and reports."""

from __future__ import annotations

from tests.browser.screen import Screen, press, swap, write


def drills() -> tuple[Screen, ...]:
    """Rounds of small cases."""
    drill = {"drill_id": "{drill}"}
    answer = {**drill, "number": "1"}
    end = {**drill, "number": "1"}
    return (
        Screen("a drill", "", "drills.intro", drill, "beginner"),
        Screen("back at a drill", "", "drills.intro", drill, "drilling"),
        Screen("a drill that was done", "", "drills.intro", drill, "drilled"),
        Screen("a drill of which all is known", "", "drills.intro", drill, "drilled out"),
        Screen("home with a drill half-way", "Dag", "learner.home", {}, "drilling"),
        Screen("home with a drill done", "Dag", "learner.home", {}, "drilled"),
        Screen("a case", "", "drills.case", drill, "beginner"),
        Screen("a case later on", "", "drills.case", drill, "drilling"),
        Screen(
            "a case without a choice",
            "",
            "drills.case",
            drill,
            "beginner",
            status=422,
            steps=(press("Kijk na"),),
        ),
        Screen("a good answer", "", "drills.outcome", answer, "drilled"),
        Screen("an answer that can do too", "", "drills.outcome", {**drill, "number": "2"}, "drilled"),
        Screen("an answer rather not", "", "drills.outcome", {**drill, "number": "3"}, "drilled"),
        Screen("the last answer of a round", "", "drills.outcome", {**drill, "number": "5"}, "drilled"),
        Screen(
            "an answer to a case that is gone",
            "Deze situatie is er niet",
            "drills.outcome",
            answer,
            "luckless",
        ),
        Screen("the end of a round", "Drie van de vijf goed", "drills.done", end, "drilled"),
        Screen("the end of a faultless round", "Alle vijf goed", "drills.done", end, "faultless"),
        Screen("the end of a luckless round", "Dat was het rondje", "drills.done", end, "luckless"),
        Screen(
            "the end of a round that leaves nothing new",
            "Alle vijf goed",
            "drills.done",
            {**drill, "number": "6"},
            "drilled out",
        ),
    )


def reporters() -> tuple[Screen, ...]:
    """Practising a report: each step, what the coach says of it, and the whole."""
    begin, situation = "report_practice.begin", {"situation_id": "{situation}"}
    look = swap("Laat de coach kijken")
    bad = "Die rare man van nummer 9 was waarschijnlijk verward. Volgens de buren zit hij er vaak."
    good = (write("Ik zag een man in het bushokje. Hij praatte hardop."), look)
    second = (*good, swap("Verder"))
    third = (*second, write("Woensdag om half acht, bij de bushalte."), look, swap("Verder"))
    fourth = (*third, write("Ik vroeg of het ging."), look, swap("Verder"))
    end = (*fourth, write("Ik bel het wijkteam."), look, swap("Naar je melding"))
    holes = (write(bad), look, swap("Verder"), *(write("Iets."), look, swap("Verder")) * 2)
    return (
        Screen("practising a report", "De meld-oefenaar", "report_practice.choose", {}, "learner"),
        Screen("a situation to report", "", begin, situation, "learner"),
        Screen("a report of nothing", "", begin, situation, "learner", (look,), 422),
        Screen(
            "a report that is too long", "", begin, situation, "learner", (write("zag " * 300), look), 422
        ),
        Screen("what the coach says", "De coach keek mee", begin, situation, "learner", (write(bad), look)),
        Screen("a good step of a report", "De coach keek mee", begin, situation, "learner", good),
        Screen("the next step of a report", "", begin, situation, "learner", second),
        Screen(
            "what a report misses",
            "De coach keek mee",
            begin,
            situation,
            "learner",
            (*second, write("Gisteren."), look),
        ),
        Screen("the whole report", "Jouw melding", begin, situation, "learner", end),
        Screen(
            "a report with holes",
            "Jouw melding",
            begin,
            situation,
            "learner",
            (*holes, write("Iets."), look, swap("Naar je melding")),
        ),
    )


def lookers() -> tuple[Screen, ...]:
    """The observation test."""
    street = {"test_id": "{street}"}
    reading = {**street, "vorm": "tekst"}
    return (
        Screen("a street to look at", "", "observations.intro", street, "beginner"),
        Screen("a street that was looked at", "", "observations.intro", street, "looker"),
        Screen("looking", "Kijk rustig rond", "observations.look", street, "beginner"),
        Screen("reading the street", "Lees rustig", "observations.look", reading, "beginner"),
        Screen("in your own words", "Eerst in je eigen", "observations.tell", street, "beginner"),
        Screen("what was there", "Wat was er?", "observations.tick", street, "beginner"),
        Screen(
            "nothing was there",
            "Wat was er?",
            "observations.tick",
            street,
            "beginner",
            status=422,
            steps=(press("Klaar"),),
        ),
        Screen(
            "what was seen",
            "Wat jij nog wist",
            "observations.result",
            {**street, "observation_id": "{looked}"},
            "looker",
        ),
        Screen(
            "what was read",
            "Wat jij nog wist",
            "observations.result",
            {**street, "observation_id": "{read}"},
            "looker",
        ),
    )
