from datetime import date

from measures.forum import query_actions, query_forum_entries

DAY = date(2026, 5, 1)
ENTRIES = """
entry_id,entry_type,entry_date,directorate,borough,measure,project_id,text,owner_role,due_date,done_date
E1,note,2026-04-01,NMH,,big_i_new,,Two people joined,,,
E2,decision,2026-04-01,NMH,B-NE,,,We ask at the first visit,,,
E3,action,2026-03-01,NMH,,,,Send the pack,QI coach,2026-04-30,
E4,action,2026-03-01,LCH,B-TH,,,Book the hall,Team lead,2026-04-01,2026-05-01
E5,action,2026-03-01,LCH,,,,Ask the group,Team lead,2026-05-01,
E6,big i plan,2026-04-20,LCH,,,Q3,Two carers join in May,,,
E7,action,2026-03-02,NMH,,,,Write to all,QI coach,2026-04-01,
"""


def test_entries_newest_first_with_the_title_of_their_project(ask, load_rows):
    load_rows("forum_entries", ENTRIES)
    found = ask(query_forum_entries, "RWX", DAY)
    assert [e.entry_id for e in found] == ["E6", "E2", "E1", "E7", "E5", "E4", "E3"]
    assert (found[0].entry_type, found[0].project_title) == ("big_i_plan", "Falls at home")
    assert (found[2].measure, found[2].project_title) == ("big_i_new", None)


def test_an_earlier_day_does_not_know_what_was_written_later(ask, load_rows):
    load_rows("forum_entries", ENTRIES)
    assert [e.entry_id for e in ask(query_forum_entries, "NMH", date(2026, 3, 1))] == ["E3"]


def test_actions_are_late_from_the_day_after_they_were_due(ask, load_rows):
    load_rows("forum_entries", ENTRIES)
    states = [(a.entry.entry_id, str(a.state)) for a in ask(query_actions, "RWX", DAY)]
    assert states == [("E7", "late"), ("E3", "late"), ("E5", "due"), ("E4", "done")]
    the_day_before = ask(query_actions, "RWX", date(2026, 4, 30))
    assert [(a.entry.entry_id, str(a.state)) for a in the_day_before] == [
        ("E7", "late"), ("E4", "late"), ("E3", "due"), ("E5", "due"),
    ]  # fmt: skip


def test_an_area_and_a_viewer_get_their_own(ask, load_rows):
    load_rows("forum_entries", ENTRIES)
    assert [a.entry.entry_id for a in ask(query_actions, "B-TH", DAY)] == ["E4"]
    assert ask(query_actions, "NMH", DAY, see=["LCH"]) == []
    seen = ask(query_forum_entries, "RWX", DAY, see=["RWX", "LCH"])
    assert {e.directorate for e in seen} == {"London community health"}
