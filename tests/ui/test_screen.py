"""The big screen of a forum: one slide at a time, kept when the store is gone."""

import re
from datetime import date, datetime
from html import unescape

import pytest
from sqlalchemy.exc import OperationalError

from exports.slides import Slide
from loaders import load_file
from ui.forum_slides import AGENDA
from ui.notices import MADE_UP
from ui.screen_live import describe_live
from ui.screen_slide import write_slide
from ui.screen_state import POINTING_SECONDS, Picture, Screen

SCRIPT = "forum/screen.py"
NEWHAM = "Newham mental health (directorate)"


@pytest.fixture
def open_screen(open_app):
    """``open_screen(engine, slide=3)``: the big screen of Newham at one slide."""

    def run(engine, slide=1, area=NEWHAM):
        return open_app(engine, SCRIPT, area=area, view="screen", slide=str(slide))

    return run


def heading(app):
    found = [re.search(r"<h1>(.*?)</h1>", m.value) for m in app.markdown]
    return unescape(next(match[1] for match in found if match))


def press(app, label):
    next(b for b in app.button if b.label == label).click().run()
    assert not app.exception


def test_each_slide_opens_from_its_link_and_says_that_data_are_made_up(sample_engine, open_screen, words_of):
    headings = []
    for number in range(1, len(AGENDA) + 1):
        app = open_screen(sample_engine, number)
        words = unescape(words_of(app))
        assert f"{number} of {len(AGENDA)}" in words
        assert MADE_UP in words
        assert "Something went wrong" not in words
        headings.append(heading(app))
    assert headings[0] == "Welcome to the QI Forum: Newham mental health"
    assert headings[2] == "Who has a seat on the team?"
    assert len(set(headings)) == len(AGENDA)


def test_the_wall_shows_no_menu_and_no_filters(sample_engine, open_screen):
    app = open_screen(sample_engine, 3)
    assert len(app.title) == 0
    assert len(app.selectbox) == 0
    assert [b.label for b in app.button][:6] == ["Back", "Next", "Add note", "Numbers", "QR code", "Pause"]
    added = [
        next(b.label for b in open_screen(sample_engine, n).button if "Add" in b.label) for n in (6, 7, 8, 9)
    ]
    assert added == ["Add plan", "Add change idea", "Add action", "Add decision"]


def test_a_slide_that_there_is_not_is_the_nearest(sample_engine, open_screen):
    assert heading(open_screen(sample_engine, 99)) == "What did we decide?"
    assert heading(open_screen(sample_engine, "x")).startswith("Welcome")


def test_buttons_turn_the_slides_and_the_link_follows(sample_engine, open_screen):
    app = open_screen(sample_engine, 2)
    press(app, "Next")
    assert heading(app) == "Who has a seat on the team?"
    assert app.query_params["slide"] == "3"
    press(app, "Back")
    assert app.query_params["slide"] == "2"


def test_numbers_code_and_slide_take_each_others_place(sample_engine, open_screen, words_of):
    app = open_screen(sample_engine, 3)
    assert words_of(app).count('role="img"') == 2  # the chart for each shape of wall
    press(app, "Numbers")
    assert '<th scope="col">Usual range</th>' in words_of(app)
    assert 'role="img"' not in words_of(app)
    press(app, "QR code")
    assert heading(app) == "This page on your phone"
    press(app, "Slide")
    assert 'role="img"' in words_of(app)


def test_leaving_goes_back_to_the_page_with_its_filters(sample_engine, open_screen):
    app = open_screen(sample_engine, 4)
    press(app, "Leave")
    assert [t.value for t in app.title] == ["QI Forum"]
    assert "view" not in app.query_params


def test_a_paused_screen_stays_as_it_was(sample_copy, open_screen, words_of):
    app = open_screen(sample_copy, 9)
    press(app, "Pause")
    _decide(sample_copy, "We ask each team.")
    app.run()
    assert "Nothing is written down yet today." in words_of(app)
    assert "Paused at" in words_of(app)


def test_what_another_one_decides_is_on_the_next_picture(sample_copy, open_screen, words_of):
    app = open_screen(sample_copy, 9)
    assert "Nothing is written down yet today." in words_of(app)
    _decide(sample_copy, "We ask each <b>team</b>.")
    app.run()
    assert '<li class="new">Decision: We ask each &lt;b&gt;team&lt;/b&gt;.</li>' in words_of(app)


def test_the_last_picture_stays_while_the_store_cannot_be_read(
    sample_engine, open_screen, words_of, monkeypatch
):
    app = open_screen(sample_engine, 3)

    def gone():
        raise OperationalError("select", {}, Exception("the disk is gone"))

    for place in ("ui.screen_state", "ui.screen_live", "ui.reads", "ui.store"):
        monkeypatch.setattr(f"{place}.read_version", gone)
    press(app, "Next")
    words = words_of(app)
    assert re.search(r"Showing the picture from \d\d:\d\d\.", words)
    assert heading(app) == "Do people say that their care is good?"
    monkeypatch.undo()


def test_a_screen_that_never_saw_the_store_says_so_and_tries_again(
    sample_engine, open_screen, words_of, monkeypatch
):
    app = open_screen(sample_engine, 3)

    def gone():
        raise OperationalError("select", {}, Exception("the disk is gone"))

    del app.session_state["screen"]
    for place in ("ui.screen_state", "ui.screen_live", "ui.reads"):
        monkeypatch.setattr(f"{place}.read_version", gone)
    app.run()
    assert "We cannot read the figures just now." in words_of(app)
    assert "This screen tries again every 10 seconds." in words_of(app)


def test_a_mouse_left_lying_on_the_slide_does_not_hold_it_for_ever():
    screen = Screen()
    assert not screen.is_pointed_at(0.0)
    screen.point(100.0)
    assert screen.is_pointed_at(100.0 + POINTING_SECONDS - 1)
    assert not screen.is_pointed_at(100.0 + POINTING_SECONDS)
    screen.point(200.0)
    screen.stop_pointing()
    assert not screen.is_pointed_at(200.0)


def test_the_line_says_how_old_the_picture_is():
    screen = Screen(picture=Picture(1, None, (), ""), checked_at=datetime(2026, 11, 23, 14, 2, 10))
    assert describe_live(screen, readable=True, pointed=False) == "Updated 14:02:10."
    assert describe_live(screen, readable=True, pointed=True) == "Paused at 14:02:10."
    assert describe_live(screen, readable=False, pointed=False) == "Showing the picture from 14:02."
    screen.paused = True
    assert describe_live(screen, readable=True, pointed=False) == "Paused at 14:02:10."


def test_only_what_was_not_there_before_fades_in():
    before = Slide("Seats", points=("Just started: 1 of 2.", "1: Most of our projects have no seat yet"))
    after = Slide(
        "Seats", points=("Just started: 1 of 2.", "1: Most of our projects…", "2: A coffee morning")
    )
    assert re.findall('class="new">(.*?)<', write_slide(after, {}, before)) == ["2: A coffee morning"]
    assert "new" not in write_slide(before, {}, after)


def test_words_from_files_never_act_on_a_slide():
    bad = '<img src=x onerror=alert(1)> & "more"'
    slide = Slide(bad, bad, points=(bad,), columns=(bad,), rows=((bad,),), note=bad)
    written = write_slide(slide, {})
    assert "<img" not in written
    assert written.count("&lt;img") == 6


def _decide(engine, text):
    today = date.today().isoformat()
    rows = f"entry_id,entry_type,entry_date,directorate,text\nD-1,decision,{today},NMH,{text}\n"
    assert load_file(engine, rows.encode(), "QI Forum screen", kind="forum_entries").rows.added == 1


@pytest.mark.parametrize("said", ["Newham mental health", NEWHAM, "nmh"])
def test_a_link_may_name_the_directorate_as_forum(sample_engine, open_app, words_of, said):
    wall = open_app(sample_engine, SCRIPT, forum=said, view="screen")
    assert heading(wall) == "Welcome to the QI Forum: Newham mental health"
    page = open_app(sample_engine, SCRIPT, forum=said)
    assert "forum" not in page.query_params
    assert page.query_params["area"] == NEWHAM
    assert "You are looking at: Newham mental health" in words_of(page)


@pytest.mark.parametrize("link", [{}, {"view": "screen"}])
def test_a_forum_that_there_is_not_is_said(sample_engine, open_app, words_of, link):
    words = words_of(open_app(sample_engine, SCRIPT, forum="Atlantis", **link))
    assert "The link asked for “Atlantis”, which there is not here." in words
