"""The trust among all trusts, once a national file is loaded; a made-up file in the real one's form."""

from html import unescape

from loaders import load_file

HEAD = (
    "Quarter,Region,Trust_type,Trust_subtype,Trust_code,Trust_name,Domain,Sub-domain,Metric_ID,"
    "Metric_description,Reporting_date,Units,Value,Median_value,Lower_quartile,Upper_quartile,Rank\n"
)


def national_file(values):
    """Staff engagement of some trusts in two quarters that repeat one annual value."""
    rows = [
        f"{quarter} 2025/26,London,Mental health and community trust,Made up,{code},{name},"
        f"People and workforce,Retention and culture,OF0084,"
        f"NHS staff survey engagement theme sub-score\u00a0,2025,"
        f"out of 10,{value},"
        "7.02,6.84,7.15,21.0\n"
        for quarter in ("Q3", "Q4")
        for code, name, value in values
    ]
    return ("\ufeff" + HEAD + "".join(rows)).encode()


def test_without_a_national_file_the_page_says_so(sample_engine, open_app, words_of):
    words = words_of(open_app(sample_engine, "experience/satisfaction.py"))
    assert "No national file is loaded." in words


def test_the_trust_stands_beside_the_middle_of_all(sample_copy, open_app, words_of):
    trusts = [("RWK", "East London NHS Foundation Trust", "7.1"), ("XA1", "Made Up NHS Trust", "6.9")]
    report = load_file(sample_copy, national_file(trusts), "oversight.csv")
    assert (report.kind, report.status, report.rows.added, report.rows.unchanged) == (
        "nhs_oversight", "loaded", 2, 2,
    )  # fmt: skip
    words = unescape(words_of(open_app(sample_copy, "experience/satisfaction.py")))
    assert "In 2025, East London NHS Foundation Trust scored 7.10 out of 10." in words
    assert "above the middle of 2 trusts, 7.02" in words
