from loaders.kinds import KINDS

ROWS = """
story_id | title | story   | told_by      | directorate | project_id | consent_date | consent_until
S1       | First | I came. | Service user | NMH         |            | 2026-01-10   | 2030-01-10
"""


def test_the_key_is_the_id_and_not_the_words(load, exported):
    assert KINDS["stories"].key_columns == ("story_id",)
    assert load(ROWS).rows.added == 1
    report = load(ROWS.replace("I came.", "I came twice."))
    assert (report.rows.added, report.rows.changed) == (0, 1)
    assert [(r["story"], r["told_by"]) for r in exported("stories")] == [("I came twice.", "service user")]


def test_a_story_without_consent_is_not_stored(load):
    report = load(ROWS.replace("2026-01-10 ", "           "))
    assert [(p.column, p.problem) for p in report.problems] == [("consent_date", "This cell is empty.")]


def test_a_story_about_a_project_that_is_not_known_waits(load):
    report = load(ROWS.replace("| NMH         |            |", "| NMH         | Q9         |"))
    assert [(p.column, p.value) for p in report.problems] == [("project_id", "Q9")]
