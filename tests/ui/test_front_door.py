"""Who are you here as: it is asked once, kept in the link, changeable, and hides nothing."""

from html import unescape

import pytest

from ui.front_door import DOORS
from ui.headlines import BIG_I
from ui.navigation import PAGES, is_registered


def page_links(app):
    return {link.proto.label: link.proto for link in app.get("page_link")}


def test_the_first_page_asks_and_offers_only_pages_that_there_are(sample_engine, open_app, headings_of):
    app = open_app(sample_engine)
    assert "Who are you here as?" in headings_of(app)
    links = page_links(app)
    for key, door in DOORS.items():
        assert (door.name in links) == is_registered(door.url_path)
        if door.name in links:
            assert f"as={key}" in links[door.name].query_string


def test_a_door_to_a_page_that_there_is_not_is_left_out(sample_engine, open_app, monkeypatch):
    monkeypatch.setattr("ui.navigation.PAGES", tuple(p for p in PAGES if p.url_path != "where-to-act"))
    links = page_links(open_app(sample_engine))
    assert "My local group" in links
    assert "Board and directors" not in links


@pytest.mark.parametrize("key", DOORS)
def test_a_choice_stands_at_the_top_of_every_page_and_changes_nothing_else(
    sample_engine, open_app, alts_of, key, headings_of
):
    plain = open_app(sample_engine, "involvement/big_i.py")
    chosen = open_app(sample_engine, "involvement/big_i.py", **{"as": key})
    assert f"You are here as: {DOORS[key].name} (change)" in page_links(chosen)
    assert "Who are you here as? (choose)" in page_links(plain)
    assert headings_of(chosen) == headings_of(plain)
    assert alts_of(chosen) == alts_of(plain)


def test_a_choice_that_there_is_not_says_so(sample_engine, open_app, words_of):
    app = open_app(sample_engine, **{"as": "king"})
    assert "The link asked for “king”, which there is not here." in unescape(words_of(app))
    app.switch_page("pages/data/definitions.py").run()
    assert "Who are you here as? (choose)" in page_links(app)


def test_big_i_is_explained_in_few_words_at_its_first_use(sample_engine, open_app, words_of):
    assert len(BIG_I.split()) <= 25
    words = unescape(words_of(open_app(sample_engine)))
    assert BIG_I in words
    assert "Big I" not in words.split(BIG_I)[0]
