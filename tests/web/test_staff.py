"""Staff at work: setting up, inviting, cards and counts; and never anything of what a volunteer did."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask

from app.content.library import Library
from app.models.people import Invitation, Staff
from app.services import codes
from tests.cast import PASSWORD, STAFF, Cast, Visitor
from tests.web.conftest import MODULE, Rows
from tests.web.page import Page
from tests.web.test_headers import crawl

Arrive = Callable[[str], Visitor]
COLLEAGUE = {"name": "Nel Nieuw", "email": "Nel@Example.org", "role": "coordinator"}
NEW_PASSWORD = "vier paarse fietsen thuis"


def new_colleague(admin: Visitor, **fields: object) -> str:
    """Add one; gives the path of the link to choose a password."""
    page = Page(admin.send("/beheer/collega", {**COLLEAGUE, **fields}))
    link = re.search(r"http://127\.0\.0\.1:8000(/medewerker/wachtwoord/\S+)", page.text)
    assert link, page.text
    return link[1]


def test_an_admin_sets_up_a_town_a_team_and_a_colleague_who_then_invites(
    app: Flask, arrive: Arrive, cast: Cast
) -> None:
    admin = arrive("admin")
    assert admin.post("/beheer/gemeente", name="Westerveld aan Zee").status_code == 303
    towns = Page(admin.get("/beheer/"))
    assert "Westerveld aan Zee" in towns.text
    to_team = max(link for link in towns.links if link.endswith("/team"))
    made = admin.send(to_team, {"name": "Team Duin", "contact_name": "Wim", "contact_phone": "0123-456 700"})
    team = made.headers["Location"].split("?")[0]
    path = new_colleague(admin, teams=[team.rsplit("/", 1)[1]])
    nel = Visitor(app)
    assert "Dag Nel Nieuw, kies een wachtwoord" in nel.get(path).text
    assert nel.send(path, {"password": NEW_PASSWORD}).status_code == 303
    signed_in = nel.send("/medewerker/inloggen", {"email": "nel@example.org", "password": NEW_PASSWORD})
    assert signed_in.status_code == 303
    assert "Team Duin" in nel.get("/medewerker/").text
    assert "Team noord" not in nel.get("/medewerker/").text
    assert "Er is geen geldige uitnodiging." in nel.get(team).text
    nel.send(f"{team}/uitnodiging", {})
    assert nel.get(team).text.count("Trek in") == 1


def test_a_link_to_choose_a_password_works_once(app: Flask, arrive: Arrive) -> None:
    path, nel = new_colleague(arrive("admin")), Visitor(app)
    weak = nel.send(path, {"password": "welkom1234"}) if nel.get(path) else None
    assert weak
    assert "minstens 10 tekens dat niet makkelijk te raden is" in weak.text
    assert "welkom1234" not in weak.text
    assert nel.send(path, {"password": NEW_PASSWORD}).status_code == 303
    for again in (nel.get(path), nel.send(path, {"password": "nog een andere zin"})):
        assert again.status_code == 410
        assert "al gebruikt of verlopen" in again.text


@pytest.mark.parametrize(("days", "status"), [(6.9, 200), (7.1, 410)])
def test_a_link_to_choose_a_password_expires(app: Flask, arrive: Arrive, days: float, status: int) -> None:
    path = new_colleague(arrive("admin"))
    with time_machine.travel(datetime.now(UTC) + timedelta(days=days), tick=False):
        assert Visitor(app).get(path).status_code == status


def test_a_new_link_ends_the_old_one_and_a_new_password_ends_every_browser(
    app: Flask, arrive: Arrive, cast: Cast
) -> None:
    admin, cora = arrive("admin"), arrive("coordinator")
    page = Page(admin.send(f"/beheer/collega/{cast.staff['coordinator']}/link", {}))
    link = re.search(r"/medewerker/wachtwoord/\S+", page.text)
    assert link
    assert Visitor(app).get(f"/medewerker/wachtwoord/{cast.links['noord']}").status_code == 410
    fresh = Visitor(app)
    fresh.get(link[0])
    fresh.send(link[0], {"password": NEW_PASSWORD})
    assert cora.get("/medewerker/").status_code == 303
    assert (
        Visitor(app).post("/medewerker/inloggen", email="cora@example.org", password=PASSWORD).status_code
        == 200
    )


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_looking_at_a_link_does_not_use_it_up(
    app: Flask, cast: Cast, rows: Callable[[], Rows], method: str
) -> None:
    before = rows()
    for _ in range(3):
        answer = app.test_client().open(f"/medewerker/wachtwoord/{cast.links['noord']}", method=method)
        assert answer.status_code == 200
    assert rows() == before


@pytest.mark.parametrize(
    ("path", "fields", "sentence"),
    [
        ("/beheer/gemeente", {"name": "Noorderdam"}, "Deze naam bestaat al."),
        ("/beheer/gemeente", {"name": "  "}, "Vul de naam van de gemeente in."),
        ("/beheer/collega", {**COLLEAGUE, "email": "CORA@example.org"}, "Dit e-mailadres is al in gebruik."),
        ("/beheer/collega", {**COLLEAGUE, "email": "nel@"}, "Dit lijkt geen e-mailadres."),
        ("/beheer/collega", {**COLLEAGUE, "role": "baas"}, "Ongeldige keuze."),
        ("/beheer/collega", {**COLLEAGUE, "role": ""}, "Kies een rol."),
        ("/beheer/collega", {**COLLEAGUE, "name": ""}, "Vul de naam van de collega in."),
        ("/beheer/collega/{admin}/uitzetten", {}, "Je kunt jezelf niet uitzetten."),
    ],
)
def test_what_an_admin_can_not_do_is_said_in_dutch_and_changes_nothing(
    arrive: Arrive, rows: Callable[[], Rows], path: str, fields: dict[str, object], sentence: str
) -> None:
    admin, before = arrive("admin"), rows()
    answer = admin.send(path.format(admin=before["staff"][0][0]), fields)
    assert answer.status_code in {200, 422}
    assert sentence in Page(answer).text
    assert "Not a valid choice" not in answer.text
    assert rows() == before


def test_a_coordinator_hands_out_and_withdraws_an_invitation(app: Flask, arrive: Arrive, cast: Cast) -> None:
    cora, team = arrive("coordinator"), f"/medewerker/team/{cast.teams['noord']}"
    cora.send(f"{team}/uitnodiging", {})
    with app.extensions["database"].reading() as db:
        code = db.query(Invitation).order_by(Invitation.created_at.desc()).first().code  # type: ignore[union-attr]
    poster = cora.get(f"{team}/uitnodiging/{code}").text
    assert codes.grouped(code) in poster
    assert 'class="qr"' in poster
    assert f"http://127.0.0.1:8000/meedoen/{code}" in poster
    assert Visitor(app).get(f"/meedoen/{code}").status_code == 200
    assert cora.send(f"{team}/uitnodiging/{code}/intrekken", {}).status_code == 303
    closed = Visitor(app).get(f"/meedoen/{code}")
    assert closed.status_code == 410
    assert "Vraag je coördinator om een nieuwe." in closed.text
    assert codes.grouped(code) not in cora.get(team).text
    assert Visitor(app).get(f"/meedoen/{cast.invitations['noord']}").status_code == 200


def test_an_invitation_ends_after_two_months(app: Flask, cast: Cast) -> None:
    with time_machine.travel(datetime.now(UTC) + timedelta(days=61), tick=False):
        assert Visitor(app).get(f"/meedoen/{cast.invitations['noord']}").status_code == 410
        answer = Visitor(app).post("/meedoen", code=cast.invitations["noord"])
        assert "Deze uitnodiging is verlopen." in answer.text


def test_staff_never_see_a_card_that_they_did_not_make(arrive: Arrive, cast: Cast) -> None:
    cora = arrive("coordinator")
    path = f"/medewerker/team/{cast.teams['noord']}/kaart/{cast.learners['bas']}"
    assert cora.get(path).status_code == 302
    shown = cora.get(cora.send(path, {}).headers["Location"]).text
    assert "Nieuwe kaart voor Bas" in shown
    assert codes.grouped(cast.cards["bas"]) not in shown
    everything = "".join(response.text for _, response in crawl(cora, "/medewerker/"))
    for card in cast.cards.values():
        assert card not in everything
        assert codes.grouped(card) not in everything


def test_a_new_contact_is_on_the_pages_of_the_team_at_once(arrive: Arrive, cast: Cast) -> None:
    path = f"/medewerker/team/{cast.teams['noord']}/contact"
    arrive("coordinator").send(path, {"contact_name": "Wies <b>", "contact_phone": "0123-456 780"})
    page = arrive("bas").get("/hulp").text
    assert "Wies &lt;b&gt;" in page
    assert 'href="tel:0123456780"' in page


def test_counts_are_of_people_and_small_teams_stay_hidden(arrive: Arrive, cast: Cast) -> None:
    trainer = Page(arrive("trainer").get(f"/medewerker/team/{cast.teams['noord']}")).text
    assert "1 van 3 begonnen" in trainer
    assert "1 van 3 met certificaat" in trainer
    small = Page(arrive("other coordinator").get(f"/medewerker/team/{cast.teams['zuid']}")).text
    assert "er doen 1 mensen mee" in small or "er doet 1 mens mee" in small
    assert "van 1" not in small


@pytest.mark.parametrize("who", STAFF)
def test_no_page_of_staff_holds_anything_that_a_volunteer_did(
    app: Flask, arrive: Arrive, cast: Cast, library: Library, who: str
) -> None:
    anna = arrive("anna")
    form = Page(anna.get(f"/evaluatie/{MODULE}")).form()
    anna.send(form.action, {**form.fields, form.typed[0]: "kanarie in de evaluatie"})
    anna.send("/mijn/mail/mail-of-anna", {"code": "123456"})
    secrets = [
        "kanarie",
        "anna@example.org",
        "anna de Vries",
        cast.certificates["anna"],
        codes.grouped(cast.certificates["anna"]),
        cast.attempts["anna"],
        *(drill.title for drill in library.drills.values()),
        *(scenario.title for scenario in library.scenarios.values()),
    ]
    lessons = [lesson.title for lesson in library.lessons.values()]
    pages = 0
    for path, response in crawl(arrive(who), "/medewerker/"):
        offered = path.endswith("/drukwerk")  # all lessons, to be printed by anybody
        unseen = secrets if offered else [*secrets, *lessons]
        assert [secret for secret in unseen if secret in response.text] == [], path
        pages += 1
    assert pages > 4


def test_staff_are_told_when_the_content_on_disk_is_broken_and_volunteers_keep_the_good_one(
    own_app: Flask, cast: Cast, library: Library
) -> None:
    lesson = library.modules[0].lessons[0]
    path = own_app.extensions["config"].content_root / lesson.path
    keeper, good = own_app.extensions["library"], path.read_text("utf-8")
    admin, bas = Visitor(own_app).enter(cast, "admin"), Visitor(own_app).enter(cast, "bas")
    for text, told in ((good.replace("[x]", "[ ]"), True), (good + "\n", False)):
        path.write_text(text, "utf-8")
        keeper._looked = float("-inf")  # as if a second went by
        assert lesson.title in bas.get(f"/les/{lesson.id}/{lesson.parts[0].id}").text
        assert keeper.is_behind is told
        page = admin.get("/medewerker/").text
        assert ("De lesstof op schijf heeft fouten" in page) is told
        assert (f"{lesson.path.as_posix()}:" in page) is told
        assert "De lesstof" not in bas.get("/thuis").text


def test_a_colleague_who_left_is_out_everywhere(app: Flask, arrive: Arrive, cast: Cast) -> None:
    tom = arrive("trainer")
    arrive("admin").send(f"/beheer/collega/{cast.staff['trainer']}/uitzetten", {})
    assert tom.get("/medewerker/").status_code == 303
    page = Page(arrive("admin").get("/beheer/"))
    assert "uitgezet" in page.text
    assert not [f for f in page.forms if f.action == f"/beheer/collega/{cast.staff['trainer']}/link"]
    with app.extensions["database"].reading() as db:
        assert db.get_one(Staff, cast.staff["trainer"]).disabled_at
