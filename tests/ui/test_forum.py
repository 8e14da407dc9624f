"""The forum's page: agenda, ways to the big screen, the offline file, writing down and taking back."""

from datetime import date
from html import unescape

import pytest
from sqlalchemy import func, select

from data_model import ChangeIdea, ForumEntry, Load, QuarantinedRow
from data_model.store import reading
from measures.areas import query_areas
from measures.definitions import read_definitions
from measures.series_reader import query_series
from measures.viewer import EVERYTHING
from ui.capture_rows import make_id
from ui.forum_reads import SOURCE
from ui.forum_slides import AGENDA

SCRIPT = "forum/screen.py"
NEWHAM = "Newham mental health (directorate)"


@pytest.fixture
def open_forum(open_app):
    return lambda engine, area=NEWHAM: open_app(engine, SCRIPT, area=area)


@pytest.fixture
def write(open_forum):
    """``write(engine, "Action", text="...")`` opens the page, fills in one form and sends it."""

    def run(engine, choice, **answers):
        app = open_forum(engine)
        app.segmented_control[0].set_value(choice).run()
        boxes = [*app.text_area, *app.text_input, *app.selectbox, *app.date_input]
        for name, value in answers.items():
            next(b for b in boxes if (b.key or "").startswith(f"{name}-")).set_value(value)
        next(b for b in app.button if b.label == "Write it down").click().run()
        assert not app.exception
        return app

    return run


def stored(engine, table=ForumEntry):
    """The rows that the page stored, oldest first."""
    with reading(engine) as session:
        query = select(table).join(Load, Load.id == table.load_id).where(Load.file_name == SOURCE)
        return session.scalars(query.order_by(table.id)).all()


def test_the_agenda_names_every_slide_with_its_minutes_and_a_way_there(sample_engine, open_forum, words_of):
    words = unescape(words_of(open_forum(sample_engine)))
    assert "You are looking at: Newham mental health" in words
    assert f"The meeting takes {sum(item.minutes for item in AGENDA)} minutes." in words
    for number, item in enumerate(AGENDA, start=1):
        assert f"view=screen&slide={number}" in words
        assert f">{item.name}</a><span>{item.minutes} minutes</span>" in words
    assert words.index("Start on the big screen") < words.index(AGENDA[0].name)


def test_a_visitor_of_the_whole_trust_is_asked_for_the_directorate(sample_engine, open_forum, words_of):
    app = open_forum(sample_engine, "Whole trust")
    assert "Each QI Forum belongs to a directorate." in words_of(app)
    app.selectbox(key="forum-picked").select(NEWHAM).run()
    assert "You are looking at: Newham mental health" in words_of(app)
    assert "Each QI Forum belongs" not in words_of(app)


def test_nothing_is_filed_under_a_directorate_that_nobody_chose(sample_copy, open_forum, words_of):
    app = open_forum(sample_copy, "Whole trust")
    app.text_area[0].set_value("Two teams asked the group.")
    next(b for b in app.button if b.label == "Write it down").click().run()
    assert "Choose the directorate first." in words_of(app)
    assert stored(sample_copy) == []
    next(b for b in app.selectbox if b.label == "Which directorate?").select_index(0)
    next(b for b in app.button if b.label == "Write it down").click().run()
    assert [entry.text for entry in stored(sample_copy)] == ["Two teams asked the group."]


def test_the_slides_can_be_taken_along_as_one_file(sample_engine, open_forum):
    (button,) = open_forum(sample_engine).download_button
    assert button.label == "Download the slides as one file"


def test_a_note_is_stored_like_a_file_and_can_be_taken_back(sample_copy, write, words_of):
    app = write(sample_copy, "Note", text="Two teams asked\nthe group.", measure="big_i_active")
    (entry,) = stored(sample_copy)
    assert (entry.entry_type, entry.measure, entry.entry_date) == ("note", "big_i_active", date.today())
    assert entry.text == "Two teams asked the group."
    assert "Note, Newham mental health: Two teams asked the group." in unescape(words_of(app))
    assert next(box for box in app.text_area).value == ""
    take_back = next(b for b in app.button if b.label.startswith("Take back"))
    assert take_back.label == "Take back :small[Two teams asked the group.]"
    take_back.click().run()
    assert stored(sample_copy) == []
    assert "Nothing is written down yet today." in words_of(app)


def newest_on(engine, measure):
    """The words behind the newest number on a chart of Newham mental health."""
    with reading(engine) as session:
        newham = query_areas(session).find("NMH").id
        (series,) = query_series(session, EVERYTHING, measure, [newham])
    return [entry.text for entry in series.changes[-1].entries]


def test_what_is_decided_promised_and_planned_gets_a_number_on_every_chart(sample_copy, write):
    write(sample_copy, "Decision", text="We ask the group first.")
    write(sample_copy, "Action", text="Write to each team.", owner="QI coach", due=date.today())
    app = write(sample_copy, "Plan", text="Ask two people.", owner="Project lead")
    next(b for b in app.selectbox if b.label == "Which project?").select_index(0)
    next(b for b in app.button if b.label == "Write it down").click().run()
    entries = stored(sample_copy)
    assert [e.entry_type for e in entries] == ["decision", "action", "big_i_plan"]
    for measure in read_definitions():
        assert newest_on(sample_copy, measure) == [e.text for e in entries]


def test_an_action_may_be_numbered_on_one_chart_alone(sample_copy, write):
    write(
        sample_copy, "Action", text="Call them.", owner="QI coach", due=date.today(), measure="fft_positive"
    )
    assert stored(sample_copy)[0].measure == "fft_positive"
    assert newest_on(sample_copy, "fft_positive") == ["Call them."]
    assert newest_on(sample_copy, "big_i_active") != ["Call them."]


def test_an_action_has_an_owner_and_a_day(sample_copy, write):
    write(sample_copy, "Action", text="Write to each team.", owner="QI coach", due=date.today())
    (entry,) = stored(sample_copy)
    assert (entry.entry_type, entry.owner_role, entry.due_date) == ("action", "QI coach", date.today())


def test_a_plan_names_a_project_without_a_seat_and_never_one_that_nobody_chose(sample_copy, write, words_of):
    app = write(sample_copy, "Plan", text="Ask two people.", owner="Project lead")
    assert "Choose a project." in words_of(app)
    assert stored(sample_copy) == []
    next(b for b in app.selectbox if b.label == "Which project?").select_index(0)
    next(b for b in app.button if b.label == "Write it down").click().run()
    (entry,) = stored(sample_copy)
    assert entry.entry_type == "big_i_plan"
    assert entry.project_id.startswith("QI-")


def test_a_change_idea_has_a_prediction_and_later_a_result(sample_copy, write):
    write(sample_copy, "Change idea", title="Try a buddy", prediction="More will stay.")
    (idea,) = stored(sample_copy, ChangeIdea)
    assert (idea.status, idea.prediction, idea.start_date) == ("testing", "More will stay.", date.today())
    write(sample_copy, "Result", idea=idea.idea_id, happened="Two of three stayed.", status="adopted")
    (later,) = stored(sample_copy, ChangeIdea)
    assert later.idea_id == idea.idea_id
    assert (later.status, later.what_happened, later.end_date) == (
        "adopted",
        "Two of three stayed.",
        date.today(),
    )
    assert later.prediction == "More will stay."


@pytest.mark.parametrize(
    ("choice", "answers", "said"),
    [
        ("Note", {"text": ""}, "Write down what was said."),
        ("Action", {"text": "Call somebody."}, "Say who will do it: a role, never a name."),
        ("Action", {"text": "Call somebody."}, "Say by when."),
        ("Change idea", {"prediction": "More come."}, "Write down what we will try."),
        ("Note", {"text": "Ring 020 7946 0958 about it."}, "a phone number"),
    ],
)
def test_a_slip_is_said_in_plain_words_and_leaves_no_trace(
    sample_copy, write, words_of, *, choice, answers, said
):
    app = write(sample_copy, choice, **answers)
    assert said in unescape(words_of(app))
    assert next(box for box in app.text_area).value == next(iter(answers.values()))
    assert stored(sample_copy) == []
    with reading(sample_copy) as session:
        assert session.scalar(select(func.count()).select_from(QuarantinedRow)) == 0


def test_ids_differ_and_never_look_like_a_persons_number():
    ids = {make_id() for _ in range(200)}
    assert len(ids) == 200
    assert not any(sign.isdigit() for one in ids for sign in one)
