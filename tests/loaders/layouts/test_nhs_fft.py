"""The monthly files of NHS England, one look-alike for each shape that they have had."""

from datetime import date

import pytest
from public_files import MODES, NEW, OLD, OLD_TOTALS, TRUST, as_table, as_tables, england, fft_book, fft_sheet

from loaders.layouts.layout import Asked
from loaders.layouts.nhs_fft import PublishedFFT
from loaders.report import RefusedFileError

TODAY = date(2026, 11, 1)
INCLUDING = "England (including Independent Sector Providers)"
EXCLUDING = "England (excluding Independent Sector Providers)"
MENTAL_HEALTH = "Mental Health Friends and Family Test (FFT) Data - July 2025"


def rewrite(tables, name="file.xlsm", **answers):
    assert any(PublishedFFT().fits(table) for table in tables)
    rewritten = PublishedFFT().rewrite(tables, Asked(name, TODAY, answers=answers))
    rows = [
        dict(zip(rewritten.columns, row.cells, strict=True)) | {"row": row.number} for row in rewritten.rows
    ]
    return rows, " ".join(rewritten.notes)


def refusal(tables, name="file.xlsm", **answers):
    with pytest.raises(RefusedFileError) as refused:
        PublishedFFT().rewrite(tables, Asked(name, TODAY, answers=answers))
    return str(refused.value)


def test_mental_health():
    book = fft_book(
        MENTAL_HEALTH,
        england(INCLUDING, *TRUST[3:]),
        england(EXCLUDING, *TRUST[3:]),
        england("Selection (excluding suppressed data)", *TRUST[3:]),
        TRUST,
        ["QYY", "NZ123", "MADE UP LIMITED", 3, "", "*", "*", *["*"] * 6],
    )
    rows, notes = rewrite(as_tables(book))
    assert [(r["org_code"], r["level"], r["row"]) for r in rows] == [
        ("ENG-INC", "england", 5), ("ENG-EXC", "england", 6), ("RZ1", "trust", 8), ("NZ123", "trust", 9),
    ]  # fmt: skip
    trust = rows[2]
    assert trust == {
        "month": "2025-07-01", "setting": "mental health", "level": "trust", "org_code": "RZ1",
        "org_name": "MADE UP NHS TRUST", "question": "experience", "responses": "100", "eligible": "900",
        "very_good": "60", "good": "30", "neither": "3", "poor": "2", "very_poor": "3", "dont_know": "2",
        "printed_positive": "0.9", "printed_negative": "0.05", "row": 8,
    }  # fmt: skip
    assert (rows[3]["eligible"], rows[3]["printed_positive"], rows[3]["dont_know"]) == ("", "*", "*")
    assert '1 row was left out: "Selection"' in notes
    assert "were not read: ICB, Sites." in notes


def test_community_with_a_straight_apostrophe():
    book = fft_book(
        "Community Friends and Family Test (FFT) Data - December 2024",
        TRUST,
        answers=[*NEW[:5], "Don't Know"],
    )
    [row], _ = rewrite(as_tables(book))
    assert (row["setting"], row["month"], row["dont_know"]) == ("community", "2024-12-01", "2")


def test_a_and_e_has_one_row_for_england():
    book = fft_book(
        "A&E Friends and Family Test (FFT) data - July 2025", england("England", *TRUST[3:]), TRUST
    )
    rows, _ = rewrite(as_tables(book))
    assert [(r["org_code"], r["setting"]) for r in rows] == [("ENG", "A&E"), ("RZ1", "A&E")]


def test_inpatient_has_headings_in_row_ten_and_modes_beside_them():
    title = "Inpatient Friends and Family Test (FFT) Data - July 2025"
    [row], _ = rewrite(as_tables(fft_book(title, TRUST, above=9, modes_below=False)))
    assert (row["setting"], row["row"], row["dont_know"]) == ("inpatient", 12, "2")


def test_outpatient_calls_them_organisations():
    sheet = fft_sheet(TRUST, codes=("ICB code", "Org Code", "Organisation Name"), above=7, modes_below=False)
    notes = [["Outpatient Friends and Family Test (FFT) Data - July 2025"]]
    [row], _ = rewrite(as_tables({"Notes": notes, "Orgs": sheet}))
    assert (row["setting"], row["org_code"]) == ("outpatient", "RZ1")


def test_ambulance_sheets_of_modes_only_are_passed_over():
    codes = ("ICB Code", "Org Code", "Organisation Name")
    modes = [
        [*codes, "Total Responses", "Breakdown of Responses"],
        ["", "", "", "", *MODES],
        [*TRUST[:4], 5, 4, 3],
    ]
    title = [["Ambulance Friends and Family Test (FFT) data - June 2025"]]
    rows, _ = rewrite(
        as_tables({"Notes": title, "PTS Org": fft_sheet(TRUST, codes=codes), "Mode Org": modes})
    )
    assert [(r["setting"], r["month"]) for r in rows] == [("ambulance", "2025-06-01")]


def test_the_four_maternity_questions_are_four_settings():
    title = [["Maternity Friends and Family Test (FFT) Data - July 2025"]]
    rows, notes = rewrite(
        as_tables({"Notes": title} | {f"Trusts Q{n}": fft_sheet(TRUST) for n in range(1, 5)})
    )
    assert [row["setting"] for row in rows] == [
        "maternity antenatal", "maternity birth", "maternity postnatal ward", "maternity postnatal community",
    ]  # fmt: skip
    assert [row["row"] for row in rows] == [5, 100_005, 200_005, 300_005]
    assert 'Rows of "Trusts Q2" are numbered from 100,000.' in notes


def test_the_question_before_april_of_the_year_twenty():
    title = "Mental Health Friends and Family Test (FFT) Data - February 2020"
    [row], _ = rewrite(as_tables(fft_book(title, TRUST, answers=OLD, totals=OLD_TOTALS)))
    assert (row["question"], row["very_good"], row["printed_positive"]) == ("recommend", "60", "0.9")


def test_the_first_layout_has_a_score_and_spacers_in_one_row_of_headings():
    headings = (
        "Area Team Code,Code,Name,Total Responses,Total Eligible,Response Rate,"
        "Friends and Family Test Score,,Extremely Likely,Likely,Neither,Unlikely,Extremely Unlikely,"
        "Don't Know,,SMS/Text / Smartphone App"
    )
    figures = [
        "Q99",
        "RZ1",
        "Made Up Trust",
        "1,303",
        "3,411",
        "38.20%",
        63,
        "",
        900,
        300,
        50,
        20,
        13,
        20,
        "",
        7,
    ]
    rows, notes = rewrite([as_table([headings.split(","), figures])], "inpatient-fft-oct-2013.csv")
    assert (rows[0]["responses"], rows[0]["good"], rows[0]["printed_positive"]) == ("1,303", "300", "")
    assert (rows[0]["month"], rows[0]["question"]) == ("2013-10-01", "recommend")
    assert "Score of 2013-14 was left out" in notes


def test_a_csv_copy_has_percentages_with_signs():
    [row], notes = rewrite([as_table(fft_sheet([*TRUST[:5], "90%", "5%", *TRUST[7:]]))], "fft-mh_sept-25.csv")
    assert (row["printed_positive"], row["month"], row["setting"]) == ("90%", "2025-09-01", "mental health")
    assert "The month was taken from the name of the file: September 2025." in notes


def test_merged_labels_belong_to_the_question_of_their_month():
    both = [f"{old}/{new}" for old, new in zip(OLD, NEW, strict=True)]
    for month, question in (("March 2020", "recommend"), ("December 2020", "experience")):
        title = f"Community Friends and Family Test (FFT) Data - {month}"
        [row], _ = rewrite(as_tables(fft_book(title, TRUST, answers=both)))
        assert (row["question"], row["very_poor"]) == (question, "3")


def test_a_month_of_the_other_question_is_refused():
    title = "Community Friends and Family Test (FFT) Data - February 2020"
    assert "wording changed in April 2020" in refusal(as_tables(fft_book(title, TRUST)))


def test_what_neither_file_nor_name_says_is_asked():
    tables = [as_table(fft_sheet(TRUST))]
    assert "--set month=2025-07" in refusal(tables)
    assert '--set "setting=mental health"' in refusal(tables, month="2025-07")
    [row], _ = rewrite(tables, month="Jul-25", setting="Mental Health")
    assert (row["month"], row["setting"]) == ("2025-07-01", "mental health")
    assert {question.name for question in PublishedFFT.questions if question.needed} == {"month", "setting"}


def test_an_empty_form_is_refused():
    book = fft_book(MENTAL_HEALTH, england(INCLUDING), england("Selection (excluding suppressed data)"))
    assert "no trust below them" in refusal(as_tables(book))


def test_a_copy_of_the_sheet_of_sites_is_refused():
    sites = as_table(fft_book(MENTAL_HEALTH, TRUST)["Sites"])
    assert "sites, wards, practices or ICBs only" in refusal([sites], "fft-mh-jul-25.csv")


def test_a_file_without_the_names_of_the_answers_is_refused():
    upper_row_only = as_table([fft_sheet()[2], TRUST])
    assert "headings of the six answers" in refusal([upper_row_only], "fft-mh-jul-25.csv")


def test_a_heading_that_stands_twice_is_refused():
    sheet = fft_sheet(TRUST, totals=["Total Responses", *OLD_TOTALS[:1], *OLD_TOTALS[1:]])
    assert "stand more than once above row 5: Total Responses" in refusal([as_table(sheet)], "mh-jul-25.csv")


@pytest.mark.parametrize(
    "headings", [["Trust Code", "Trust Name"], ["Total Responses"], ["month", "very_good", "good"]]
)
def test_other_files_do_not_fit(headings):
    assert not PublishedFFT().fits(as_table([headings, ["RZ1", "X", "1"]]))
