from collections import Counter, defaultdict
from datetime import date
from itertools import pairwise

from sample_data.areas import BOROUGHS, directorate_of, teams_of
from sample_data.workshops import WORKSHOP_COLUMNS

PEOPLE = ("service_users", "carers", "staff", "others")


def test_columns_are_those_of_the_template(rows):
    assert tuple(rows("workshops")[0]) == WORKSHOP_COLUMNS


def test_every_row_passes_the_template(rows):
    assert len({row["workshop_id"] for row in rows("workshops")}) == len(rows("workshops"))
    for row in rows("workshops"):
        number = {name: int(row[name]) for name in WORKSHOP_COLUMNS[8:]}
        present = sum(number[name] for name in PEOPLE)
        assert "2021-04-01" <= row["workshop_date"] <= "2026-10-31"
        assert row["mode"] in ("in person", "online", "hybrid", "phone")
        assert number["service_users"] >= 1
        assert number["staff"] >= 1
        assert 0 <= number["access_needs_met"] <= number["access_needs_asked"] <= present
        assert 0 <= number["rating_positive"] <= number["rating_answers"] <= present


def test_places_of_a_workshop_belong_to_its_directorate(rows):
    for row in rows("workshops"):
        directorate = directorate_of(row["directorate"])
        teams = {team.code: team.borough for team in teams_of(directorate.code)}
        assert row["borough"] in ("", *directorate.boroughs)
        assert not row["team"] or teams[row["team"]] in ("", row["borough"])


def test_most_are_coproduction_workshops_and_each_month_has_several(rows):
    kinds = Counter(row["workshop_type"] for row in rows("workshops"))
    assert set(kinds) == {"co-production workshop", "learning set", "working together group"}
    assert kinds["co-production workshop"] > 0.8 * kinds.total()
    months = Counter(row["workshop_date"][:7] for row in rows("workshops"))
    assert len(months) == 67
    assert min(months.values()) >= 5


def test_luton_has_workshops_and_no_learning_sets(rows):
    serving_luton = {"LMH", "CAMHS"}
    luton = [
        row for row in rows("workshops") if row["borough"] == "B-LU" or row["directorate"] in serving_luton
    ]
    assert len(luton) > 50
    assert "learning set" not in {row["workshop_type"] for row in luton}
    assert {row["borough"] for row in rows("workshops")} == {"", *(borough.code for borough in BOROUGHS)}


def test_teams_have_a_rhythm(rows):
    days = defaultdict(list)
    for row in rows("workshops"):
        days[row["team"]].append(date.fromisoformat(row["workshop_date"]))
    days.pop("")
    for team, held in days.items():
        gaps = [(after - before).days for before, after in pairwise(held)]
        usual = sum(gaps) / len(gaps)
        assert len(gaps) >= 20, team
        assert all(0.6 * usual < gap < 1.5 * usual for gap in gaps), team


def test_about_four_in_five_access_needs_are_met_in_every_year(rows):
    needs = defaultdict(lambda: [0, 0])
    for row in rows("workshops"):
        needs[row["workshop_date"][:4]][0] += int(row["access_needs_met"])
        needs[row["workshop_date"][:4]][1] += int(row["access_needs_asked"])
    assert all(abs(met / asked - 0.80) < 0.07 for met, asked in needs.values())


def test_share_of_the_room_rises_gently_towards_two_in_five(rows):
    room = defaultdict(lambda: [0, 0])
    for row in rows("workshops"):
        room[row["workshop_date"][:4]][0] += int(row["service_users"]) + int(row["carers"])
        room[row["workshop_date"][:4]][1] += sum(int(row[name]) for name in PEOPLE)
    parity = [lived / present for _, (lived, present) in sorted(room.items())]
    assert parity[0] + 0.02 < parity[2] < parity[-1] - 0.02
    assert 0.25 < parity[0] < 0.33
    assert 0.37 < parity[-1] < 0.41
