import pytest

HEADER = "measure | area | from_date | value | agreed_by\n"


def stored(load, exported, row):
    report = load(HEADER + row)
    assert report.problems == ()
    return exported("targets")[0]


@pytest.mark.parametrize("value", ["70%", "70", "0.7", "70 %", "70.0%"])
def test_a_share_in_every_way_of_writing_it(load, exported, value):
    assert stored(load, exported, f"big_i_new | RWX | 2025-04-01 | {value} | Board")["value"] == 0.7


@pytest.mark.parametrize(
    ("value", "share"), [("1", 1.0), ("100", 1.0), ("1%", 0.01), ("0", 0.0), ("0.5%", 0.005)]
)
def test_the_edges_of_a_share(load, exported, value, share):
    assert stored(load, exported, f"big_i_new | RWX | 2025-04-01 | {value} | Board")["value"] == share


def test_a_count_stays_a_number(load, exported):
    assert stored(load, exported, "people_on_projects | | 2025-04-01 | 2.5 | Board")["value"] == 2.5


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("big_i_new | RWX | 2025-04-01 | 170% | Board", "value"),
        ("people_on_projects | RWX | 2025-04-01 | 70% | Board", "value"),
        ("surprise | RWX | 2025-04-01 | 70% | Board", "measure"),
        ("big_i_new | Nowhere | 2025-04-01 | 70% | Board", "area"),
        ("big_i_new | RWX | 2025-04-01 | 70% | pat@example.org", "agreed_by"),
    ],
)
def test_targets_that_do_not_fit(load, row, column):
    assert [p.column for p in load(HEADER + row).problems] == [column]


def test_no_area_means_everywhere_and_is_a_key_of_its_own(load, exported):
    row = "big_i_new | {} | 2025-04-01 | 70% | Board"
    report = load(HEADER + row.format("") + "\n" + row.format("LBN"))
    assert report.rows.added == 2
    assert [r["area"] for r in exported("targets")] == [None, "B-NE"]
    assert load(HEADER + row.format("").replace("70", "60")).rows.changed == 1
