"""``python -m measures`` as scripts call it: keys, exit codes, and nothing else on standard output."""

import json

import pytest

KEYS = {
    "measure", "title", "area", "unit", "direction", "chart", "points", "mean", "lpl", "upl", "cause",
    "variation", "assurance", "limits_state", "target", "sentence", "data_as_at",
}  # fmt: skip


@pytest.fixture
def show(run_module, sample_engine):
    def run(*arguments, code=0):
        done = run_module("measures", "show", *arguments, database=str(sample_engine.url))
        assert done.returncode == code, done.stderr
        return done

    return run


def test_show_json_has_the_keys_of_the_contract(show):
    found = json.loads(show("big_i_active", "--area", "London community health", "--json").stdout)
    assert found.keys() == KEYS
    assert found["points"][0].keys() == {"period_start", "numerator", "denominator", "value", "state"}
    assert len(found["points"]) == len(found["mean"]) == len(found["lpl"]) == len(found["cause"])
    july = {p["period_start"]: (p["numerator"], p["denominator"]) for p in found["points"]}
    assert july["2025-07-01"] == (15, 15)
    assert july["2025-08-01"] == (16, 16)
    assert july["2025-09-01"] == (19, 19)
    assert july["2022-04-01"] == (5, 12)
    assert found["assurance"] != "fail"


def test_standing_at_september_2025_it_has_been_so_for_three_months(show):
    found = json.loads(show("big_i_active", "--area", "LCH", "--to", "2025-09", "--json").stdout)
    assert found["sentence"] == (
        "All 19 projects had a service user or carer on the team. This has been so for 3 months."
    )


def test_from_and_to_narrow_the_points(show):
    arguments = ("fft_positive", "--area", "RWK", "--from", "2024-01", "--to", "2024-12", "--json")
    months = [p["period_start"] for p in json.loads(show(*arguments).stdout)["points"]]
    assert (months[0], months[-1], len(months)) == ("2024-01-01", "2024-12-01", 12)


def test_a_quarter_sums_its_numerators_and_denominators(show):
    area = ("fft_positive", "--area", "RWK", "--from", "2024-01", "--to", "2024-03", "--json")
    months = json.loads(show(*area).stdout)["points"]
    (quarter,) = json.loads(show(*area, "--period", "quarter").stdout)["points"]
    assert quarter["numerator"] == sum(m["numerator"] for m in months)
    assert quarter["denominator"] == sum(m["denominator"] for m in months)


def test_the_sentence_is_the_one_of_the_page(show):
    words = show("big_i_active", "--area", "Addictions").stdout
    assert "October 2026 was unusually high: 11 of 13 projects." in words


@pytest.mark.parametrize(
    "arguments",
    [
        ("big_i_active", "--area", "Atlantis"),
        ("no_such_measure", "--area", "RWK"),
        ("big_i_active", "--area", "RWK", "--from", "spring"),
        ("big_i_active",),
    ],
)
def test_what_cannot_be_done_is_refused_in_words(show, arguments):
    done = show(*arguments, code=2)
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()


def test_list_and_check(run_module):
    listed = json.loads(run_module("measures", "list", "--json").stdout)
    assert len(listed) == 19
    assert run_module("measures", "check").returncode == 0
