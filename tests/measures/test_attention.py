"""At most five things to talk about: what is chosen, in which order, and that nothing is made up."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data_model.terms import AreaType, FigureState, ForumEntryType
from measures.areas import AreaRef
from measures.attention import (
    MOST_THINGS,
    Reason,
    count_left_out,
    describe_attention,
    find_things_to_talk_about,
)
from measures.context import ChangeMark
from measures.examples import DATA_AS_AT, SHAPES, build_example, build_series
from measures.forum import Action, ActionState, ForumEntry
from measures.sentences import describe_series
from measures.standing import find_assurance

MEASURES = ["big_i_active", "big_i_new", "fft_positive"]
NAMES = ("Addictions", "Forensics", "Luton mental health", "Newham mental health", "Primary care", "Trust")
WOBBLE = [16, 20, 18, 19, 17, 19, 16, 20, 17, 18] * 3
WORSE, BETTER, ALL = [20, 19] * 12 + [13] * 8, [16, 17] * 12 + [24] * 8, [*WOBBLE, 40, 40, 40]


def area(name):
    kind = AreaType.TRUST if name == "Trust" else AreaType.DIRECTORATE
    return AreaRef(NAMES.index(name) + 1, name[:4].upper(), name, kind, None, frozenset())


def at(name, tops=WOBBLE, measure="big_i_new", **more):
    return build_series(measure, tops, [40] * len(tops), period="month", area=area(name), **more)


def action(text, due, state, measure="big_i_new", directorate="Forensics"):
    entry = ForumEntry(
        text, ForumEntryType.ACTION, date(2026, 9, 1), directorate, None, measure, None, None, text,
        "Service manager", due, None, 1, None, 1,
    )  # fmt: skip
    return Action(entry, state)


def find(*found, actions=()):
    return find_things_to_talk_about(found, MEASURES, actions)


def test_each_reason_in_its_order():
    silent = at("Luton mental health", [*WOBBLE, None, None], "fft_positive")
    late = action("Ask each team for one name", date(2026, 11, 2), ActionState.LATE)
    things = find(
        at("Newham mental health", BETTER), silent, at("Addictions", target=0.9), at("Forensics", WORSE),
        actions=[late],
    )  # fmt: skip
    assert [t.reason for t in things] == list(Reason)
    assert things[0].sentence.endswith("This needs a conversation.")
    assert things[1].sentence.startswith("If nothing changes it will not reach 90%.")
    assert things[2].sentence == "Ask each team for one name. It was due on 2 November 2026."
    assert (things[2].owner, things[2].due) == ("Service manager", date(2026, 11, 2))
    assert things[3].sentence == "No figures for the last 2 months."
    assert things[4].sentence.endswith("This is a real change, not just ups and downs.")


def test_the_trust_stands_before_its_directorates_and_measures_in_the_order_given():
    found = [at(n, WORSE, m) for m in ("fft_positive", "big_i_new") for n in ("Addictions", "Trust")]
    things = find(*found)
    assert [(t.series.definition.id, t.area_name) for t in things] == [
        ("big_i_new", "Trust"), ("big_i_new", "Addictions"), ("fft_positive", "Trust"),
        ("fft_positive", "Addictions"),
    ]  # fmt: skip


def test_many_of_one_kind_hide_no_other():
    late = [action("Call.", date(2026, 10, 1), ActionState.LATE)]
    found = [*(at(n, WORSE) for n in NAMES), at("Luton mental health", ALL, "fft_positive")]
    assert [t.reason for t in find(*found, actions=late)] == [
        *[Reason.WORSE] * 3, Reason.OVERDUE, Reason.CELEBRATE,
    ]  # fmt: skip


def test_one_place_is_kept_for_something_to_celebrate_and_the_rest_is_counted():
    found = [*(at(n, WORSE) for n in NAMES), at("Luton mental health", ALL, "fft_positive")]
    things = find(*found)
    assert [t.reason for t in things] == [Reason.WORSE] * 4 + [Reason.CELEBRATE]
    assert count_left_out(found, things) == 2


def test_a_measure_is_celebrated_once_and_a_real_change_before_a_steady_all():
    things = find(at("Addictions", ALL), at("Luton mental health", BETTER), at("Forensics", BETTER))
    assert [t.area_name for t in things] == ["Forensics"]


def test_late_actions_are_one_thing_that_names_the_oldest():
    days = [date(2026, 11, 2), date(2026, 10, 1), date(2026, 11, 3)]
    late = [action(f"Late {n}.", day, ActionState.LATE) for n, day in enumerate(days)]
    (thing,) = find(actions=late)
    assert thing.sentence == "Late 1. It was due on 1 October 2026. 2 more actions are late."
    assert find(actions=late[:2])[0].sentence.endswith("1 more action is late.")


def test_one_unusual_month_is_no_thing():
    assert find(at("Addictions", [*WOBBLE, 2]), at("Forensics", [*WOBBLE, 38])) == []


def test_a_change_is_no_news_where_newer_figures_are_missing_or_hidden():
    states = {len(WORSE): FigureState.SUPPRESSED}
    assert (
        find(at("Addictions", [*WORSE, None], "big_i_new"), at("Forensics", [*WORSE, 3], states=states)) == []
    )


def test_measures_without_new_figures_are_one_thing():
    old = date(2026, 8, 31)
    found = [at("Trust", measure=m, data_as_at=old) for m in MEASURES]
    (thing,) = find(*found, at("Addictions", measure="fft_positive", data_as_at=old))
    assert (thing.reason, thing.area_name) == (Reason.MISSING, "Whole trust")
    assert thing.sentence == "3 measures: the newest figures are from 31 August 2026."


def test_what_is_being_done_who_does_it_and_by_when():
    marks = tuple(
        ChangeMark(n, f"idea-{n}", title, date(2026, 6, 1), end, status)
        for n, (title, end, status) in enumerate(
            [
                ("Buddies", None, "testing"),
                ("Packs", None, "adopted"),
                ("Over by now", date(2026, 7, 1), "testing"),
                ("Not begun", None, "planned"),
            ],
            start=1,
        )
    )
    due = action("Ask each team for one name", date(2026, 12, 1), ActionState.DUE)
    other = action("About something else", date(2026, 11, 30), ActionState.DUE, measure="fft_positive")
    done = action("Done before", date(2026, 11, 30), ActionState.DONE)
    worse, better = (at(n, t, changes=marks) for n, t in (("Forensics", WORSE), ("Addictions", BETTER)))
    first, last = find(worse, better, actions=[other, done, due])
    assert first.doing == ("Buddies (since June 2026)", "Ask each team for one name")
    assert (first.owner, first.due) == ("Service manager", date(2026, 12, 1))
    # What is late is somebody's still; what is due comes before it.
    late = action("Write to all", date(2026, 11, 2), ActionState.LATE)
    assert find(worse, actions=[late, due])[0].doing == first.doing
    named = find(worse, actions=[late])[0]
    assert named.doing == ("Buddies (since June 2026)", "Write to all (late)")
    assert (named.owner, named.due) == ("Service manager", date(2026, 11, 2))
    assert last.doing == (
        "Buddies (from June 2026)",
        "Packs (from June 2026)",
        "Over by now (from June 2026)",
    )
    assert (last.owner, last.due) == ("", None)


@pytest.mark.parametrize(
    ("tops", "words"),
    [
        ([WOBBLE, WOBBLE], "None of 2 figures shows a real change. They go up and down as usual."),
        (
            [WORSE, BETTER, BETTER, WOBBLE],
            "Of 4 figures, 1 shows a real change for the worse and 2 for the better. "
            "For the others there is no sign of real change.",
        ),
        ([WOBBLE[:4]], "It is too early to say where we need to act."),
    ],
)
def test_one_sentence_for_the_trust(tops, words):
    assert describe_attention([at(n, t) for n, t in zip(NAMES, tops, strict=False)]) == words


cells = st.tuples(st.sampled_from(MEASURES), st.sampled_from(NAMES))
made = st.tuples(st.sampled_from(SHAPES), st.sampled_from([None, 0.2, 0.9]), st.sampled_from([0, 60]))
BUILT = {}


def build(cell, shape, target, days_old):
    key = (cell, shape.name, target, days_old)
    if key not in BUILT:
        measure, name = cell
        tops = [None if s is None else round(s * 100) for s in shape.shares]
        old = date.fromordinal(DATA_AS_AT.toordinal() - days_old)
        series = build_series(measure, tops, [100] * len(tops), target=target, data_as_at=old)
        BUILT[key] = replace(series, area=area(name))
    return BUILT[key]


days = st.dates(date(2026, 9, 1), date(2026, 12, 31))
agreed = st.builds(
    action, st.text("abc", min_size=1, max_size=3), days, st.sampled_from(ActionState),
    st.sampled_from(MEASURES), st.sampled_from(NAMES),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.dictionaries(cells, made, max_size=12),
    st.lists(agreed, max_size=4, unique_by=lambda a: a.entry.text),
    st.randoms(use_true_random=False),
)
def test_never_more_than_five_nothing_made_up_and_a_stable_order(chosen, actions, shuffler):
    found = [build(cell, *what) for cell, what in chosen.items()]
    things = find_things_to_talk_about(found, MEASURES, actions)
    assert len(things) <= MOST_THINGS
    order = [list(Reason).index(t.reason) for t in things]
    assert order == sorted(order)
    everything = find_things_to_talk_about(found, MEASURES, actions, most=1000)
    assert {t.reason for t in things} == {t.reason for t in everything}
    assert len(things) == min(MOST_THINGS, len(everything))
    assert [t for t in everything if t in things] == things
    for t in things:
        if t.reason == Reason.WORSE:
            last = t.series.observed[-1]
            assert t.series.result.special_cause[last] == "concern"
            assert any(t.series.result.hits[r][last] for r in t.series.definition.deciding_rules)
        if t.reason == Reason.CELEBRATE and "real change" in t.sentence:
            assert t.series.result.special_cause[t.series.observed[-1]] == "improvement"
        if t.reason in (Reason.WORSE, Reason.CELEBRATE):
            assert t.sentence == describe_series(t.series)
        if t.reason == Reason.TARGET:
            assert find_assurance(t.series) == "fail"
        if t.reason == Reason.OVERDUE:
            assert any(a.state == ActionState.LATE and a.entry.text in t.sentence for a in actions)
    mixed, mixed_actions = list(found), list(actions)
    shuffler.shuffle(mixed)
    shuffler.shuffle(mixed_actions)
    assert find_things_to_talk_about(mixed, MEASURES, mixed_actions) == things


def test_every_example_shape_alone_is_at_most_one_thing():
    counts = [len(find(build_example("big_i_new", shape))) for shape in SHAPES]
    assert max(counts) == 1
    assert sum(counts) >= 3
