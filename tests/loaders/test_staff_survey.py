ROWS = """
month      | directorate | team  | answers | positive
March 2025 | NMH         |       | 40      | 30
31/03/2025 | NMH         | T-NSO | *       | *
"""


def test_answers_by_team_and_hidden_ones(load, exported):
    assert load(ROWS).rows.added == 2
    assert [(r["month"], r["team"], r["answers"]) for r in exported("staff_survey")] == [
        ("2025-03", None, 40), ("2025-03", "T-NSO", "*"),
    ]  # fmt: skip
