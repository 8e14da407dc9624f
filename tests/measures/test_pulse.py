"""The answers of a year: they rest on what the chart of `voice_heard` shows, and on nothing else."""

import re
from datetime import date

import pytest

from data_model.store import reading
from data_model.terms import AreaType, FigureState, PulseQuestion
from docs.generate_sentences import LIMITS, reading_age
from measures.areas import query_areas
from measures.disclosure import AnswerGroup
from measures.pulse import (
    AnswerBar,
    PulseAnswers,
    build_answers_table,
    describe_bar,
    describe_pulse,
    describe_pulse_notes,
    describe_pulse_working,
    query_pulse_answers,
)
from measures.series_reader import query_series
from measures.viewer import EVERYTHING, Viewer

HEADINGS = "month,directorate,borough,question,strongly_disagree,disagree,neither,agree,strongly_agree\n"


def bar(question, *counts, hidden=False):
    groups = tuple(AnswerGroup(n, n, count) for n, count in enumerate(counts))
    return AnswerBar(PulseQuestion(question), groups, hidden)


@pytest.fixture
def year(make_series):
    """A year of made-up answers with these bars."""

    def make(*bars, left_out=0, last=date(2026, 10, 1)):
        return PulseAnswers(make_series("voice_heard", [70], [100]), date(2025, 11, 1), last, left_out, bars)

    return make


@pytest.fixture
def answers_of(near_people):
    def read(code, viewer=EVERYTHING):
        with reading(near_people) as session:
            area = query_areas(session).find(code)
            (heard,) = query_series(session, EVERYTHING, "voice_heard", [area.id])
            return query_pulse_answers(session, viewer, heard)

    return read


def test_in_every_area_the_bar_is_the_sum_of_what_the_chart_shows(sample_engines):
    with reading(sample_engines) as session:
        hidden = 0
        for heard in query_series(session, EVERYTHING, "voice_heard"):
            year = [p for p in heard.points if p.state != FigureState.TOO_EARLY]
            shown = [p for p in year[-{"month": 12, "quarter": 4}[heard.period] :] if p.value is not None]
            found = query_pulse_answers(session, EVERYTHING, heard)
            first = found.bars[0]
            assert first.question == "heard"
            assert (first.agreed, first.answers) == (
                sum(p.numerator for p in shown), sum(p.denominator for p in shown),
            ), heard.area.name  # fmt: skip
            hidden += found.left_out
        assert hidden > 0, "some area has a period that is left out"


def test_a_month_that_is_hidden_is_left_out_of_every_bar(load_rows, answers_of):
    busy = "".join(
        f"2026-{month:02d},NMH,,{question},5,5,5,20,20\n"
        for month in (1, 2, 3)
        for question in ("heard", "paid")
    )
    load_rows("pulse", f"{HEADINGS}{busy}2026-04,NMH,,heard,0,0,1,2,1\n2026-04,NMH,,paid,0,0,0,3,9\n")
    found = answers_of("NMH")
    assert (found.first, found.last, found.left_out) == (date(2026, 1, 1), date(2026, 3, 1), 1)
    assert [b.answers for b in found.bars] == [165, 0, 165, 0]
    assert "1 month of this year" in describe_pulse_notes(found)[1]


def test_a_row_that_was_hidden_in_its_file_adds_nothing(load_rows, answers_of):
    rows = "2026-01,LCH,B-NE,heard,5,5,5,20,20\n2026-01,LCH,B-TH,heard,*,*,*,*,*\n"
    load_rows("pulse", HEADINGS + rows)
    assert answers_of("LCH").bars[0].answers == 55
    assert answers_of("B-TH") is None


def test_only_who_may_see_an_area_gets_its_answers(load_rows, answers_of):
    load_rows("pulse", HEADINGS + "2026-01,NMH,,heard,5,5,5,20,20\n")
    assert answers_of("NMH") is not None
    assert answers_of("NMH", Viewer("test", frozenset())) is None
    assert answers_of("LCH") is None


def test_the_sentence_names_what_people_agree_with_most_and_least(year):
    bars = bar("heard", 10, 10, 10, 40, 30), bar("supported", 5, 5, 5, 40, 30), bar("paid", hidden=True)
    assert describe_pulse(year(*bars)) == (
        "People agree most often with “I felt supported”: 70 of 85 answers. "
        "They agree least often with “My voice was heard”: 70 of 100 answers."
    )


def test_one_bar_and_equal_bars_and_none(year):
    heard, stay = bar("heard", 5, 5, 5, 10, 10), bar("stay", 5, 5, 5, 10, 10)
    alone = year(heard, last=date(2025, 11, 1))
    assert describe_pulse(alone) == "20 of 35 answers agree with “My voice was heard”."
    assert describe_pulse_notes(alone) == ["Answers in November 2025."]
    assert "equally often" in describe_pulse(year(heard, stay))
    assert describe_pulse(year(bar("heard", hidden=True))) == (
        "We hide numbers below 5 so nobody can be recognised."
    )
    assert (
        describe_pulse(year(bar("heard"))) == describe_pulse(None) == "We have no answers to show here yet."
    )


def test_a_bar_says_its_counts_or_why_there_are_none(year):
    heard = bar("heard", 0, 0, 5, 10, 10)
    assert describe_bar(heard, year(heard)) == "20 of 25 agree (80%)"
    nobody = bar("paid")
    assert describe_bar(nobody, year(nobody)) == "no answers"
    assert describe_bar(bar("paid", hidden=True), year(nobody)) == "hidden: too few answers"


def test_the_table_tells_what_is_put_together_as_one(year):
    joined = AnswerBar(PulseQuestion.HEARD, (AnswerGroup(0, 2, 9), AnswerGroup(3, 4, 12)), False)
    table = build_answers_table(year(joined))
    assert table.to_dict("list") == {
        "Sentence": ["My voice was heard"] * 2,
        "Answer": ["neither, or disagree", "agree or strongly agree"],
        "How many": ["9", "12"],
        "Out of": ["21", "21"],
    }
    assert "with the one beside them" in describe_pulse_notes(year(joined))[1]


def test_all_that_is_said_is_short_and_easy_to_read(sample_engine):
    with reading(sample_engine) as session:
        trust = query_areas(session).of_type(AreaType.TRUST)[0]
        (heard,) = query_series(session, EVERYTHING, "voice_heard", [trust.id])
        found = query_pulse_answers(session, EVERYTHING, heard)
    words = describe_pulse(found)
    assert all(len(s.split()) <= 30 for s in re.split(r"(?<=[.])\s", words))
    working = " ".join(text for _, text in describe_pulse_working(found))
    for said in (words, working):
        assert reading_age(said) <= LIMITS["local"], said
