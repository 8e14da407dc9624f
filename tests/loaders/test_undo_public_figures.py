"""Undo of the kinds that are published or counted from lists: to the last digit, as for our own."""

import pytest
from stores import read_facts as content

import loaders
from loaders.loading import Options

TRUSTS = """\
trust_code,trust_name,region,icb_code,open_date,close_date
RZ1,FIRST NHS TRUST,Y56,QMF,2010-04-01,
RZ2,SECOND NHS TRUST,Y56,QMF,2010-04-01,
"""
SURVEY = """\
org_id,org_name,benchmark_group,variable,year,value,answers
RZ1,FIRST NHS TRUST,Community Trusts,theme_engagement,2025,7.0423,812
RZ2,SECOND NHS TRUST,Community Trusts,theme_engagement,2025,6.9,401
"""
OVERSIGHT = """\
Quarter,Trust_code,Trust_name,Metric_ID,Metric_description,Reporting_date,Units,Value
Q1 2025/26,RZ1,FIRST NHS TRUST,OF0084,Engagement,2024,Score,7.04
"""
FFT = """\
month,setting,level,org_code,org_name,question,responses,eligible,very_good,good,neither,poor,very_poor,\
dont_know,printed_positive,printed_negative
2025-07,mental health,trust,RZ1,FIRST NHS TRUST,experience,100,300,60,28,5,4,2,1,0.88,0.06
2025-07,mental health,trust,RZ2,SECOND NHS TRUST,experience,3,40,*,*,*,*,*,*,-,-
"""
FILES = {
    "nhs_trusts": (TRUSTS, "FIRST", "FORMER"),
    "nhs_staff_survey": (SURVEY, "7.0423", "7.1"),
    "nhs_oversight": (OVERSIGHT, "7.04", "7.05"),
    "nhs_fft": (FFT, ",60,28,", ",61,27,"),
}


@pytest.mark.parametrize("kind", FILES)
def test_every_public_kind(engine, kind):
    text, old, new = FILES[kind]
    empty = content(engine)
    first = loaders.load_file(engine, text.encode(), "first.csv", kind=kind)
    assert (first.status, first.rows.quarantined) == ("loaded", 0), (first.message, first.problems)
    before = content(engine)
    second = loaders.load_file(engine, text.replace(old, new).encode(), "second.csv", kind=kind)
    assert second.rows.changed >= 1, second.message
    assert loaders.undo_load(engine, second.load_id).status == "undone"
    assert content(engine) == before
    assert loaders.undo_load(engine, first.load_id).status == "undone"
    assert content(engine) == empty


def test_what_an_attendance_list_added_to_a_stored_workshop(load, store):
    load(
        "workshop_id | workshop_date | title | directorate | service_users | carers | staff\n"
        "W1 | 2026-07-22 | Working together group | NMH | 7 | 6 | 9\n"
    )
    before = content(store)
    feedback = "workshop_id | workshop_date | title | directorate | service_users | carers | staff | booked\n"
    later = load(f"{feedback}W1 | 2026-07-22 | Working together group | NMH | | | | 30\n")
    assert later.rows.changed == 1
    assert content(store) != before
    assert loaders.undo_load(store, later.load_id).status == "undone"
    assert content(store) == before


def test_a_teams_report(store):
    listed = "Full Name\tUser Action\tTimestamp\n" + "".join(
        f"Person {letter}\t{action}\t22/07/2026, {hour}:00:00\n"
        for letter in "ABC"
        for action, hour in (("Joined", 10), ("Left", 12))
    )
    before = content(store)
    options = Options(answers={"directorate": "NMH", "title": "Working together group"})
    report = loaders.load_file(store, listed.encode("utf-16"), "list.csv", options=options)
    assert report.rows.added == 1, report.message
    assert loaders.undo_load(store, report.load_id).removed == 1
    assert content(store) == before
