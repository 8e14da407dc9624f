"""The made-up data load whole, and each story planted in them is found in the figures and in the words."""

from datetime import date

import pytest
from sqlalchemy import func, select

from data_model import Load, QuarantinedRow
from data_model.store import reading
from data_model.terms import FigureState
from loaders.sample import sample_paths
from measures.areas import query_areas
from measures.notes import describe_change, describe_notes
from measures.sentences import describe_series
from measures.series_reader import query_series
from measures.viewer import EVERYTHING


@pytest.fixture
def read(sample_engine):
    def query(measure_id, area, **more):
        with reading(sample_engine) as session:
            area_id = query_areas(session).find(area).id
            return query_series(session, EVERYTHING, measure_id, [area_id], **more)[0]

    return query


def at(series, year, month):
    return next(p for p in series.points if p.period_start == date(year, month, 1))


def test_nothing_is_set_aside(sample_engines):
    with reading(sample_engines) as session:
        assert session.scalar(select(func.count()).select_from(Load)) == len(sample_paths())
        assert session.scalar(select(func.count()).select_from(QuarantinedRow)) == 0
        assert session.scalar(select(func.sum(Load.rows_quarantined))) == 0


def test_london_community_reaches_everybody(read):
    series = read("big_i_active", "London community health", last_shown=date(2025, 9, 1))
    shares = {(y, m): at(series, y, m) for y, m in ((2022, 4), (2025, 6), (2025, 7), (2025, 8), (2025, 9))}
    assert round(100 * shares[2022, 4].value) == 42
    assert [(p.numerator, p.denominator) for p in list(shares.values())[2:]] == [(15, 15), (16, 16), (19, 19)]
    assert shares[2025, 6].value < 1
    assert describe_series(series) == (
        "All 19 projects had a service user or carer on the team. This has been so for 3 months."
    )
    assert not any("will not reach" in note for note in describe_notes(series))


def test_the_trust_stands_at_forty_percent_of_131_projects(read):
    assert round(100 * at(read("big_i_active", "RWK"), 2024, 2).value) == 40
    assert at(read("active_projects", "RWK"), 2024, 2).value == 131


def test_one_directorate_is_unchanged(read):
    words = describe_series(read("big_i_active", "City and Hackney mental health"))
    assert words.endswith("That is normal here: there is no sign of real change.")
    assert any("will not reach 70%" in n for n in describe_notes(read("big_i_active", "C&H")))


def test_one_directorate_has_a_single_surprising_month(read):
    series = read("big_i_active", "Addictions")
    assert describe_series(series).startswith("October 2026 was unusually high: 11 of 13 projects.")
    assert list(series.result.cause).count("U") == 1


def test_one_directorate_gets_worse(read):
    words = describe_series(read("big_i_active", "Bedfordshire mental health"))
    assert "are all below the usual range" in words
    assert words.endswith("This needs a conversation.")


def test_one_directorate_is_new_with_six_points(read):
    series = read("big_i_active", "Primary care")
    assert len(series.observed) == 6
    assert describe_series(series).endswith("These are early limits and will move.")
    five = read("big_i_active", "Primary care", last_shown=date(2026, 9, 1))
    assert describe_series(five) == "It is too soon to show a pattern. We have 5 months and need at least 6."


def test_one_directorate_has_missing_months(read):
    series = read("fft_positive", "Luton mental health")
    assert at(series, 2025, 5).state == FigureState.MISSING
    assert any(note.startswith("No figures for") and "May 2025" in note for note in describe_notes(series))


def test_one_directorate_has_small_numbers(read):
    series = read("fft_positive", "Forensics")
    hidden = [p for p in series.points if p.state == FigureState.SUPPRESSED]
    assert hidden
    assert all(p.numerator is None and p.denominator is None and p.value is None for p in hidden)
    assert "We hide numbers below 5 so nobody can be recognised." in describe_notes(series)


def test_the_question_change_makes_two_phases(read):
    series = read("fft_positive", "RWK")
    old, new = at(series, 2020, 3), at(series, 2020, 12)
    phases = dict(zip([p.period_start for p in series.points], series.result.phase, strict=True))
    assert phases[old.period_start] != phases[new.period_start]
    assert at(series, 2020, 8).state == FigureState.MISSING
    assert "The question changed here, so do not compare before and after." in describe_notes(series)


def test_dialog_stands_where_it_was_planted(read):
    meetings, treatment = (
        read("dialog_meetings", "RWK").last.value,
        read("dialog_treatment", "RWK").last.value,
    )
    assert meetings == pytest.approx(5.5, abs=0.15)
    assert treatment == pytest.approx(5.25, abs=0.15)


def test_information_packs_were_followed_by_more_big_i(read):
    series = read("big_i_new", "Tower Hamlets mental health")
    assert series.period == "quarter"
    assert describe_series(series).endswith("This is a real change, not just ups and downs.")
    packs = next(m for m in series.changes if m.title.startswith("Information packs"))
    words = describe_change(series, packs)
    assert words.startswith("Information packs for new project teams began in June 2023.")
    assert words.endswith("Other things may have helped too.")


def test_many_not_recorded_is_said(read):
    notes = describe_notes(read("big_i_active", "Child and adolescent mental health"))
    assert any(n.startswith("We do not know about") and "The true share is between" in n for n in notes)


def test_a_change_of_question_is_only_said_where_it_is_drawn(read):
    changed = "The question changed here, so do not compare before and after."
    assert changed not in describe_notes(read("fft_positive", "RWK", first_shown=date(2024, 1, 1)))


def test_one_directorate_feels_less_heard_of_late(read):
    words = describe_series(read("voice_heard", "Bedfordshire mental health"))
    assert words.startswith("Fewer people feel heard: the last 8 months are all below the usual level")
    for area in ("RWK", "C&H", "Newham mental health", "Tower Hamlets mental health"):
        assert "no sign of real change" in describe_series(read("voice_heard", area)), area


def test_few_people_answer_in_one_directorate_and_for_a_short_time_in_another(read):
    small = read("voice_heard", "Forensics")
    assert small.period == "quarter"
    assert sum(p.state == FigureState.SUPPRESSED for p in small.points) >= 3
    new = describe_series(read("voice_heard", "Primary care"))
    assert new == "It is too soon to show a pattern. We have 4 months and need at least 6."


def test_payment_got_better_after_a_change(read):
    series = read("paid_on_time", "RWK")
    assert describe_series(series).endswith("This is a real change, not just ups and downs.")
    fridays = next(m for m in series.changes if m.title.startswith("Friday payments"))
    assert describe_change(series, fridays).startswith("Friday payments by one team began in February 2025.")


def test_who_joined_lately_is_too_early_to_count(read):
    series = read("staying_involved", "RWK")
    early = [p.period_start for p in series.points if p.state == FigureState.TOO_EARLY]
    assert early == [date(2026, 4, 1), date(2026, 7, 1), date(2026, 10, 1)]
    assert "no sign of real change" in describe_series(series)
