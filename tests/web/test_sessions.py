"""Coming in and going out: cards, mailed codes, passwords, and how long a browser stays signed in."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from flask import Flask

from app import create_app
from app.models.access import OutgoingMail
from app.services import codes
from tests.cast import PASSWORD, Cast, Visitor, hidden
from tests.web.conftest import MAIL_CODE, Rows
from tests.web.page import Page

Arrive = Callable[[str], Visitor]


def cookie(visitor: Visitor) -> str:
    found = visitor.client.get_cookie("pluis")
    return found.value if found else ""


def is_in(visitor: Visitor) -> bool:
    """Whether the server knows this browser: the front door lets it through."""
    return visitor.client.get("/").status_code == 302


def with_cookie(app: Flask, value: str) -> Visitor:
    visitor = Visitor(app)
    visitor.client.set_cookie("pluis", value)
    return visitor


def mailed_codes(app: Flask) -> list[tuple[str, str]]:
    with app.extensions["database"].reading() as db:
        mails = db.query(OutgoingMail).order_by(OutgoingMail.id)
        return [(mail.recipient, mail.subject.removeprefix("Je code voor Pluis is ")) for mail in mails]


# Cards


@pytest.mark.parametrize(
    "typed",
    [
        str,
        str.lower,
        codes.grouped,
        lambda code: f"  {' '.join(code.lower())} ",
        "–".join,
        lambda code: "\u00a0".join(codes.grouped(code).split("-")),
        lambda code: f"\u200b{code}\u200b",
    ],
)
def test_a_card_lets_in_however_it_is_typed(app: Flask, cast: Cast, typed: Callable[[str], str]) -> None:
    for who, card in cast.cards.items():
        visitor = Visitor(app)
        answer = visitor.post("/inloggen", code=typed(card))
        assert (answer.status_code, answer.headers["Location"]) == (303, "/thuis")
        assert f'value="{who.title()}"' in visitor.get("/mijn").text


@pytest.mark.parametrize(
    "typed", ["", "   ", "F7KT-2MWX-F7KT", "OOOO-IIII-1111", "x" * 41, "<script>alert(1)"]
)
def test_what_is_no_card_lets_nobody_in_and_stays_to_be_mended(visitor: Visitor, typed: str) -> None:
    answer = visitor.post("/inloggen", code=typed)
    assert answer.status_code == 200
    assert Page(answer).form("/inloggen").fields["code"] == typed.strip()
    assert 'class="error-summary"' in answer.text
    assert not is_in(visitor)


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_scanning_a_card_signs_nobody_in_until_the_button(
    visitor: Visitor, cast: Cast, rows: Callable[[], Rows], method: str
) -> None:
    before = rows()
    answer = visitor.client.open(f"/k/{cast.cards['bas']}", method=method)
    assert answer.status_code == 200
    assert (is_in(visitor), rows()) == (False, before)
    page = Page(visitor.get(f"/k/{cast.cards['bas']}"))
    assert visitor.send(page.form().action, page.form().filled()).status_code == 303
    assert is_in(visitor)


@pytest.mark.parametrize(
    ("by", "path"), [("bas", "/inlogkaart"), ("coordinator", "/medewerker/team/{team}/kaart/{bas}")]
)
def test_a_new_card_kills_the_old_one_and_where_it_was_used(
    app: Flask, arrive: Arrive, cast: Cast, by: str, path: str
) -> None:
    owner, elsewhere, found = arrive(by), Visitor(app).sign_in(cast, "bas"), Visitor(app)
    shown = owner.get(
        owner.post(path.format(team=cast.teams["noord"], bas=cast.learners["bas"])).headers["Location"]
    )
    code = next(word for word in Page(shown).text.split() if re.fullmatch(r"[^-]{4}(-[^-]{4}){2}", word))
    assert (is_in(owner), is_in(elsewhere)) == (True, False)
    assert Visitor(app).post("/inloggen", code=cast.cards["bas"]).status_code == 200
    assert found.post("/inloggen", code=code).status_code == 303
    found.get("/inloggen")
    found.post("/toestemming", keuze="nee")
    assert ("maakte je coördinator een nieuwe inlogkaart" in found.get("/thuis").text) is (
        by == "coordinator"
    )
    found.post("/mijn/kaart-gezien")
    assert "nieuwe inlogkaart" not in found.get("/thuis").text


# A code by mail


def test_an_address_is_added_with_a_code_and_then_lets_in(app: Flask, arrive: Arrive) -> None:
    bas, elsewhere = arrive("bas"), Visitor(app)
    page = bas.post("/mijn/mail", email=" Bas@Example.org ")
    assert bas.post(page.headers["Location"], code="000000").status_code == 200
    assert bas.post(page.headers["Location"], code=mailed_codes(app)[-1][1]).status_code == 303
    assert "bas@example.org" in bas.get("/mijn").text
    assert (
        elsewhere.post("/inloggen/mail", email="BAS@example.org").headers["Location"] == "/inloggen/mail/code"
    )
    recipient, code = mailed_codes(app)[-1]
    assert recipient == "bas@example.org"
    assert elsewhere.post("/inloggen/mail/code", code=f" {code[:3]} {code[3:]} ").status_code == 303
    assert 'value="Bas"' in elsewhere.get("/mijn").text
    bas.post("/mijn/mail/weg")
    assert "bas@example.org" not in bas.get("/mijn").text


def test_a_code_works_once_and_only_in_the_browser_that_asked(app: Flask, arrive: Arrive, cast: Cast) -> None:
    arrive("anna").post(f"/mijn/mail/{cast.mails['anna']}", code=MAIL_CODE)
    mine, theirs = Visitor(app), Visitor(app)
    mine.post("/inloggen/mail", email="anna@example.org")
    theirs.post("/inloggen/mail", email="niemand@example.org")
    code = mailed_codes(app)[-1][1]
    assert theirs.post("/inloggen/mail/code", code=code).status_code == 200
    kept = cookie(mine)
    assert mine.post("/inloggen/mail/code", code=code).status_code == 303
    again = with_cookie(app, kept)
    assert again.post("/inloggen/mail/code", code=code).status_code == 200
    assert (is_in(mine), is_in(theirs), is_in(again)) == (True, False, False)


def test_after_five_wrong_tries_the_right_code_is_worth_nothing(
    app: Flask, arrive: Arrive, cast: Cast
) -> None:
    arrive("anna").post(f"/mijn/mail/{cast.mails['anna']}", code=MAIL_CODE)
    visitor = Visitor(app)
    visitor.post("/inloggen/mail", email="anna@example.org")
    for _ in range(5):
        assert "klopt niet" in visitor.post("/inloggen/mail/code", code="geen").text
    assert visitor.post("/inloggen/mail/code", code=mailed_codes(app)[-1][1]).status_code == 200
    assert not is_in(visitor)


def test_the_answer_is_the_same_for_a_known_and_an_unknown_address(
    app: Flask, arrive: Arrive, cast: Cast
) -> None:
    arrive("anna").post(f"/mijn/mail/{cast.mails['anna']}", code=MAIL_CODE)
    seen = []
    for email in ("anna@example.org", "niemand@example.org"):
        visitor = Visitor(app)
        asked = visitor.post("/inloggen/mail", email=email)
        wrong = visitor.post("/inloggen/mail/code", code="000001")
        seen.append((asked.status_code, asked.headers["Location"], wrong.status_code, Page(wrong).text))
    assert seen[0] == seen[1]


def test_an_address_of_somebody_else_is_refused(arrive: Arrive, cast: Cast) -> None:
    arrive("anna").post(f"/mijn/mail/{cast.mails['anna']}", code=MAIL_CODE)
    answer = arrive("bas").post("/mijn/mail", email="Anna@example.org")
    assert answer.status_code == 422
    assert "Dit e-mailadres is al in gebruik." in answer.text


# Passwords


@pytest.mark.parametrize(
    ("email", "password"),
    [
        ("cora@example.org", "verkeerd"),
        ("cora@example.org", PASSWORD.upper()),
        ("niemand@example.org", PASSWORD),
    ],
)
def test_a_wrong_password_says_so_and_not_which_half_is_wrong(
    visitor: Visitor, email: str, password: str
) -> None:
    answer = visitor.post("/medewerker/inloggen", email=email, password=password)
    assert answer.status_code == 200
    assert "Dit e-mailadres en wachtwoord horen niet bij elkaar." in answer.text
    assert password not in answer.text
    assert Page(answer).form("/inloggen").fields["email"] == email
    assert not is_in(visitor)


def test_staff_come_in_with_a_password_until_they_are_disabled(
    app: Flask, arrive: Arrive, cast: Cast
) -> None:
    cora = Visitor(app).sign_in(cast, "coordinator")
    assert "Dag Cora Noord" in cora.get("/medewerker/").text
    arrive("admin").post(f"/beheer/collega/{cast.staff['coordinator']}/uitzetten")
    assert not is_in(cora)
    again = Visitor(app)
    assert again.post("/medewerker/inloggen", email="cora@example.org", password=PASSWORD).status_code == 200
    assert again.get(f"/medewerker/wachtwoord/{cast.links['noord']}").status_code == 410


# The cookie


@pytest.mark.parametrize("who", ["bas", "coordinator"])
def test_signing_in_gives_a_new_cookie_and_a_new_form_token(app: Flask, cast: Cast, who: str) -> None:
    visitor = Visitor(app)
    visitor.get("/inloggen")
    planted, planted_csrf = cookie(visitor), visitor.csrf
    visitor.sign_in(cast, who)
    assert cookie(visitor) != planted
    assert not is_in(with_cookie(app, planted))
    stale = visitor.client.post("/mijn/naam", data={"csrf_token": planted_csrf, "name": "Eva"})
    assert stale.status_code in {400, 403}


def test_signing_in_as_somebody_else_ends_the_first_one(app: Flask, cast: Cast) -> None:
    visitor = Visitor(app).sign_in(cast, "bas")
    of_bas = cookie(visitor)
    visitor.sign_in(cast, "carla")
    assert 'value="Carla"' in visitor.get("/mijn").text
    assert not is_in(with_cookie(app, of_bas))


@pytest.mark.parametrize("who", ["bas", "coordinator"])
def test_signing_out_kills_a_copied_cookie(app: Flask, arrive: Arrive, who: str) -> None:
    visitor = arrive(who)
    copy = with_cookie(app, cookie(visitor))
    assert is_in(copy)
    answer = visitor.post("/uitloggen")
    assert (answer.status_code, answer.headers["Clear-Site-Data"]) == (303, '"cache"')
    assert cookie(visitor) == ""
    assert (is_in(visitor), is_in(copy)) == (False, False)


@pytest.mark.parametrize(
    ("url", "name", "flags"),
    [
        ("http://127.0.0.1:8000", "pluis", {"HttpOnly", "SameSite=Lax", "Path=/"}),
        ("https://pluis.example.org", "__Host-pluis", {"HttpOnly", "SameSite=Lax", "Path=/", "Secure"}),
    ],
)
def test_the_cookie_has_its_flags(own_app: Flask, cast: Cast, url: str, name: str, flags: set[str]) -> None:
    config = own_app.extensions["config"]
    app = create_app(replace(config, public_url=url, trusted_hosts=(urlsplit(url).hostname or "",)))
    base = {"base_url": url, "headers": {"Referer": f"{url}/inloggen"}}
    client = app.test_client()
    before = client.get("/inloggen", **base)
    data = {"csrf_token": hidden(before, "csrf_token"), "code": cast.cards["bas"]}
    after = client.post("/inloggen", data=data, **base)
    assert after.status_code == 303
    for answer in (before, after):
        parts = answer.headers["Set-Cookie"].split("; ")
        assert parts[0].startswith(f"{name}=")
        assert flags <= set(parts)
        assert not [part for part in parts if part.startswith("Domain")]
    app.extensions["database"].close()


@pytest.mark.parametrize(
    "value",
    [
        "t.",
        "t.x",
        "t." + "y" * 5000,
        "eyJfdXNlcl9pZCI6ImxlYXJuZXI6eCJ9.Zw.Zw",
        "t.\u00e9\u00fc",
        "\x01",
        "a" * 9000,
    ],
)
def test_a_made_up_cookie_is_nobody(app: Flask, value: str) -> None:
    answer = app.test_client(use_cookies=False).get("/thuis", headers={"Cookie": f"pluis={value}"})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/inloggen")


def test_a_signed_cookie_can_not_carry_a_person(app: Flask, cast: Cast) -> None:
    serializer = app.session_interface.get_signing_serializer(app)  # type: ignore[attr-defined]
    forged = serializer.dumps({"_user_id": f"learner:{cast.learners['bas']}", "_fresh": True})
    assert not is_in(with_cookie(app, forged))
