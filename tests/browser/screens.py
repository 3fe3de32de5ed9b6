"""Every page in every state that it can be in: the list that is looked at with every tool we have."""

from __future__ import annotations

from collections.abc import Mapping

from tests.browser.film_screens import viewers
from tests.browser.practice_screens import drills, lookers, reporters
from tests.browser.scenery import PASSWORD_LINK, USED_LINK
from tests.browser.screen import ASK_TOO_OFTEN, Screen, fill, press
from tests.browser.volunteer_screens import learners, newcomers, printers

NO_PAGES: Mapping[str, str] = {
    "static": "files",
    "public.health": "a word for machines",
    "public.security_txt": "plain text for machines",
    "learner.download": "a file",
    "films.file": "the files of a film",
    "printing.card_pdf": "paper",
    "printing.booklet_pdf": "paper",
    "printing.team_card_pdf": "paper",
    "printing.team_lesson_pdf": "paper",
    "printing.team_module_pdf": "paper",
}
"""Routes that answer GET with something that is no page, and what it is."""


def visitors() -> tuple[Screen, ...]:
    code, card = "Code van je team", "Code op je inlogkaart"
    wrong_link = {"token": USED_LINK}
    link = {"token": PASSWORD_LINK}
    return (
        Screen("the front door", "Goed kijken", "public.front"),
        Screen("after signing out", "Goed kijken", "public.front", {"gelukt": "uitgelogd"}),
        Screen("no code", "Goed kijken", "public.front", steps=(press("Meedoen"),)),
        Screen("a wrong code", "Goed kijken", "public.front", steps=(fill(code, "ABC"), press("Meedoen"))),
        Screen("help", "Hulp nodig", "public.help"),
        Screen("privacy", "Wat Pluis van je bewaart", "public.privacy"),
        Screen("accessibility", "Pluis is er voor iedereen", "public.accessibility"),
        Screen("signing in", "Welkom terug", "accounts.sign_in"),
        Screen("a wrong card", "Welkom", "accounts.sign_in", steps=(fill(card, "ABC"), press("Inloggen"))),
        Screen("a card that was scanned", "Inloggen met je kaart", "accounts.card", {"code": "{card}"}),
        Screen("asking for a code by mail", "Inloggen met een code", "accounts.mail"),
        Screen("no address", "Inloggen met een code", "accounts.mail", steps=(press("Stuur de code"),)),
        Screen("waiting for the mail", "Kijk in je mail", "accounts.mail_code"),
        Screen(
            "a wrong code from the mail",
            "Kijk in je mail",
            "accounts.mail_code",
            steps=(fill("Code uit de mail", "000000"), press("Inloggen")),
        ),
        Screen("staff signing in", "Inloggen als medewerker", "accounts.staff_sign_in"),
        Screen(
            "a password chosen", "Inloggen als medewerker", "accounts.staff_sign_in", {"gelukt": "wachtwoord"}
        ),
        Screen("no password", "Inloggen als", "accounts.staff_sign_in", steps=(press("Inloggen"),)),
        Screen("choosing a password", "Dag Theo", "accounts.choose_password", link),
        Screen(
            "a weak password",
            "Dag Theo",
            "accounts.choose_password",
            link,
            steps=(fill("Nieuw wachtwoord", "wachtwoord"), press("Opslaan")),
        ),
        Screen("a used link", "Deze link werkt niet", "accounts.choose_password", wrong_link, status=410),
        Screen("an invitation", "Welkom bij", "joining.join", {"code": "{invitation}"}),
        Screen("no name", "Welkom bij", "joining.join", {"code": "{invitation}"}, steps=(press("Verder"),)),
        Screen(
            "a withdrawn invitation", "Deze uitnodiging", "joining.join", {"code": "{withdrawn}"}, status=410
        ),
        Screen("checking a certificate", "Certificaat controleren", "certificates.verify"),
        Screen("no check code", "Certificaat", "certificates.verify", steps=(press("Controleer"),)),
        Screen("a real certificate", "Certificaat", "certificates.checked", {"code": "{certificate}"}),
        Screen(
            "an unknown certificate", "Certificaat", "certificates.checked", {"code": "234679"}, status=404
        ),
        Screen("no such page", "Deze bladzijde is er niet", "accounts.card", {"code": "a/b"}, status=404),
        Screen(
            "too often",
            "Even wachten",
            "certificates.checked",
            {"code": "{certificate}"},
            status=429,
            steps=(ASK_TOO_OFTEN,),
        ),
    )


def staff() -> tuple[Screen, ...]:
    team, empty, small = {"team_id": "{team}"}, {"team_id": "{empty team}"}, {"team_id": "{small team}"}
    town, film = {"municipality_id": "{municipality}"}, {"video_id": "{film}"}
    return (
        Screen("the desk of a coordinator", "Dag Samira", "staff.overview", {}, "coordinator"),
        Screen("a desk without a team", "Dag Lona", "staff.overview", {}, "coordinator without a team"),
        Screen("the desk of a researcher", "Dag Ria", "staff.overview", {}, "researcher"),
        Screen("the desk of the admin", "Dag Beheer", "staff.overview", {}, "admin"),
        Screen("a team", "Buurtteam Lindekwartier", "staff.team", team, "coordinator"),
        Screen("a team of a trainer", "Buurtteam Lindekwartier", "staff.team", team, "trainer"),
        Screen("a team without anybody", "Buurtteam Nieuwland", "staff.team", empty, "admin"),
        Screen(
            "a team with an invitation",
            "Buurtteam Twee",
            "staff.team",
            {**small, "gelukt": "uitnodiging"},
            "admin",
        ),
        Screen("what a team can print", "Drukwerk", "printing.team_papers", team, "trainer"),
        Screen(
            "a contact of nothing",
            "Buurtteam Twee",
            "staff.team",
            small,
            "admin",
            status=422,
            steps=(fill("Contactpersoon"), press("Opslaan")),
        ),
        Screen(
            "an invitation on paper",
            "Doe mee met Pluis",
            "staff.invitation",
            {**small, "code": "{small invitation}"},
            "admin",
        ),
        Screen(
            "a card by staff",
            "Nieuwe kaart voor Wil",
            "staff.card",
            {**team, "learner_id": "{without card}"},
            "coordinator",
        ),
        Screen("the films in numbers", "Films", "film_counts.overview", {}, "trainer"),
        Screen("a film in numbers", "De fiets bij de boom", "film_counts.one", film, "researcher"),
        Screen("municipalities and colleagues", "Gemeenten en collega", "admin.overview", {}, "admin"),
        Screen(
            "a municipality of nothing",
            "Gemeenten en",
            "admin.overview",
            {},
            "admin",
            status=422,
            steps=(press("Gemeente toevoegen"),),
        ),
        Screen("a new team", "Team toevoegen", "admin.add_team", town, "admin"),
        Screen(
            "a new team of nothing",
            "Team toevoegen",
            "admin.add_team",
            town,
            "admin",
            steps=(press("Team toevoegen"),),
        ),
        Screen("a new colleague", "Collega toevoegen", "admin.add_colleague", {}, "admin"),
        Screen(
            "a new colleague of nothing",
            "Collega toevoegen",
            "admin.add_colleague",
            {},
            "admin",
            steps=(press("Toevoegen"),),
        ),
        Screen(
            "a link for a colleague",
            "Link voor",
            "admin.overview",
            {},
            "admin",
            steps=(press("Nieuwe link voor Ria"),),
        ),
    )


def neighbourhood() -> tuple[Screen, ...]:
    """The follow-up map and the profile of a team, in every state."""
    team, empty, bad = {"team_id": "{team}"}, {"team_id": "{small team}"}, {"team_id": "{empty team}"}
    kind, nobody = {**team, "kind": "{kind}"}, {**team, "kind": "{open kind}"}
    who, map_, kind_ = "coordinator", "neighbourhood.map", "neighbourhood.kind"
    profile, form = "neighbourhood.profile", "neighbourhood.profile_form"
    return (
        Screen("the follow-up map", "Opvolgkaart", map_, {**team, "gelukt": "opvolger"}, who),
        Screen("the map of a trainer", "Opvolgkaart", map_, team, "trainer"),
        Screen("a map without anybody", "Opvolgkaart", map_, empty, "admin"),
        Screen("a map full of gaps", "Opvolgkaart", map_, bad, "admin"),
        Screen("a map without a gap", "Opvolgkaart", map_, {"team_id": "{good team}"}, "admin"),
        Screen("a kind that somebody picks up", "Onveiligheid", kind_, kind, who),
        Screen("a kind that nobody picks up", "Vragen om hulp", kind_, nobody, who),
        Screen(
            "a contact who is nobody",
            "Vragen om hulp",
            kind_,
            nobody,
            who,
            status=422,
            steps=(
                fill("Hoe bereik je die?", "0123-456 700"),
                fill("Binnen hoeveel werkdagen", "tien"),
                press("Opslaan"),
            ),
        ),
        Screen("a profile", "Teamprofiel", profile, {**team, "gelukt": "profiel"}, "trainer"),
        Screen("a profile of nothing", "Teamprofiel", profile, empty, "admin"),
        Screen("filling in a profile", "Teamprofiel invullen", form, team, "trainer"),
        Screen(
            "a profile with a mistake",
            "Teamprofiel invullen",
            form,
            empty,
            "admin",
            status=422,
            steps=(fill("Hoeveel woningen", "veel"), press("Opslaan")),
        ),
    )


SCREENS = (
    *visitors(),
    *newcomers(),
    *learners(),
    *printers(),
    *drills(),
    *lookers(),
    *reporters(),
    *viewers(),
    *staff(),
    *neighbourhood(),
)
