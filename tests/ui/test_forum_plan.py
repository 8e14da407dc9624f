"""A forum's own agenda: items left out, in another order, with a timer, all of it in the link."""

import re
from html import unescape
from urllib.parse import parse_qs

import pytest

from ui.forum_plan import Plan
from ui.forum_slides import AGENDA
from ui.screen_timer import ItemClock, describe_time_left

SCRIPT = "forum/screen.py"
NEWHAM = "Newham mental health (directorate)"
CHOSEN = [8, 3, 9]


@pytest.fixture
def open_forum(open_app):
    return lambda engine, **link: open_app(engine, SCRIPT, area=NEWHAM, **link)


def agenda(app):
    """The names of the agenda as it is listed, with the slide that each opens."""
    html = unescape(next(m.value for m in app.markdown if 'class="agenda"' in m.value))
    found = re.findall(r'<a href="[^"]*\?([^"]*)"[^>]*>(.*?)</a>', html)
    return [(parse_qs(link), name) for link, name in found]


def press(app, label):
    next(b for b in app.button if b.label == label).click().run()
    assert not app.exception


def test_the_whole_agenda_is_shown_unless_asked_otherwise(sample_engine, open_forum, words_of):
    app = open_forum(sample_engine)
    assert [name for _, name in agenda(app)] == [item.name for item in AGENDA]
    assert all("slides" not in link and "timer" not in link for link, _ in agenda(app))
    assert "The link asked for" not in words_of(app)


def test_a_choice_of_items_goes_into_the_link_in_its_order_and_to_the_wall(
    sample_engine, open_forum, words_of
):
    app = open_forum(sample_engine)
    app.multiselect[0].set_value(CHOSEN).run()
    assert app.query_params["slides"] == "8,3,9"
    listed = agenda(app)
    assert [name for _, name in listed] == [AGENDA[number - 1].name for number in CHOSEN]
    assert [(link["slide"], link["slides"]) for link, _ in listed] == [([str(n)], ["8,3,9"]) for n in CHOSEN]
    assert "The meeting takes 20 minutes." in words_of(app)
    start = unescape(next(m.value for m in app.markdown if 'class="start"' in m.value))
    assert "slide=8" in start
    app.multiselect[0].set_value(list(range(1, len(AGENDA) + 1))).run()
    assert "slides" not in app.query_params


def test_without_any_item_the_whole_agenda_comes_back(sample_engine, open_forum):
    app = open_forum(sample_engine, slides="3")
    app.multiselect[0].set_value([]).run()
    assert len(agenda(app)) == len(AGENDA)
    assert "slides" not in app.query_params


def test_the_wall_goes_through_the_chosen_items_only(sample_engine, open_forum, words_of):
    app = open_forum(sample_engine, view="screen", slides="8,3,9")
    for place, heading in enumerate(
        ("What did we say we would do?", "Who has a seat on the team?", "What did we decide?"), start=1
    ):
        words = words_of(app)
        assert f"<h1>{heading}</h1>" in words
        assert f"{place} of 3" in words
        assert next(b for b in app.button if b.label == "Back").disabled == (place == 1)
        if place < len(CHOSEN):
            press(app, "Next")
    assert next(b for b in app.button if b.label == "Next").disabled
    press(app, "Back")
    assert app.query_params["slide"] == "3"
    assert app.query_params["slides"] == "8,3,9"


@pytest.mark.parametrize("wrong", ["1,99", "0", "3,3", "x", "1;2", "-1"])
@pytest.mark.parametrize("link", [{}, {"view": "screen"}])
def test_what_is_no_choice_is_said_and_all_is_shown(sample_engine, open_forum, words_of, *, wrong, link):
    words = words_of(open_forum(sample_engine, slides=wrong, **link))
    assert f"The link asked for “{wrong}”, which there is not here. You see the whole agenda." in words
    assert f"1 of {len(AGENDA)}" in words if link else "The meeting takes 60 minutes." in words


def test_a_timer_is_shown_only_where_it_was_asked_for(sample_engine, open_forum, words_of):
    screen = {"view": "screen", "slide": "3"}
    assert 'class="timer"' not in words_of(open_forum(sample_engine, **screen))
    assert '<p class="timer">10 minutes left</p>' in words_of(open_forum(sample_engine, **screen, timer="on"))
    odd = words_of(open_forum(sample_engine, **screen, timer="yes"))
    assert "The link asked for “yes”, which there is not here. No timer is shown." in odd
    assert 'class="timer"' not in odd


def test_the_forums_page_asks_for_the_timer(sample_engine, open_forum):
    app = open_forum(sample_engine)
    app.checkbox(key="forum-timer").check().run()
    assert app.query_params["timer"] == "on"
    assert agenda(app)[0][0]["timer"] == ["on"]
    app.checkbox(key="forum-timer").uncheck().run()
    assert "timer" not in app.query_params


def test_the_offline_file_has_the_chosen_items_in_their_order(sample_engine, open_forum, monkeypatch):
    offered = []
    monkeypatch.setattr("ui.forum.st.download_button", lambda *_, data, **__: offered.append(data))
    open_forum(sample_engine, slides="8,3,9")
    page = offered[-1]().decode()
    found = re.findall(r"<section class=\"slide\".*?<h\d[^>]*>(.*?)</h\d>", page, re.DOTALL)
    assert found == ["What did we say we would do?", "Who has a seat on the team?", "What did we decide?"]


def test_an_item_that_is_left_out_gives_way_to_the_nearest():
    plan = Plan((8, 3, 9))
    assert [plan.find_nearest(number) for number in (1, 3, 5, 6, 99)] == [3, 3, 3, 8, 9]


def test_time_left_is_told_in_whole_minutes():
    told = [describe_time_left(5, seconds) for seconds in (0, 59, 61, 241, 299, 300, 900)]
    assert told == [
        "5 minutes left", "5 minutes left", "4 minutes left", "1 minute left", "1 minute left",
        "Time is up", "Time is up",
    ]  # fmt: skip


def test_an_item_goes_on_where_it_was_left():
    clock = ItemClock()
    assert clock.measure(3, 1000.0) == 0
    assert clock.measure(3, 1060.0) == 60
    assert clock.measure(4, 1090.0) == 0
    assert clock.measure(3, 1100.0) == 90
    assert clock.measure(3, 1110.0) == 100
