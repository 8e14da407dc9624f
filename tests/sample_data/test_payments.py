from sample_data.payments import PAYMENT_COLUMNS


def test_columns_and_keys_are_those_of_the_template(rows):
    assert tuple(rows("payments")[0]) == PAYMENT_COLUMNS
    keys = [tuple(row[name] for name in PAYMENT_COLUMNS[:4]) for row in rows("payments")]
    assert len(keys) == len(set(keys))
    assert all(0 <= int(row["paid_on_time"]) <= int(row["claims"]) for row in rows("payments"))


def test_more_is_paid_on_time_from_february_2025(rows):
    def share(chosen):
        found = [row for row in rows("payments") if chosen(row["month"])]
        return sum(int(row["paid_on_time"]) for row in found) / sum(int(row["claims"]) for row in found)

    assert 0.68 < share(lambda month: month < "2025-02") < 0.74
    assert 0.88 < share(lambda month: month > "2025-02") < 0.92
