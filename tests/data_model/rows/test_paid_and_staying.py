import pytest

from data_model.rows import PaymentRow, StayingRow

PAID = {"month": "2025-03", "directorate": "N", "claims": "10", "paid_on_time": "7"}
STAYED = {"month": "2025-03", "directorate": "N", "joined": "10", "after_3_months": "8"}


def test_a_star_in_either_count_of_payments_hides_both(read, problems):
    assert read(PaymentRow, **PAID).paid_on_time == 7
    for column in ("claims", "paid_on_time"):
        hidden = read(PaymentRow, **PAID | {column: "*"})
        assert (hidden.claims, hidden.paid_on_time) == (None, None)
    assert problems(PaymentRow, **PAID | {"paid_on_time": "11"})[0][0] == "paid_on_time"


@pytest.mark.parametrize("column", ["joined", "after_3_months", "after_12_months"])
def test_a_star_in_any_count_of_staying_hides_all(read, column):
    hidden = read(StayingRow, **STAYED | {column: "*"})
    assert (hidden.joined, hidden.after_3_months, hidden.after_12_months) == (None, None, None)


def test_what_nobody_has_counted_yet_is_blank_and_hides_nothing(read, problems):
    row = read(StayingRow, **STAYED)
    assert (row.joined, row.after_3_months, row.after_6_months) == (10, 8, None)
    assert problems(StayingRow, **STAYED | {"after_12_months": "11"})[0][0] == "after_12_months"
