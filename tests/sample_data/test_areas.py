from collections import Counter

from sample_data.areas import DIRECTORATES, TEAMS, build_area_rows, directorate_of, teams_of

NAMES = {
    "City and Hackney mental health",
    "Newham mental health",
    "Tower Hamlets mental health",
    "Bedfordshire mental health",
    "Luton mental health",
    "London community health",
    "Bedfordshire community health",
    "Child and adolescent mental health",
    "Specialist children's services",
    "Talking therapies",
    "Addictions",
    "Forensics",
    "Primary care",
    "Corporate",
}


def plain(text):
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def test_directorates_boroughs_and_teams_are_those_of_the_trust(rows):
    by_type = {
        kind: {r["area_name"] for r in rows("areas") if r["area_type"] == kind}
        for kind in ("directorate", "borough", "team")
    }
    assert by_type["directorate"] == NAMES
    assert by_type["borough"] == {
        *("Tower Hamlets", "Newham", "Hackney", "City of London", "Luton", "Bedford", "Central Bedfordshire"),
    }
    assert {
        "Isle of Dogs CMHT",
        "Newham South Community Recovery Team",
        "Dunstable CMHT",
        "Wardown CMHT",
    } <= by_type["team"]
    assert [(r["area_code"], r["area_name"]) for r in rows("areas") if r["area_type"] == "trust"] == [
        ("RWK", "East London NHS Foundation Trust")
    ]


def test_a_code_name_or_alias_means_one_area_only(rows):
    words = Counter()
    for row in rows("areas"):
        said = {
            plain(word) for word in (row["area_code"], row["area_name"], *row["aliases"].split(";")) if word
        }
        words.update(said)
    assert [word for word, count in words.items() if count > 1] == []
    assert {"ch", "th", "beds", "iapt", "scyps", "camhs"} <= set(words)


def test_every_parent_is_an_area_of_the_right_type(rows):
    kind = {row["area_code"]: row["area_type"] for row in rows("areas")}
    allowed = {
        "trust": [],
        "directorate": ["trust"],
        "borough": ["directorate"],
        "team": ["borough", "directorate"],
    }
    for row in rows("areas"):
        parents = [code for code in row["parent_code"].split(";") if code]
        assert {kind[code] for code in parents} <= set(allowed[row["area_type"]])
        if row["area_type"] == "team":
            assert [kind[code] for code in parents].count("directorate") == 1
    parents_of_newham = next(r["parent_code"] for r in rows("areas") if r["area_code"] == "B-NE").split(";")
    assert set(parents_of_newham) == {d.code for d in DIRECTORATES if "B-NE" in d.boroughs}


def test_a_team_works_in_a_borough_that_its_directorate_serves():
    for team in TEAMS:
        assert team in teams_of(team.directorate)
        assert not team.borough or team.borough in directorate_of(team.directorate).boroughs


def test_only_directorates_have_a_service_type(rows):
    for row in rows("areas"):
        known = row["service_type"] in ("mental health", "community", "corporate")
        assert known == (row["area_type"] == "directorate")
    assert len(build_area_rows()) == len(rows("areas"))
