"""The slides of a forum's meeting in the order of its agenda: the same on the wall and in the file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from charts.spc_chart import build_spc_chart
from data_model.terms import ChangeIdeaStatus, ForumEntryType, Teller
from exports.slides import Slide
from measures.context import ChangeMark
from measures.forum import Action, ActionState
from measures.notes import describe_age, describe_more, end_sentence, name_entry
from measures.periods import write_period
from measures.sentences import describe_series
from measures.series import MeasureSeries
from measures.writing import count_of, describe_point
from ui.forum_reads import Forum
from ui.forum_words import AGREEMENT, describe_counts, describe_who, shorten

_MOST_PROJECTS, _MOST_PLANS, _MOST_IDEAS, _MOST_ACTIONS, _MOST_DECISIONS, _MOST_MARKS = 5, 4, 2, 5, 5, 3
_TITLE, TEXT, _MARK, _OLDER_MARK, _STORY = 64, 84, 42, 21, 420  # signs
_DAYS_IN_MONTH = 30.44
_TOLD_BY = {Teller.STAFF: "member of staff"}


class Item(NamedTuple):
    """One item of the agenda: its name, its minutes, and what builds its slide."""

    name: str
    minutes: int
    build: Callable[[Forum], Slide]


def build_slides(forum: Forum) -> tuple[Slide, ...]:
    """One slide an item of `AGENDA`, in its order."""
    return tuple(item.build(forum) for item in AGENDA)


def find_series(forum: Forum, number: int) -> MeasureSeries | None:
    """The series behind the chart of slide ``number``, counted from 1; None where there is no chart."""
    series = {SEAT: forum.seat, FEEL: forum.feel}.get(number)
    return series if series is not None and series.last is not None else None


def _welcome(forum: Forum) -> Slide:
    return Slide(
        f"Welcome to the QI Forum: {forum.area.name}",
        "What shall we decide today about involvement?",
        points=AGREEMENT,
        note=f"{write_period(forum.day, 'event')}.",
    )


def _story(forum: Forum) -> Slide:
    story = forum.story
    if story is None:
        return Slide(
            "A story",
            "There is no story here that we may show today.",
            points=("Would somebody like to tell us how it was to take part?",),
        )
    teller, given = _TOLD_BY.get(story.told_by, story.told_by), write_period(story.consent_date, "event")
    note = f"Told by a {teller}. Shown with consent of {given}."
    return Slide(story.title, shorten(story.story, _STORY), note=note)


def _seat(forum: Forum) -> Slide:
    new = forum.new
    flow = []
    if new.last is not None:
        flow = [f"Just started: {describe_point(new.last, new.definition)}, {new.when(new.last)}."]
    return _charted("Who has a seat on the team?", forum.seat, flow)


def _feel(forum: Forum) -> Slide:
    if forum.feel is None:
        return Slide("How does it feel?", "We have no figures here yet.", points=("How does it feel to us?",))
    return _charted(forum.feel.definition.question, forum.feel, [])


def _charted(heading: str, series: MeasureSeries, more: list[str]) -> Slide:
    """A chart with its sentence and the last things that are numbered on it."""
    if series.last is None:
        return Slide(heading, describe_series(series), points=more)
    picture, points = build_spc_chart(series, size="screen"), (*more, *_describe_marks(series.changes))
    return Slide(heading, describe_series(series), picture, points=points, note=describe_age(series))


def _describe_marks(changes: Sequence[ChangeMark]) -> list[str]:
    """What each number on the chart means, so that none stands there unsaid.

    The newest has two lines of a wall, the others one; the chart says when. Where there are too many for
    it, the oldest are named where there is room.
    """
    # Two have room for two lines each.
    roomy = len(changes) < _MOST_MARKS
    found = [f"{m.number}: {_describe_mark(m, is_newest=roomy or m is changes[-1])}" for m in changes]
    if len(found) <= _MOST_MARKS:
        return found
    last = changes[-_MOST_MARKS].number
    return [f"1 to {last}: on the page of this measure", *found[1 - _MOST_MARKS :]]


def _describe_mark(mark: ChangeMark, *, is_newest: bool) -> str:
    """A change idea by its title; a meeting by what it wrote down last, which the room has just heard."""
    longest = _MARK if is_newest else _OLDER_MARK
    if not mark.entries:
        return shorten(mark.title.rstrip("."), longest)
    last = mark.entries[-1]
    is_plan = last.entry_type == ForumEntryType.BIG_I_PLAN
    said = f"{name_entry(last)}: {last.text}" if is_plan else last.text
    others = len(mark.entries) - 1
    if not others:
        return shorten(said.rstrip("."), longest)
    more = describe_more(others) if is_newest else f"+{others}"
    return f"{shorten(end_sentence(said), longest - len(more) - 1)} {more}"


def _without_seat(forum: Forum) -> Slide:
    heading, found = "Which projects have no seat yet?", forum.without_seat
    if not found:
        return Slide(heading, "Every active project has a service user or carer on the team.")
    rows = [
        (
            shorten(project.title, _TITLE),
            project.involvement.replace("_", " "),
            count_of(max(round(project.age_days / _DAYS_IN_MONTH), 1), "month"),
        )
        for project in found[:_MOST_PROJECTS]
    ]
    counted = "1 project has" if len(found) == 1 else f"{len(found)} projects have"
    order = "" if len(found) == 1 else " The oldest come first."
    return Slide(
        heading,
        f"{counted} no seat.{order}",
        columns=("Project", "Now", "Age"),
        rows=rows,
        note=_left_out(len(found), _MOST_PROJECTS),
    )


def _plans(forum: Forum) -> Slide:
    found = [e for e in forum.entries if e.entry_type == ForumEntryType.BIG_I_PLAN]
    heading = "What are our plans for Big I?"
    if not found:
        return Slide(heading, "There is no plan yet. Which project is first?")
    points = [
        f"{shorten(e.project_title or e.project_id or '', _TITLE)}: {shorten(e.text, TEXT)} {describe_who(e)}"
        for e in found[:_MOST_PLANS]
    ]
    message = "Each plan says who asks whom to join the team, and by when."
    return Slide(heading, message, points=points, note=_left_out(len(found), _MOST_PLANS))


def _ideas(forum: Forum) -> Slide:
    heading, found = "What did we try, and what happened?", forum.ideas
    if not found:
        return Slide(heading, "No change idea is written down yet. What could we try by next week?")
    newest = sorted(found, key=lambda idea: idea.status != ChangeIdeaStatus.TESTING)[:_MOST_IDEAS]
    rows = [
        (
            f"{shorten(i.title, _TITLE)} ({i.status} since {write_period(i.start_date, 'month')})"
            if i.status == ChangeIdeaStatus.TESTING
            else f"{shorten(i.title, _TITLE)} ({i.status})",
            shorten(i.prediction, TEXT) or "not written down",
            shorten(i.what_happened, TEXT) or "not known yet",
        )
        for i in newest
    ]
    columns = ("We try", "We expect", "What happened")
    return Slide(
        heading, "What is our next test?", columns=columns, rows=rows, note=_left_out(len(found), _MOST_IDEAS)
    )


def pick_actions(forum: Forum) -> list[Action]:
    """The actions that a slide has room for: late, due, done; the last one done today keeps its place."""
    done = [a for a in forum.actions if a.state == ActionState.DONE]
    still_open = [a for a in forum.actions if a.state != ActionState.DONE]
    of_today = sum(a.entry.done_date == forum.day for a in done[:1])
    return [*still_open[: _MOST_ACTIONS - of_today], *done][:_MOST_ACTIONS]


def _actions(forum: Forum) -> Slide:
    heading, found = "What did we say we would do?", forum.actions
    if not found:
        return Slide(heading, "No action is open.")
    rows = [
        (a.state.capitalize(), shorten(a.entry.text, TEXT), describe_who(a.entry))
        for a in pick_actions(forum)
    ]
    return Slide(
        heading,
        describe_counts(found),
        columns=("", "What", "Who and by when"),
        rows=rows,
        note=_left_out(len(found), _MOST_ACTIONS),
    )


def _decide(forum: Forum) -> Slide:
    found = [f"{c.what.capitalize()}: {shorten(c.text, TEXT)}" for c in forum.captured]
    meeting = forum.next_meeting
    after = f"Next: {meeting.title}, {write_period(meeting.meeting_date, 'event')}." if meeting else ""
    message = "Written down today:" if found else "Nothing is written down yet today."
    left_out = _left_out(len(found), _MOST_DECISIONS)
    note = " ".join(part for part in (left_out, after) if part)
    return Slide("What did we decide?", message, points=found[:_MOST_DECISIONS], note=note)


def _left_out(found: int, most: int) -> str:
    return f"{found - most} more." if found > most else ""


AGENDA = (
    Item("Welcome and what we agree", 5, _welcome),
    Item("A story", 5, _story),
    Item("Who has a seat on the team? (Big I)", 10, _seat),
    Item("How does it feel?", 5, _feel),
    Item("Projects with no seat yet", 10, _without_seat),
    Item("Plans for Big I", 5, _plans),
    Item("Change ideas: what we tried, what next", 10, _ideas),
    Item("Actions: done, due, late", 5, _actions),
    Item("What did we decide?", 5, _decide),
)
SEAT, FEEL, PLANS, IDEAS, ACTIONS, DECIDE = 3, 4, 6, 7, 8, 9
