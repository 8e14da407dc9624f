ROWS = """
idea_id | title | directorate | borough | measure   | start_date | end_date   | status  | what_happened
C1      | Packs | NMH         | LBN     | Big I new | 2025-03-01 | 2025-06-01 | Adopted | <b>More</b>
C2      | Tea   |             |         | big_i_new | 2025-03-01 |            | testing |
"""


def test_a_measure_is_known_whatever_the_case_and_markup_is_only_text(load, exported):
    assert load(ROWS).rows.added == 2
    first = exported("change_ideas")[0]
    assert (first["measure"], first["what_happened"], first["borough"]) == (
        "big_i_new",
        "<b>More</b>",
        "B-NE",
    )


def test_an_unknown_measure_offers_near_ones(load):
    report = load(ROWS.replace("big_i_new", "big_i_knew"))
    assert [(p.column, p.value) for p in report.problems] == [("measure", "big_i_knew")]
    assert "big_i_new" in report.problems[0].cure
