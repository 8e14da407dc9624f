"""The stories told by the QI projects, found in the files as the product is to read them."""

import math
from itertools import pairwise

import pytest

from sample_data.plans import PLANS


def share(pair):
    return pair[0] / pair[1]


def total(pairs):
    pairs = list(pairs)
    return sum(top for top, _ in pairs), sum(bottom for _, bottom in pairs)


def p_points(pairs):
    """Per point with a denominator: distance from the mean of all points, in sigmas of a p chart."""
    counted = [pair for pair in pairs if pair[1]]
    mean = share(total(counted))
    return [(top / bottom - mean) / math.sqrt(mean * (1 - mean) / bottom) for top, bottom in counted]


def upper_limit(pairs, size):
    mean = share(total(pairs))
    return mean + 3 * math.sqrt(mean * (1 - mean) / size)


def outside(points):
    return [place for place, sigmas in enumerate(points) if abs(sigmas) > 3]


def longest_side(points, sign):
    longest = run = 0
    for sigmas in points:
        run = run + 1 if sign * sigmas > 1e-9 else 0
        longest = max(longest, run)
    return longest


def longest_climb(values, sign):
    longest = run = 0
    for before, after in pairwise(values):
        run = run + 1 if sign * (after - before) > 1e-9 else 0
        longest = max(longest, run)
    return longest


def two_in_three(points):
    threes = zip(points, points[1:], points[2:], strict=False)
    return any(
        all(sign * s > 0 for s in three) and sum(sign * s > 2 for s in three) >= 2
        for three in threes
        for sign in (1, -1)
    )


@pytest.fixture(scope="module")
def stock(twin):
    """Big I of recorded, by month, for a directorate (``None``: the trust)."""
    return lambda directorate: dict(
        zip(twin.months, (twin.big_i_active(directorate, key) for key in twin.months), strict=True)
    )


@pytest.fixture(scope="module")
def flow(twin):
    return twin.big_i_new_by_quarter


def test_every_directorate_has_a_plan_and_projects(rows, twin):
    codes = {row["area_code"] for row in rows("areas") if row["area_type"] == "directorate"}
    assert set(PLANS) == codes == {twin.newest(project)["directorate"] for project in twin.states}


def test_project_measures_have_more_than_four_years(twin):
    assert twin.months[0] <= "2021-04"
    assert twin.months[-1] == "2026-10"
    assert 600 <= len(twin.states) <= 1100


def test_trust_had_131_active_projects_and_two_in_five_with_big_i(twin, stock):
    assert len(twin.active(None, "2024-02")) == 131
    assert 0.395 <= share(stock(None)["2024-02"]) <= 0.405


def test_active_projects_are_steady_from_the_first_month(twin):
    counts = [len(twin.active(None, key)) for key in twin.months]
    assert all(118 <= count <= 138 for count in counts)
    mean = sum(counts) / len(counts)
    moving = sum(abs(after - before) for before, after in pairwise(counts)) / (len(counts) - 1)
    assert all(abs(count - mean) < 2.66 * moving for count in counts[-6:])
    assert not all(count > mean for count in counts[-7:])
    assert not all(count < mean for count in counts[-7:])


def test_the_register_opens_with_the_usual_share_of_new_projects(twin):
    big, started = twin.big_i_new(None, "2021-04")
    assert 118 <= started <= 138
    later = total(twin.big_i_new(None, key) for key in twin.months if "2021-04" < key < "2023-04")
    assert abs(big / started - share(later)) < 0.06


def test_the_number_of_people_on_a_team_is_steady(rows, twin):
    by_year = []
    for year in range(2021, 2027):
        day = f"{year}-10-31"
        newest = {}
        for row in sorted(rows("involvement"), key=lambda row: row["from_date"]):
            if row["from_date"] <= day:
                newest[row["project_id"]] = row
        held = [newest[p] for p in twin.active(None, day[:7]) if p in newest]
        teams = [r for r in held if r["involvement"] in ("Big I", "Both")]
        by_year.append(sum(int(r["service_users"]) + int(r["carers"]) for r in teams) / len(teams))
    assert max(by_year) - min(by_year) < 0.35
    assert 2.2 < min(by_year) < max(by_year) < 2.6


def test_trust_is_slowly_higher_since(stock):
    by_year = [
        share(total(stock(None)[f"{year}-{month:02d}"] for month in range(1, 11)))
        for year in (2022, 2024, 2026)
    ]
    assert by_year[0] + 0.015 < by_year[1] < by_year[2] - 0.015
    assert by_year[2] < 0.50


def test_levels_are_not_recorded_for_4_to_8_in_100_and_more_in_one_directorate(twin, stock):
    for key in twin.months:
        recorded, active = stock(None)[key][1], len(twin.active(None, key))
        assert 0.04 <= 1 - recorded / active <= 0.08, key
    assert 1 - stock("CAMHS")["2026-10"][1] / len(twin.active("CAMHS", "2026-10")) > 0.10


def test_london_community_goes_from_five_of_twelve_to_all(twin, stock):
    london = stock("LCH")
    assert london["2022-04"] == (5, 12)
    assert share(london["2025-06"]) < 1
    assert [london[key] for key in ("2025-07", "2025-08", "2025-09")] == [(15, 15), (16, 16), (19, 19)]
    for key in [key for key in twin.months if key >= "2025-07"] + ["2022-04"]:
        assert london[key][1] == len(twin.active("LCH", key))
    assert all(big == recorded > 0 for key, (big, recorded) in london.items() if key >= "2025-07")


def test_city_and_hackney_is_unchanged(stock, flow):
    assert outside(p_points(stock("CHMH").values())) == []
    quarters = [pair for pair in flow("CHMH").values() if pair[1]]
    points, values = p_points(quarters), [share(pair) for pair in quarters]
    assert outside(points) == []
    assert not two_in_three(points)
    assert max(longest_side(points, 1), longest_side(points, -1)) < 7
    assert max(longest_climb(values, 1), longest_climb(values, -1)) < 6


def test_city_and_hackney_will_not_reach_its_target(rows, stock):
    target = next(r for r in rows("targets") if (r["measure"], r["area"]) == ("big_i_active", "CHMH"))
    sizes = sorted(recorded for _, recorded in stock("CHMH").values())
    assert target["value"] == "70%"
    assert upper_limit(stock("CHMH").values(), sizes[len(sizes) // 2]) < 0.70


def test_addictions_has_one_surprising_last_month(stock):
    assert stock("ADD")["2026-10"] == (11, 13)
    points = p_points(stock("ADD").values())
    assert outside(points) == [len(points) - 1]
    assert points[-1] > 3


def test_bedfordshire_gets_worse(twin, stock):
    bedfordshire = stock("BMH")
    assert all(17 <= bedfordshire[key][1] <= 22 for key in twin.months if key >= "2023-01")
    assert (
        0.6 <= share(total(bedfordshire[key] for key in twin.months if "2023-01" <= key <= "2024-12")) <= 0.75
    )
    points = p_points(bedfordshire.values())
    assert all(sigmas < -3 for sigmas in points[-4:])
    assert all(sigmas < 3 for sigmas in points)


def test_primary_care_is_new_with_six_months(twin, stock):
    known = [key for key, (_, recorded) in stock("PC").items() if recorded]
    assert known == ["2026-05", "2026-06", "2026-07", "2026-08", "2026-09", "2026-10"]
    assert not [key for key in twin.months if key < "2026-05" and twin.active("PC", key)]


def test_new_projects_in_tower_hamlets_moved_when_information_packs_began(twin, flow):
    months = {key: twin.big_i_new("THMH", key) for key in twin.months}
    before = share(total(pair for key, pair in months.items() if key < "2023-06"))
    after = share(total(pair for key, pair in months.items() if key >= "2023-06"))
    assert abs(before - 0.38) <= 0.02
    assert abs(after - 0.61) <= 0.04
    quarters = {key: pair for key, pair in flow("THMH").items() if pair[1]}
    points = zip(quarters, p_points(quarters.values()), strict=True)
    # The projects of later quarters are still in their first 60 days.
    counted = [sigmas for key, sigmas in points if "2023Q2" < key <= "2026Q2"]
    assert all(sigmas > 0 for sigmas in counted[-7:])
