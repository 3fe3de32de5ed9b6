"""A film stops, asks, tells why and goes on: by keyboard, with a voice, on two devices, without network."""

from __future__ import annotations

from playwright.sync_api import expect

from app.services import browser_sessions
from tests.browser.conftest import PHONE, NewPage
from tests.browser.film import PATH, PATIENCE, Film
from tests.browser.hands import Keys, next_page
from tests.browser.people import Volunteer, give_cookie, signed_in
from tests.browser.site import Site
from tests.browser.test_lost_network import OFFLINE
from tests.browser.watch import Watch
from tests.film_case import DURATION, STOPS


def test_a_case_is_watched_to_its_end_with_keys_alone(film: Film) -> None:
    page, keys = film.page, Keys(film.page)
    keys.go_to(film.video)
    page.keyboard.press("Space")
    film.stops_at("Wat heb je gemerkt?", STOPS["gezien"])
    keys.choose(page.get_by_role("radio", name="Het slot hangt los."))
    keys.go_to(film.button("Kijk na"))
    page.keyboard.press("Enter")
    expect(film.status).to_have_text("Je antwoord is bewaard. Hieronder lees je waarom.")
    expect(film.heading("Wat heb je gemerkt?")).to_be_focused()
    expect(film.page.get_by_text("Dat zag je ook, aan de zijkant.")).to_be_visible()
    for words in ("Waarneming", "Invulling"):
        expect(film.heading(words)).to_be_visible()
    keys.go_to(film.button("Verder kijken"))
    page.keyboard.press("Enter")
    expect(film.video).to_be_focused()
    film.stops_at("Wat zeg je tegen Ron?", STOPS["doen"])
    keys.choose(page.get_by_role("radio", name="Weet jij van wie deze fiets is?"))
    keys.go_to(film.button("Kijk na"))
    page.keyboard.press("Enter")
    keys.go_to(film.button("Verder kijken"))
    page.keyboard.press("Enter")
    expect(film.heading("Dat was de film")).to_be_focused(timeout=PATIENCE)
    expect(page.get_by_text("Dit staat nog open")).to_be_hidden()
    film.is_remembered(DURATION)
    keys.press(page.get_by_role("link", name="Lees hoe het afliep"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Na afloop")
    expect(page.get_by_text("zusje van Ron")).to_be_visible()
    assert film.answered() == [("gezien", "c"), ("doen", "b")]


def test_what_is_said_stands_below_the_picture_as_text(film: Film) -> None:
    expect(film.captions).to_have_text("Hier lees je wat er gezegd wordt.")
    film.play_from(3.4)
    expect(film.captions).to_have_text("Samira Hé, een fiets.")
    assert film.video.evaluate("film => film.textTracks[0].mode") == "hidden"
    before = film.captions.evaluate("bar => parseFloat(getComputedStyle(bar).fontSize)")
    film.page.locator("main").get_by_role("button", name="Nog grotere letters").click()
    assert film.captions.evaluate("bar => parseFloat(getComputedStyle(bar).fontSize)") > before * 1.3


def test_a_long_line_comes_in_pieces(film: Film) -> None:
    film.play_from(9.2)
    expect(film.captions).to_have_text("Ron Bedankt, Samira.")
    expect(film.captions).to_have_text("Ron Tot morgen op het plein.")


def test_a_stop_leaves_full_screen(film: Film) -> None:
    client = film.page.context.new_cdp_session(film.page)
    ask = "document.querySelector('video').requestFullscreen()"
    client.send("Runtime.evaluate", {"expression": ask, "userGesture": True, "awaitPromise": True})
    assert film.video.evaluate("film => [document.fullscreenElement === film, film.textTracks[0].mode]") == [
        True,
        "showing",
    ]
    film.play_from(5.4)
    film.stops_at("Wat heb je gemerkt?", STOPS["gezien"])
    assert film.page.evaluate("document.fullscreenElement") is None
    expect(film.captions).to_be_visible()
    assert film.video.evaluate("film => film.textTracks[0].mode") == "hidden"


def test_who_plays_on_skips_the_question_and_finds_it_at_the_end(film: Film) -> None:
    film.play_from(5.5)
    film.stops_at("Wat heb je gemerkt?", STOPS["gezien"])
    film.video.evaluate("film => film.play()")
    expect(film.heading("Wat heb je gemerkt?")).to_be_hidden()
    expect(film.status).to_have_text("")
    film.play_from(11.5)
    expect(film.heading("Dat was de film")).to_be_focused()
    still_open = film.page.locator("[data-still-open]")
    expect(still_open.get_by_role("button").locator("visible=true")).to_have_count(2)
    still_open.get_by_role("button", name="Wat heb je gemerkt?").click()
    expect(film.heading("Wat heb je gemerkt?")).to_be_focused()
    film.is_at(STOPS["gezien"])
    assert film.answered() == []


def test_a_leap_over_a_stop_does_not_ask_and_going_back_does(film: Film) -> None:
    film.play_from(6.2)
    expect(film.captions).to_contain_text("Dag Ron.")
    expect(film.heading("Wat heb je gemerkt?")).to_be_hidden()
    film.play_from(5.6)
    film.stops_at("Wat heb je gemerkt?", STOPS["gezien"])
    film.button("Ron 0:06").click()
    expect(film.heading("Wat heb je gemerkt?")).to_be_hidden()
    film.play_from(5.6)
    film.stops_at("Wat heb je gemerkt?", STOPS["gezien"])


def test_an_answered_question_does_not_stop_the_film_again(film: Film) -> None:
    film.button("Vraag: Wat heb je gemerkt?").click()
    film.choose("De fiets ligt op zijn kant.")
    film.button("Kijk na").click()
    expect(film.button("Vraag: Wat heb je gemerkt? 0:05 beantwoord")).to_be_visible()
    film.play_from(5.5)
    expect(film.captions).to_contain_text("Dag Samira.")
    film.button("Vraag: Wat heb je gemerkt?").click()
    expect(film.page.get_by_text("Jouw antwoord")).to_be_visible()
    film.page.get_by_role("link", name="Nog een keer proberen").click()
    expect(film.heading("Wat heb je gemerkt?")).to_be_focused()
    expect(film.page.get_by_role("radio").first).to_be_visible()
    film.choose("Het slot hangt los.")
    film.button("Kijk na").click()
    expect(film.button("Verder kijken")).to_be_visible()
    assert film.answered() == [("gezien", "a"), ("gezien", "c")]


def test_without_an_answer_the_film_and_the_question_stay(film: Film, watch: Watch) -> None:
    film.button("Vraag: Wat heb je gemerkt?").click()
    film.button("Kijk na").click()
    expect(film.page.get_by_text("Kies een antwoord.")).to_be_visible()
    expect(film.status).to_have_text("Kies eerst een antwoord.")
    expect(film.heading("Wat heb je gemerkt?")).to_be_focused()
    film.is_at(STOPS["gezien"])
    watch.expect_status(422)
    film.choose("De fiets ligt op zijn kant.")
    film.button("Kijk na").click()
    expect(film.button("Verder kijken")).to_be_visible()
    assert film.answered() == [("gezien", "a")]


def test_off_line_an_answer_waits_and_nothing_is_lost(film: Film, watch: Watch) -> None:
    page = film.page
    film.play_from(5.5)
    film.stops_at("Wat heb je gemerkt?", STOPS["gezien"])
    film.is_remembered(STOPS["gezien"])
    film.choose("Het slot hangt los.")
    page.context.set_offline(True)
    film.button("Kijk na").click()
    notice = page.get_by_text("Geen verbinding. Je antwoord staat nog hier. We proberen het opnieuw.")
    expect(notice).to_be_visible()
    film.button("Kijk na").click()  # an impatient finger
    assert film.answered() == []
    page.context.set_offline(False)
    expect(film.button("Verder kijken")).to_be_visible()
    assert film.answered() == [("gezien", "c")]
    film.is_at(STOPS["gezien"])
    watch.expect(*OFFLINE)


def test_a_form_of_before_signing_in_again_is_sent_with_one_more_click(film: Film, watch: Watch) -> None:
    film.button("Vraag: Wat heb je gemerkt?").click()
    film.choose("Het slot hangt los.")
    with film.site.database.writing() as db:
        token = signed_in(db, learner_id=film.who.id)
        browser_sessions.close(db, film.who.token)
        db.commit()
    give_cookie(film.page.context, film.site.url, token)
    with next_page(film.page):
        film.button("Kijk na").click()
    watch.expect_status(400)
    with next_page(film.page):
        film.button("Verstuur opnieuw").click()
    expect(film.heading("Wat heb je gemerkt?")).to_be_focused()
    expect(film.button("Verder kijken")).to_be_visible()
    film.is_at(STOPS["gezien"])
    assert film.answered() == [("gezien", "c")]


def test_the_place_goes_along_to_another_device_and_an_older_one_does_not_win(
    film: Film, new_page: NewPage
) -> None:
    film.play_from(6.5)
    expect(film.captions).to_contain_text("Dag Ron.")
    film.video.evaluate("film => film.pause()")
    at = film.state()["at"]
    film.is_remembered(at)
    phone = Film(new_page(PHONE, film.who), film.site, film.who).open()
    phone.button(f"Verder vanaf 0:{int(at):02}").click()
    expect(phone.video).to_be_focused()
    phone.stops_at("Wat zeg je tegen Ron?", STOPS["doen"])
    expect(phone.page.get_by_text("Verder vanaf")).to_be_hidden()
    phone.is_remembered(STOPS["doen"])
    film.video.evaluate("film => film.dispatchEvent(new Event('pause'))")
    film.page.goto("/hulp")  # the first device leaves; it was there before the phone was
    film.page.wait_for_timeout(300)
    phone.is_remembered(STOPS["doen"])


def test_the_place_is_told_while_watching_and_when_somebody_leaves(film: Film) -> None:
    film.play_from(0.5)
    expect(film.captions).to_contain_text("Samira loopt haar ronde.")
    film.page.goto("/hulp")
    for _ in range(100):
        if place := film.place():
            break
        film.page.wait_for_timeout(20)
    assert place
    assert 1 < place.seconds < 5


def test_the_speed_is_chosen_and_stays_on_this_device(film: Film) -> None:
    slow = film.button("Tempo 0,75: langzamer")
    slow.click()
    expect(slow).to_have_attribute("aria-pressed", "true")
    assert film.state()["speed"] == 0.75
    film.page.reload()
    expect(slow).to_have_attribute("aria-pressed", "true")
    assert film.state()["speed"] == 0.75
    film.button("Tempo 1: gewoon").click()
    assert film.state()["speed"] == 1


def test_chapters_lead_into_the_film_and_say_where_it_is(film: Film) -> None:
    film.page.set_viewport_size(PHONE)
    film.button("Ron 0:06").click()
    expect(film.video).to_be_in_viewport(ratio=0.99)
    expect(film.captions).to_contain_text("Dag Samira.")
    expect(film.button("Ron 0:06")).to_have_attribute("aria-current", "true")
    expect(film.button("De ronde")).to_have_attribute("aria-current", "false")


# Without JavaScript.


def test_without_javascript_the_case_is_read_and_answered_to_its_end(
    new_page: NewPage, site: Site, volunteer: Volunteer
) -> None:
    page = new_page(PHONE, volunteer, java_script_enabled=False)
    film = Film(page, site, volunteer)
    page.goto(PATH)
    expect(page.locator("noscript p")).to_contain_text("In deze browser stopt de film niet bij de vragen.")
    for dead in (".film-tools", "[data-captions]", "[data-parts]", ".stop"):
        expect(page.locator(dead).locator("visible=true")).to_have_count(0)
    with next_page(page):
        page.get_by_role("link", name="Liever lezen?").click()
    for answer, why in (
        ("De fiets ligt op zijn kant.", "Dat kun je filmen."),
        ("Jij hebt die fiets zeker laten vallen?", "Daar zit een oordeel in."),
    ):
        expect(page.locator("figure img").first).to_be_visible()
        expect(page.get_by_text(why)).to_have_count(0)
        film.choose(answer)
        with next_page(page):
            film.button("Kijk na").click()
        expect(page.get_by_text(why)).to_be_visible()
        expect(film.heading("Invulling")).to_be_visible()
        with next_page(page):
            film.button("Verder").click()
    with next_page(page):
        film.button("Lees hoe het afliep").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Na afloop")
    film.is_remembered(DURATION)
    assert film.answered() == [("gezien", "a"), ("doen", "a")]
    with next_page(page):
        page.get_by_role("link", name="Terug naar les 1").click()
    expect(page.get_by_role("link", name="De fiets bij de boom")).to_be_visible()


def test_the_pictures_of_a_film_to_read_have_loaded(film: Film) -> None:
    film.page.goto(f"{PATH}/lezen/1")
    sizes = film.page.locator("figure img").evaluate_all(
        "images => images.map((image) => image.naturalWidth)"
    )
    assert sizes == [320, 320]


def test_a_film_that_does_not_load_says_what_to_do(film: Film, watch: Watch) -> None:
    film.page.route("**/film.mp4*", lambda route: route.fulfill(status=500))
    film.page.goto(PATH)
    expect(film.page.get_by_text("De film laadt niet.")).to_be_visible()
    watch.expect_status(500)
