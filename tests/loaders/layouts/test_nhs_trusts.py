"""The list of trusts in the three shapes in which it has been seen, with made-up trusts."""

from datetime import date

import pytest
from public_files import as_table

from loaders.layouts.layout import Asked
from loaders.layouts.nhs_trusts import ODSTrusts
from loaders.report import RefusedFileError

PHONE, STREET, POSTCODE = "00000 000000", "1 NOWHERE STREET", "ZZ1 1ZZ"


def line(code="RZ1", opened="20000401", closed="", *, region="Y56", icb="QXX", phone="", letter="H"):
    address = [STREET, "", "", "NOWHERE", "", POSTCODE]
    middle = [""] * 5 + [phone] + [""] * 3 + ["0", ""]
    return [code, "MADE UP NHS TRUST", region, icb, *address, opened, closed, *middle, letter, "", "", ""]


def rewrite(*lines):
    table = as_table(list(lines))
    assert ODSTrusts().fits(table)
    rewritten = ODSTrusts().rewrite([table], Asked("etr.csv", date(2026, 11, 1)))
    return [dict(zip(rewritten.columns, row.cells, strict=True)) for row in rewritten.rows]


def test_the_look_alike_has_the_width_of_the_file():
    assert len(line()) == 27


def test_codes_of_three_characters_and_closed_trusts():
    [trust, closed] = rewrite(line(), line("RZ2", "19910401", "20201001"))
    assert trust == {
        "trust_code": "RZ1", "trust_name": "MADE UP NHS TRUST", "region": "London", "icb_code": "QXX",
        "open_date": "2000-04-01", "close_date": "",
    }  # fmt: skip
    assert (closed["open_date"], closed["close_date"]) == ("1991-04-01", "2020-10-01")


def test_the_first_code_may_have_five_characters():
    assert [row["trust_code"] for row in rewrite(line("G0Z0Z", "20241101"), line())] == ["G0Z0Z", "RZ1"]


def test_telephone_numbers_longer_icb_codes_and_welsh_trusts_without_a_grouping():
    [trust, welsh] = rewrite(
        line(icb="S0X0X", phone=PHONE, region="Y61"), line("RZ7", region="", icb="", letter="W")
    )
    assert (trust["icb_code"], trust["region"]) == ("S0X0X", "East of England")
    assert (welsh["icb_code"], welsh["region"]) == ("", "Wales")


def test_nothing_of_address_and_telephone_is_passed_on():
    [trust] = rewrite(line(phone=PHONE))
    passed_on = " ".join(trust.values())
    assert all(text not in passed_on for text in (PHONE, STREET, POSTCODE, "NOWHERE"))


def test_a_grouping_that_is_not_known_stays_as_it_is():
    assert rewrite(line(region="Y99"))[0]["region"] == "Y99"


def test_empty_columns_at_the_end_may_be_cut_off():
    assert rewrite(line()[:24])[0]["trust_code"] == "RZ1"


@pytest.mark.parametrize(
    "lines",
    [
        [line("RZ101")],  # sites have five characters, and no trust stands among them
        [line(opened="2000-04-01")],
        [[*line(), "x"]],
        [["code", *line()[1:]], line()],
        [line()[:20]],
        [["Trust Code", "Trust Name", "Open Date"], ["RZ1", "X", "20000401"]],
    ],
)
def test_other_files_do_not_fit(lines):
    assert not ODSTrusts().fits(as_table(lines))


def test_a_row_whose_columns_moved_refuses_the_file():
    rows = [line()] * 35 + [[*line()[:5], *line()[6:]]]
    with pytest.raises(RefusedFileError, match="Row 36 does not have the 27 columns"):
        rewrite(*rows)
