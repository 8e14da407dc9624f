import pytest

import loaders

HEADER = "area_code | area_name | area_type | parent_code | service_type | aliases\n"


def problems(report) -> list[tuple]:
    return [(p.row, p.column, p.problem) for p in report.problems]


def test_parents_may_stand_in_the_same_file_in_any_order(engine, as_csv):
    drawn = HEADER + (
        "T1 | Team one | team | D1;B1 | |\nB1 | Borough one | borough | D1 | |\n"
        "D1 | Directorate one | directorate | | |"
    )
    report = loaders.load_file(engine, as_csv(drawn), "areas.csv")
    assert (report.rows.added, report.rows.quarantined) == (3, 0)


def test_a_corrected_file_updates_names_parents_and_aliases(load, exported, areas_file):
    corrected = areas_file.decode().replace(
        "Rehabilitation Team,team,LCH,,Rehab", "Rehab Team,team,NMH,,Old rehab;Rehab"
    )
    report = load(corrected.replace(",", " | "))
    assert (report.rows.changed, report.rows.unchanged) == (1, 8)
    row = next(row for row in exported("areas") if row["area_code"] == "T-REH")
    assert (row["area_name"], row["parent_code"], row["aliases"]) == ("Rehab Team", "NMH", "Old rehab;Rehab")


def test_an_alias_can_move_from_one_area_to_another(load, exported):
    drawn = HEADER + (
        "NMH | Newham mental health | directorate | RWX | mental health | Newham MH\n"
        "NEW | A new directorate | directorate | RWX | | N&M"
    )
    report = load(drawn)
    assert (report.rows.added, report.rows.changed, report.rows.quarantined) == (1, 1, 0)


def test_an_unknown_parent_sets_aside_the_area_and_those_below_it(load):
    report = load(
        HEADER + "D9 | Ninth | directorate | XXX | |\n"
        "T9 | Ninth team | team | D9 | |\n"
        "D8 | Eighth | directorate | RWX | |"
    )
    assert report.rows.added == 1
    assert problems(report) == [
        (2, "parent_code", 'There is no area with the code "XXX".'),
        (3, "parent_code", 'There is no area with the code "D9".'),
    ]


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        ("T9 | Ninth | team | RWX | | ", "parent_code", "A team cannot belong to a trust."),
        (
            "D9 | Ninth | directorate | D9 | | ",
            "parent_code",
            "A directorate cannot belong to a directorate.",
        ),
        ("D9 | Newham MH | directorate | RWX | | ", "area_name", "Another directorate has this code"),
        ("D9 | Ninth | directorate | RWX | | N & M", "aliases", "Another directorate has this code"),
        ("nmh | Ninth | directorate | RWX | | ", "area_code", "Another directorate has this code"),
        ("B-NE | Newham | directorate | RWX | | ", "area_type", "An area cannot become another type."),
        ("D9 | --- | directorate | RWX | | ", "area_name", "This name cannot be used."),
        ("D;9 | Ninth | directorate | RWX | | ", "area_code", "A code cannot hold a semicolon."),
    ],
)
def test_areas_that_do_not_fit(load, row, column, words):
    report = load(HEADER + row)
    assert report.rows.quarantined == 1
    assert any(p.column == column and words in p.problem for p in report.problems)


def test_two_new_areas_that_claim_one_name_are_both_set_aside(load):
    report = load(HEADER + "T8 | Same team | team | NMH | |\nT9 | same  TEAM | team | NMH | |")
    assert [row for row, *_ in problems(report)] == [2, 3]


def test_the_same_name_in_two_types_is_fine(load):
    assert load(HEADER + "T9 | Newham | team | NMH | |").rows.added == 1


def test_two_spellings_of_one_alias_are_one(load, exported):
    drawn = HEADER + "T9 | Ninth | team | NMH | | A&B; A and B"
    assert load(drawn).rows.added == 1
    assert next(r for r in exported("areas") if r["area_code"] == "T9")["aliases"] == "A and B"
    assert load(drawn + "\nT10 | Tenth | team | NMH | |").rows.unchanged == 1
