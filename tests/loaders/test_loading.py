import loaders
from data_model import Area, Load
from data_model.store import reading
from loaders.loading import load_files

STAFF = b"month,directorate,team,answers,positive\n2025-03,NMH,,40,30\n"
PROJECTS = (
    b"project_id,title,directorate,status,start_date,as_at\nQ1,Waits,NMH,active,2025-04-01,2025-04-30\n"
)
RECORDS = b"project_id,from_date,involvement\nQ1,2025-04-01,Both\n"


def test_files_are_loaded_in_the_order_they_need_and_reported_as_given(engine, areas_file):
    files = [
        ("records.csv", RECORDS),
        ("staff.csv", STAFF),
        ("projects.csv", PROJECTS),
        ("areas.csv", areas_file),
    ]
    reports = load_files(engine, files)
    assert [r.file for r in reports] == ["records.csv", "staff.csv", "projects.csv", "areas.csv"]
    assert [r.rows.added for r in reports] == [1, 1, 1, 9]
    assert sorted(r.load_id for r in reports) == [
        r.load_id for r in (reports[3], reports[2], reports[0], reports[1])
    ]


def test_a_dry_run_of_several_files_sees_them_all_and_keeps_nothing(engine, areas_file, content_of):
    before = content_of(engine)
    files = [
        ("records.csv", RECORDS),
        ("projects.csv", PROJECTS),
        ("areas.csv", areas_file),
        ("page.csv", b"<html>"),
    ]
    reports = load_files(engine, files, dry_run=True)
    assert [(r.status, r.rows.added, r.load_id) for r in reports] == [
        ("previewed", 1, None), ("previewed", 1, None), ("previewed", 9, None), ("refused", 0, None),
    ]  # fmt: skip
    assert content_of(engine) == before


def test_a_dry_run_says_what_the_load_says(store, content_of):
    bad = STAFF + b"2025-03,Nowhere,,1,1\n"
    preview = loaders.load_file(store, bad, "staff.csv", dry_run=True)
    report = loaders.load_file(store, bad, "staff.csv")
    assert (preview.rows, preview.problems, preview.message) == (report.rows, report.problems, report.message)
    assert (preview.status, report.status) == ("previewed", "loaded")


def test_a_refused_file_does_not_hold_up_the_others(store):
    reports = load_files(store, [("page.csv", b"<html>"), ("staff.csv", STAFF)])
    assert [r.status for r in reports] == ["refused", "loaded"]
    assert reports[0].message.endswith("Nothing was stored.")


def test_a_refused_file_leaves_no_trace(store, content_of):
    before = content_of(store)
    for data in (b"", b"%PDF-1.4", b"month,month\n1,2\n", STAFF[:40], b"a\x00b", b"PK\x03\x04broken"):
        assert loaders.load_file(store, data, "x.csv").status == "refused"
    assert content_of(store) == before


def test_a_name_is_never_a_path_and_never_personal(store):
    for name in ("../../../etc/cron.d/evil.csv", "C:\\files\\evil.csv", "evil.csv"):
        assert loaders.load_file(store, STAFF, name).file == "evil.csv"
    assert loaders.load_file(store, STAFF, "pat@example.org.csv").file == "(not shown)"


def test_a_very_long_name_is_shortened(store):
    assert len(loaders.load_file(store, STAFF, "x" * 500 + ".csv").file) == 80


def test_who_loaded_is_a_role_from_the_settings_by_default(store, settings_env, count_rows):
    settings_env(PARTICIPATION_LOADED_BY="people participation lead")
    loaders.load_file(store, STAFF, "staff.csv")
    with reading(store) as session:
        assert loaders.query_history(session)[0].loaded_by == "people participation lead"
    assert count_rows(store, Load) == 2


def test_sample_data_comes_whole_once_and_only_into_an_empty_store(sqlite_engine, content_of, count_rows):
    reports = loaders.load_sample_data(sqlite_engine)
    assert {r.kind for r in reports} == {kind for kind in loaders.KINDS if not kind.startswith("nhs_")}
    assert [r.file for r in reports if r.rows.quarantined] == []
    before = content_of(sqlite_engine)
    assert loaders.load_sample_data(sqlite_engine) == []
    assert content_of(sqlite_engine) == before
    assert count_rows(sqlite_engine, Area) == reports[0].rows.added


def test_sample_data_comes_whole_on_a_machine_whose_clock_is_behind(sqlite_engine, settings_env):
    settings_env(PARTICIPATION_TODAY="2020-01-01")
    assert sum(report.rows.quarantined for report in loaders.load_sample_data(sqlite_engine)) == 0


def test_sample_files_loaded_one_by_one_make_the_same_store(sqlite_engine, sample_files, sample_engine):
    load_files(sqlite_engine, [(path.name, path.read_bytes()) for path in sample_files])

    def everything(engine):
        with reading(engine) as session:
            return {name: loaders.query_export(session, name) for name in loaders.KINDS}

    assert everything(sqlite_engine) == everything(sample_engine)


def test_sample_files_twice_are_unchanged_and_marked_as_made_up(sample_copy, sample_files, content_of):
    before = content_of(sample_copy)
    reports = load_files(sample_copy, [(path.name, path.read_bytes()) for path in sample_files])
    assert {r.status for r in reports} == {"unchanged"}
    assert content_of(sample_copy) == before
    with reading(sample_copy) as session:
        assert all(load.is_sample for load in loaders.query_history(session))
