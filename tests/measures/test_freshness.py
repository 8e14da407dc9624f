from datetime import date

import pytest

from data_model.store import reading
from measures.freshness import Freshness, query_freshness


@pytest.fixture
def found(near_people, load_rows):
    load_rows(
        "fft",
        "month,directorate,borough,team,very_good,good,neither,poor,very_poor,dont_know\n"
        "2026-02,NMH,,,9,1,0,0,0,0\n2026-03,LCH,,,9,1,0,0,0,0\n",
    )

    def ask(day):
        with reading(near_people) as session:
            return {each.kind: each for each in query_freshness(session, day)}

    return ask


def test_months_end_on_their_last_day_and_exports_on_their_own(found):
    fresh = found(date(2026, 5, 15))
    assert fresh["fft"] == Freshness("fft", date(2026, 3, 31), 45)
    assert fresh["qi_projects"] == Freshness("qi_projects", date(2026, 4, 30), 15)
    assert fresh["workshops"].last is None


def test_late_is_more_than_45_days(found):
    assert not found(date(2026, 5, 15))["fft"].is_late
    assert found(date(2026, 5, 16))["fft"].is_late
    assert not found(date(2026, 5, 16))["workshops"].is_late


def test_the_oldest_comes_first_and_what_never_came_last(found):
    assert list(found(date(2026, 6, 1)))[:2] == ["fft", "qi_projects"]


def test_a_month_that_is_not_over_is_not_in_the_future(found):
    assert found(date(2026, 3, 10))["fft"] == Freshness("fft", date(2026, 3, 10), 0)
