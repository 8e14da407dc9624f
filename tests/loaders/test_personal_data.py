import random

import pytest

from loaders.personal_data import find_personal_data, names_a_person


def nhs_number(seed: int) -> str:
    """A made-up number from the 999 range, which is kept for tests, with its check digit."""
    made = random.Random(seed)  # noqa: S311 - made-up numbers
    while True:
        digits = "999" + "".join(str(made.randrange(10)) for _ in range(6))
        check = 11 - sum(int(d) * w for d, w in zip(digits, range(10, 1, -1), strict=True)) % 11
        if check != 10:
            return digits + str(0 if check == 11 else check)


def written(number: str) -> list[str]:
    a, b, c = number[:3], number[3:6], number[6:]
    return [
        number, f"{a} {b} {c}", f"{a}-{b}-{c}", f"NHS No: {a} {b} {c}", f"(NHS {number})", f"{a}.{b}.{c}",
        f"{number[:4]} {number[4:7]} {number[7:]}", " ".join(number), f"{a}\u00a0{b}\u00a0{c}",
        f"{a} - {b} - {c}",
    ]  # fmt: skip


@pytest.mark.parametrize("seed", range(40))
def test_an_nhs_number_is_found_however_it_is_written(seed):
    for text in written(nhs_number(seed)):
        assert find_personal_data(f"Spoke with {text} about the aim.") == "an NHS number", text


def test_most_other_ten_digit_numbers_pass():
    made = random.Random(7)  # noqa: S311 - made-up numbers
    codes = [made.randrange(2_000_000_000, 9_999_999_999) for _ in range(2000)]
    found = sum(find_personal_data(f"Code {code}") is not None for code in codes)
    assert found < 2000 * 0.11, "about one in eleven passes the check digit by chance"


def test_a_labelled_number_is_found_even_with_a_wrong_check_digit():
    assert find_personal_data("NHS number 999 123 4560") == "an NHS number"


@pytest.mark.parametrize(
    "text",
    ["07700 900123", "07700900123", "+44 7700 900123", "+44 (0)7700 900123", "0044 7700900123",
     "020 7946 0123",
     "(020) 7946 0123", "0161 496 0123", "01632 960123", "07700-900-123"],
)  # fmt: skip
def test_a_phone_number(text):
    assert find_personal_data(f"Ring {text} after ten") == "a phone number"


@pytest.mark.parametrize("text", ["pat@example.org", "PAT.SMITH+qi@mail.example.org", "<pat@example.org>"])
def test_an_email_address(text):
    assert find_personal_data(f"Write to {text}.") == "an e-mail address"


@pytest.mark.parametrize("text", ["E1 4DG", "e14dg", "EC1A 1BB", "MK40 2AB", "W1A 0AX", "LU1 3JZ"])
def test_a_full_postcode(text):
    assert find_personal_data(f"Lives near {text} now") == "a full postcode"


@pytest.mark.parametrize(
    "text",
    ["DOB 01/02/1990", "d.o.b. 1.2.90", "Date of birth: 1990", "born on 3 May 1990", "born 03/05/1990"],
)
def test_a_date_of_birth(text):
    assert find_personal_data(text) == "a date of birth"


@pytest.mark.parametrize(
    "text",
    [
        "Halve the wait by 31 March 2025.",
        "Went from 12 of 40 (30%) to 28 of 41 in 2024/25",
        "Meeting on 2025-03-31 10 people came",
        "Between 10.30 and 12.45, room E1 2nd floor",
        "Rose from 1,303 to 12,480 in Q3 2025",
        "Budget 100,000,000 and 0.123456789012",
        "PDSA 3 on ward B12; see QI-0001 and W-0002",
        "Contact @ the front desk",
        "born 2 weeks early is not a date",
        "Big I in 16 of 16 teams",
        "M25 1 mile, A1 3rd exit",
        "",
    ],
)
def test_ordinary_notes_pass(text):
    assert find_personal_data(text) is None


@pytest.mark.parametrize(
    "heading", ["NHS Number", "Email", "E-mail address", "First name", "Name", "DOB", "Patient_name"]
)
def test_headings_that_name_a_person(heading):
    assert names_a_person(heading)


@pytest.mark.parametrize("heading", ["area_name", "Project name", "title", "note", "renamed"])
def test_headings_that_do_not(heading):
    assert not names_a_person(heading)
