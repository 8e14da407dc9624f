from collections import defaultdict

import pytest

from sample_data.areas import directorate_of, teams_of
from sample_data.fft import FFT_COLUMNS, FIRST_NEW_MONTH, LAST_OLD_MONTH

ANSWERS = FFT_COLUMNS[4:]


@pytest.fixture(scope="module")
def counts(rows):
    """(positive, answers) by directorate and month."""
    sums = defaultdict(lambda: [0, 0])
    for row in rows("fft"):
        cell = sums[row["directorate"], row["month"]]
        cell[0] += int(row["very_good"]) + int(row["good"])
        cell[1] += sum(int(row[name]) for name in ANSWERS)
    return {key: tuple(cell) for key, cell in sums.items()}


def level(counts, months):
    chosen = [cell for (_, month), cell in counts.items() if month in months]
    return sum(positive for positive, _ in chosen) / sum(answers for _, answers in chosen)


def test_columns_and_keys_are_those_of_the_template(rows):
    assert tuple(rows("fft")[0]) == FFT_COLUMNS
    keys = [tuple(row[name] for name in FFT_COLUMNS[:4]) for row in rows("fft")]
    assert len(keys) == len(set(keys))


def test_rows_of_a_directorate_and_month_never_overlap(rows):
    shapes = defaultdict(set)
    for row in rows("fft"):
        directorate = directorate_of(row["directorate"])
        teams = {team.code: team.borough for team in teams_of(directorate.code)}
        assert row["borough"] in ("", *directorate.boroughs)
        assert not row["team"] or teams[row["team"]] == row["borough"]
        shape = (
            "team"
            if row["team"]
            else ("borough" if len(directorate.boroughs) > 1 and row["borough"] else "whole")
        )
        shapes[row["directorate"], row["month"]].add(shape)
    assert {len(found) for found in shapes.values()} == {1}
    assert set().union(*shapes.values()) == {"team", "borough", "whole"}


def test_question_changed_with_a_pause_between(rows):
    months = sorted({row["month"] for row in rows("fft")})
    old = [month for month in months if month <= LAST_OLD_MONTH]
    new = [month for month in months if month >= FIRST_NEW_MONTH]
    assert (old[0], old[-1], len(old)) == ("2019-04", "2020-03", 12)
    assert (new[0], new[-1], len(new)) == ("2020-12", "2026-10", 71)
    assert months == old + new


def test_levels_before_and_after_the_change_are_plainly_different(counts):
    months = sorted({month for _, month in counts})
    old, new = months[:12], months[12:]
    assert abs(level(counts, old) - 0.85) < 0.01
    assert abs(level(counts, new) - 0.88) < 0.01
    below = sum(level(counts, [month]) < level(counts, new) for month in old)
    assert below >= 11


def test_luton_has_two_months_missing(counts):
    new = {month for _, month in counts if month >= FIRST_NEW_MONTH}
    luton = {month for directorate, month in counts if directorate == "LMH"}
    assert new - luton == {"2024-11", "2025-05"}


def test_forensics_is_small_and_often_alone_under_the_threshold(counts):
    small = defaultdict(set)
    for (directorate, month), (_, answers) in counts.items():
        assert answers >= 1
        if answers < 5:
            small[month].add(directorate)
    assert len(small) >= 10
    assert set().union(*small.values()) == {"FOR"}
    assert any(month >= "2025-11" for month in small)
    forensics = [answers for (directorate, _), (_, answers) in counts.items() if directorate == "FOR"]
    assert sum(answers >= 5 for answers in forensics) > sum(answers < 5 for answers in forensics)


def test_teams_of_other_directorates_are_large_enough_to_show(rows):
    others = [row for row in rows("fft") if row["directorate"] != "FOR"]
    assert min(sum(int(row[name]) for name in ANSWERS) for row in others) >= 5


def test_corporate_has_no_answers_and_primary_care_only_since_it_began(counts):
    assert "CORP" not in {directorate for directorate, _ in counts}
    assert min(month for directorate, month in counts if directorate == "PC") == "2026-05"
