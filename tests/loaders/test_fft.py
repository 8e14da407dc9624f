ROWS = """
month   | directorate | borough | team  | very_good | good | neither | poor | very_poor | dont_know
2025-03 | NMH         |         |       | 1,303     | 20   | 3       | 0    | 1         | 2
Mar-25  | NMH         | LBN     |       | 10        | 2    | 0       | 0    | 0         | 0
2025-03 | NMH         | LBN     | T-NSO | *         | *    | *       | *    | *         | *
"""


def test_a_blank_borough_or_team_is_a_place_of_its_own(load, exported):
    assert load(ROWS).rows.added == 3
    rows = exported("fft")
    assert [(r["borough"], r["team"]) for r in rows] == [(None, None), ("B-NE", None), ("B-NE", "T-NSO")]
    assert rows[0]["very_good"] == 1303


def test_suppressed_answers_come_out_as_stars(load, exported):
    load(ROWS)
    hidden = exported("fft")[2]
    assert {hidden[c] for c in ("very_good", "good", "neither", "poor", "very_poor", "dont_know")} == {"*"}


def test_the_four_states_of_a_count(load):
    drawn = ROWS.replace("| 20   |", "| -    |").replace("| 10  ", "|     ")
    report = load(drawn)
    assert [(p.row, p.column) for p in report.problems] == [(2, "good"), (3, "very_good")]
    assert report.rows.added == 1
