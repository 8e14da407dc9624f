from collections import defaultdict

import pytest

from sample_data.areas import directorate_of
from sample_data.pulse import PULSE_COLUMNS

ANSWERS = PULSE_COLUMNS[5:]


@pytest.fixture(scope="module")
def heard(rows):
    """(agree, answers) to "my voice was heard" by directorate and month."""
    sums = defaultdict(lambda: [0, 0])
    for row in rows("pulse"):
        if row["question"] == "heard":
            cell = sums[row["directorate"], row["month"]]
            cell[0] += int(row["agree"]) + int(row["strongly_agree"])
            cell[1] += sum(int(row[name]) for name in ANSWERS)
    return sums


def share(cells):
    return sum(agree for agree, _ in cells) / sum(answers for _, answers in cells)


def test_columns_and_keys_are_those_of_the_template(rows):
    assert tuple(rows("pulse")[0]) == PULSE_COLUMNS
    keys = [tuple(row[name] for name in PULSE_COLUMNS[:5]) for row in rows("pulse")]
    assert len(keys) == len(set(keys))
    assert {row["question"] for row in rows("pulse")} == {"heard", "supported", "paid", "stay"}
    for row in rows("pulse"):
        assert row["borough"] in ("", *directorate_of(row["directorate"]).boroughs)


def test_bedfordshire_is_less_heard_from_march_2026(heard):
    before = [cell for (code, month), cell in heard.items() if code == "BMH" and month < "2026-03"]
    after = [cell for (code, month), cell in heard.items() if code == "BMH" and month >= "2026-03"]
    others = [cell for (code, _), cell in heard.items() if code != "BMH"]
    assert share(before) > 0.7
    assert share(after) < 0.6
    assert 0.72 < share(others) < 0.76


def test_forensics_asks_once_a_quarter_and_few_answer(heard):
    small = {month: cell[1] for (code, month), cell in heard.items() if code == "FOR"}
    assert {month[5:] for month in small} == {"01", "04", "07", "10"}
    assert max(small.values()) < 15
    assert min(cell[1] for (code, _), cell in heard.items() if code != "FOR") >= 10


def test_primary_care_has_four_months_and_all_others_have_49(heard):
    months = defaultdict(set)
    for code, month in heard:
        months[code].add(month)
    assert len(months.pop("PC")) == 4
    assert {code: len(found) for code, found in months.items() if len(found) != 49} == {"FOR": 17}


def test_not_everybody_claims(rows):
    answers = defaultdict(int)
    for row in rows("pulse"):
        answers[row["question"]] += sum(int(row[name]) for name in ANSWERS)
    assert answers["heard"] == answers["supported"] == answers["stay"] > 1.3 * answers["paid"]
