"""Marking an action as done where the forum sits: one press, stored at once, and taken back as easily."""

from datetime import date
from html import unescape

import pytest
from sqlalchemy import func, select

from data_model import ForumEntry, Load
from data_model.store import reading
from loaders import undo_load
from measures.areas import query_areas
from measures.forum import query_actions
from measures.viewer import EVERYTHING
from ui.forum_reads import SOURCE

SCRIPT = "forum/screen.py"
NEWHAM = "Newham mental health (directorate)"
PHONE, SEAT = "FORUM-05", "FORUM-24"  # the two open actions of Newham; the first says what follows
WORDS = "Tell the carers who will answer the phone."


@pytest.fixture(params=[{}, {"view": "screen", "slide": "8"}], ids=["page", "wall"])
def app(request, open_app, sample_copy):
    """The forum's page, and the wall at the slide of actions."""
    return open_app(sample_copy, SCRIPT, area=NEWHAM, **request.param)


def buttons(app, key):
    return [b for b in app.button if b.key == key]


def press(app, key):
    buttons(app, key)[0].click().run()
    assert not app.exception


def entry(engine, entry_id=PHONE):
    with reading(engine) as session:
        return session.scalars(select(ForumEntry).where(ForumEntry.entry_id == entry_id)).one()


def loads(engine):
    with reading(engine) as session:
        return session.scalar(select(func.count()).select_from(Load).where(Load.file_name == SOURCE))


def test_one_press_stores_the_day_and_another_takes_it_back(app, sample_copy, words_of):
    assert "2 late, none due, 1 done." in words_of(app)
    before = entry(sample_copy)
    press(app, f"done-{PHONE}")
    after = entry(sample_copy)
    assert after.done_date == date.today()
    kept = ("entry_type", "entry_date", "directorate_id", "measure", "text", "owner_role", "due_date")
    assert [getattr(after, name) for name in kept] == [getattr(before, name) for name in kept]
    words = unescape(words_of(app))
    assert "Marked as done." in words
    assert "1 late, none due, 2 done." in words
    assert buttons(app, f"done-{PHONE}") == []
    press(app, f"undo-action-{after.load_id}")
    assert entry(sample_copy).done_date is None
    assert "Taken back." in words_of(app)
    assert "2 late, none due, 1 done." in words_of(app)
    press(app, f"done-{PHONE}")  # and it can be marked again
    assert entry(sample_copy).done_date == date.today()


def test_what_is_done_counts_as_done_everywhere(app, sample_copy):
    press(app, f"done-{PHONE}")
    press(app, f"done-{SEAT}")
    with reading(sample_copy) as session:
        newham = query_areas(session).find("NMH").id
        states = [str(a.state) for a in query_actions(session, EVERYTHING, [newham], date.today())]
    assert states == ["done", "done", "done"]


def test_whoever_comes_second_is_told_and_nothing_is_stored_twice(app, sample_copy, words_of, open_app):
    other = open_app(sample_copy, SCRIPT, area=NEWHAM)
    press(other, f"done-{PHONE}")
    press(app, f"done-{PHONE}")
    assert "This was marked as done already." in words_of(app)
    assert loads(sample_copy) == 1


def test_a_refused_undo_says_why(app, sample_copy, words_of):
    press(app, f"done-{PHONE}")
    number = entry(sample_copy).load_id
    assert undo_load(sample_copy, number).status == "undone"  # somebody else was quicker
    press(app, f"undo-action-{number}")
    words = unescape(words_of(app))
    assert f"This could not be taken back. Load {number} was undone already" in words
    assert 'class="said standing"' in words


def test_the_list_says_how_each_action_stands_and_what_was_done_today(sample_copy, open_app, words_of):
    app = open_app(sample_copy, SCRIPT, area=NEWHAM)
    assert '<span class="state late">Late</span> <span class="what">' + WORDS in words_of(app)
    press(app, f"done-{PHONE}")
    words = unescape(words_of(app))
    assert f"Action done, Newham mental health: {WORDS}" in words
    today = date.today()
    said = f"Service manager, done {today.day} {today:%B %Y}"
    assert f'<span class="what">{WORDS}</span> <span class="who">{said}</span>' in words


def test_the_trust_shows_all_of_them_with_their_directorate(sample_copy, open_app, words_of):
    app = open_app(sample_copy, SCRIPT)
    words = words_of(app)
    assert "Service manager, 30 September 2026, Newham mental health" in words
    labels = [b.label for b in app.button if b.label.startswith("Done")]
    assert len(labels) == 9
    assert len(set(labels)) == len(labels)  # so that each has a name of its own
    assert f"Done :small[{WORDS}]" in labels


def test_a_refused_undo_is_said_although_nothing_is_left_to_list(sample_copy, open_app, words_of):
    app = open_app(sample_copy, SCRIPT, area=NEWHAM)
    press(app, f"done-{PHONE}")
    number = entry(sample_copy).load_id
    assert undo_load(sample_copy, number).status == "undone"
    press(app, f"undo-{number}")
    words = words_of(app)
    assert "Nothing is written down yet today." in words
    assert f"Load {number} was undone already" in words
