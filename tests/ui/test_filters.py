"""The two filters: chosen from a list, said in words, carried in the link, and kept from page to page."""

import pytest

LUTON = "Luton mental health (directorate)"
TRUST = "East London NHS Foundation Trust"


@pytest.fixture
def page(sample_engine, open_app):
    return open_app(sample_engine, "involvement/big_i.py")


def choose(app, name, label):
    app.menu_button(key=f"pick-{name}").click(label).run()
    assert not app.exception


def said_on(app):
    return [button.label for button in app.get("menu_button")]


def test_a_choice_is_said_and_is_in_the_link(page, words_of):
    assert said_on(page) == ["Area: Whole trust", "Dates: All months"]
    assert "area" not in page.query_params
    choose(page, "area", LUTON)
    choose(page, "dates", "Last 24 months")
    assert "You are looking at: Luton mental health, last 24 months." in words_of(page)
    assert (page.query_params["area"], page.query_params["dates"]) == (LUTON, "Last 24 months")
    assert said_on(page) == [f"Area: {LUTON}", "Dates: Last 24 months"]


def test_what_a_link_leaves_open_takes_no_room_in_it(page, words_of):
    choose(page, "area", LUTON)
    choose(page, "area", "Whole trust")
    assert f"You are looking at: {TRUST}, all months." in words_of(page)
    assert "area" not in page.query_params


def test_another_page_whose_link_says_nothing_keeps_the_choice(page, words_of):
    choose(page, "area", LUTON)
    choose(page, "dates", "Last 12 months")
    page.query_params.clear()
    page.run()
    assert "You are looking at: Luton mental health, last 12 months." in words_of(page)
    assert (page.query_params["area"], page.query_params["dates"]) == (LUTON, "Last 12 months")


def test_a_link_that_says_another_area_wins(page, words_of):
    choose(page, "area", LUTON)
    page.query_params["area"] = "Newham (borough)"
    page.run()
    assert "You are looking at: Newham, all months." in words_of(page)
    assert said_on(page)[0] == "Area: Newham (borough)"


def test_the_whole_trust_comes_first_and_then_what_belongs_to_it(page):
    offered = page.menu_button(key="pick-area").options
    assert offered[0] == "Whole trust"
    kinds = [label.rsplit("(", 1)[1] for label in offered[1:]]
    assert kinds == sorted(kinds, reverse=True)
    assert len(offered) == 22
