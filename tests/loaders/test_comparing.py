from loaders.comparing import compare
from loaders.kind import Stored
from loaders.kinds import KINDS

IDEAS, OVERSIGHT = KINDS["change_ideas"], KINDS["nhs_oversight"]


def test_added_changed_unchanged():
    stored = {
        ("A",): Stored(1, 1, {"idea_id": "A", "title": "x"}),
        ("B",): Stored(2, 1, {"idea_id": "B", "title": "y"}),
    }
    records = [
        {"idea_id": "A", "title": "x"},
        {"idea_id": "B", "title": "z"},
        {"idea_id": "C", "title": "w"},
    ]
    difference = compare(records, stored, IDEAS)
    assert difference.added == [records[2]]
    assert difference.changed == [(stored["B",], records[1])]
    assert difference.unchanged == 1


def figure(quarter, value):
    return {"trust_code": "R", "metric_id": "M", "reporting_date": "2025", "quarter": quarter, "value": value}


def test_an_older_version_changes_nothing():
    stored = {("R", "M", "2025"): Stored(1, 1, figure("Q3 2025/26", 7.0))}
    assert compare([figure("Q4 2024/25", 6.0)], stored, OVERSIGHT).unchanged == 1
    assert len(compare([figure("Q3 2025/26", 6.0)], stored, OVERSIGHT).changed) == 1
    assert len(compare([figure("Q1 2026/27", 6.0)], stored, OVERSIGHT).changed) == 1
