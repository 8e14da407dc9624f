import pytest

from sample_data.areas import directorate_of
from sample_data.dialog import DIALOG_COLUMNS

DIRECTORATES = {"CHMH", "NMH", "THMH", "BMH", "LMH"}


def mean(rows):
    answered = sum(int(row["answered"]) for row in rows)
    return sum(int(row["answered"]) * float(row["mean_score"]) for row in rows) / answered


def last_year(rows, *items):
    return [row for row in rows("dialog") if row["month"] >= "2025-11" and int(row["item"]) in items]


def test_columns_and_keys_are_those_of_the_template(rows):
    assert tuple(rows("dialog")[0]) == DIALOG_COLUMNS
    keys = {tuple(row[name] for name in DIALOG_COLUMNS[:5]) for row in rows("dialog")}
    assert len(keys) == len(rows("dialog"))


def test_every_row_passes_the_template(rows):
    for row in rows("dialog"):
        assert row["borough"] in ("", *directorate_of(row["directorate"]).boroughs)
        assert 1 <= int(row["item"]) <= 11
        assert 0 <= int(row["satisfied"]) <= int(row["answered"])
        assert 1 <= float(row["mean_score"]) <= 7
        assert len(row["mean_score"].split(".")[1]) == 2


def test_satisfied_people_and_the_mean_can_both_be_true(rows):
    for row in rows("dialog"):
        answered, satisfied = int(row["answered"]), int(row["satisfied"])
        lowest = (5 * satisfied + (answered - satisfied)) / answered
        highest = (7 * satisfied + 4 * (answered - satisfied)) / answered
        assert lowest < float(row["mean_score"]) < highest


def test_five_directorates_hand_in_eleven_items_a_month(rows):
    months = sorted({row["month"] for row in rows("dialog")})
    assert len(months) >= 48
    assert months[-1] == "2026-10"
    assert {row["directorate"] for row in rows("dialog")} == DIRECTORATES
    found = {(row["month"], row["directorate"]) for row in rows("dialog")}
    expected = {(month, code) for month in months for code in DIRECTORATES}
    assert expected - found == {("2024-11", "LMH"), ("2025-05", "LMH")}
    assert len(rows("dialog")) == 11 * len(found)


def by_month(rows, directorate, *items):
    months = sorted({row["month"] for row in rows("dialog")})
    chosen = [
        [
            row
            for row in rows("dialog")
            if row["month"] == month
            and int(row["item"]) in items
            and directorate in (None, row["directorate"])
        ]
        for month in months
    ]
    return [mean(some) for some in chosen if some]


@pytest.mark.parametrize("items", [(11,), (9, 10, 11)])
def test_scores_of_the_trust_are_steady(rows, items):
    values = by_month(rows, None, *items)
    half = len(values) // 2
    assert abs(sum(values[:half]) / half - sum(values[-half:]) / half) < 0.04
    middle = sum(values) / len(values)
    assert {value > middle for value in values[-7:]} == {True, False}


def test_luton_slowly_improves_in_treatment(rows):
    values = by_month(rows, "LMH", 9, 10, 11)
    assert sum(values[-12:]) / 12 - sum(values[:12]) / 12 > 0.12
    middle = sum(values) / len(values)
    assert all(value > middle for value in values[-7:])


def test_meetings_are_near_5_5_and_treatment_near_5_25(rows):
    assert 5.4 <= mean(last_year(rows, 11)) <= 5.6
    assert 5.15 <= mean(last_year(rows, 9, 10, 11)) <= 5.35
