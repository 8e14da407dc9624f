from data_model.rows import OversightRow

PERIOD = "Jun 24 - Jun 25 vs Jun 23 - Jun 24"
FIGURE = {"quarter": "Q1 2025/26", "trust_code": "RXX", "trust_name": "T", "metric_id": "OF0001",
          "metric_description": "D", "reporting_date": PERIOD, "units": "%"}  # fmt: skip


def test_values_may_be_negative_or_not_given_and_dates_stay_text(read):
    row = read(OversightRow, **FIGURE | {"value": "-0.5", "rank": "35.0"})
    assert (row.value, row.rank, row.median_value) == (-0.5, 35.0, None)
    assert row.reporting_date == PERIOD
