import loaders
from data_model.store import reading

BAD = "month | directorate | team | answers | positive\n2025-03 | Newham | | 40 | x\n2025-04 | NMH | | 1 | 1"


def test_the_newest_load_comes_first(load, store):
    report = load(BAD, name="staff.csv")
    with reading(store) as session:
        newest, oldest = loaders.query_history(session)
    assert (newest.load_id, newest.file, oldest.file) == (report.load_id, "staff.csv", "areas.csv")
    line = newest.as_json()
    assert line["rows"] == report.rows.as_json()
    assert line["loaded_at"].endswith("+00:00")
    assert (line["as_at"], line["is_sample"], line["message"]) == (None, False, report.message)


def test_what_was_set_aside_reads_as_it_was_reported(load, store):
    report = load(BAD)
    with reading(store) as session:
        assert tuple(loaders.query_quarantined(session, report.load_id)) == report.problems
        assert loaders.query_quarantined(session, 999) == []
