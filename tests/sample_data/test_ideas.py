from datetime import date

from sample_data.areas import directorate_of
from sample_data.ideas import IDEA_COLUMNS, TARGET_COLUMNS, build_idea_rows

SHARES = {"big_i_active", "big_i_new", "involvement_recorded", "little_i_active", "workshop_parity"} | {
    *("workshop_worth", "access_needs_met", "fft_positive", "staff_satisfaction"),
    *("voice_heard", "paid_on_time"),
}
OTHERS = {
    "active_projects",
    "people_on_projects",
    "workshops_held",
    "workshop_attendance",
    "workshop_gap",
} | {
    *("dialog_meetings", "dialog_treatment"),
}


def test_columns_and_keys_are_those_of_the_template(rows):
    assert tuple(rows("change_ideas")[0]) == IDEA_COLUMNS
    assert tuple(rows("targets")[0]) == TARGET_COLUMNS
    assert len({row["idea_id"] for row in rows("change_ideas")}) == len(rows("change_ideas"))
    assert len({(r["measure"], r["area"], r["from_date"]) for r in rows("targets")}) == len(rows("targets"))


def test_every_idea_passes_the_template(rows):
    for row in rows("change_ideas"):
        assert row["measure"] in SHARES | OTHERS
        assert row["status"] in ("planned", "testing", "adopted", "adapted", "abandoned")
        assert not row["borough"] or row["borough"] in directorate_of(row["directorate"]).boroughs
        assert row["prediction"].endswith(".")
        finished = row["status"] in ("adopted", "adapted", "abandoned")
        assert finished == bool(row["end_date"])
        assert not finished or (row["start_date"] < row["end_date"] and row["what_happened"].endswith("."))


def test_ideas_of_all_statuses_and_many_measures(rows):
    assert len({row["status"] for row in rows("change_ideas")}) == 5
    assert len({row["measure"] for row in rows("change_ideas")}) >= 10


def test_no_idea_claims_a_cause(rows):
    for row in rows("change_ideas"):
        assert not {"because", "caused", "significant"} & set(
            row["what_happened"].lower().replace(".", " ").split()
        )


def test_information_packs_began_in_june_2023(rows):
    packs = next(r for r in rows("change_ideas") if r["title"] == "Information packs for new project teams")
    assert (packs["directorate"], packs["measure"], packs["start_date"]) == (
        "THMH",
        "big_i_new",
        "2023-06-01",
    )
    assert "Other things may have helped too." in packs["what_happened"]


def test_an_earlier_end_knows_only_ideas_begun_or_planned():
    early = build_idea_rows(date(2022, 12, 31))
    assert {str(row[7]) for row in early if str(row[5]) > "2022-12-31"} == {"planned"}
    assert 3 < len(early) < len(build_idea_rows(date(2026, 10, 31)))


def test_targets_are_in_the_unit_of_the_measure_and_agreed_by_a_group(rows):
    codes = {row["area_code"] for row in rows("areas")}
    for row in rows("targets"):
        assert row["area"] in codes | {""}
        assert row["value"].endswith("%") == (row["measure"] in SHARES)
        assert 0 < float(row["value"].rstrip("%")) <= 100
        assert row["agreed_by"].endswith("(made up)")
    wanted = {
        ("big_i_active", ""): "40%",
        ("big_i_active", "CHMH"): "70%",
        ("workshop_parity", "RWK"): "40%",
    }
    found = {(row["measure"], row["area"]): row["value"] for row in rows("targets")}
    assert wanted.items() <= found.items()
    assert found["fft_positive", "RWK"] == "85%"
