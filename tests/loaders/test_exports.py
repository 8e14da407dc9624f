import csv
import io
import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import loaders
from data_model.store import reading
from loaders import tables
from loaders.exports import save_file, write_csv, write_rows
from loaders.report import RefusedFileError


def read_table(data: bytes, name: str, kind: str | None = None):
    return tables.read_table(io.BytesIO(data), tables.Hints(name, kind))


ENDINGS = (".csv", ".xlsx")
EXAMPLES = int(os.environ.get("PARTICIPATION_EXAMPLES", "20"))


def export(engine, kind: str, ending: str) -> bytes:
    with reading(engine) as session:
        rows = loaders.query_export(session, kind)
    return write_rows(loaders.KINDS[kind].row.columns(), rows, ending)


def cells(engine) -> dict:
    with reading(engine) as session:
        return {kind: loaders.query_export(session, kind) for kind in loaders.KINDS}


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_template_has_the_headings_of_its_kind(kind, ending):
    data = loaders.write_template(kind.name, ending)
    with pytest.raises(RefusedFileError, match=f"the headings of {kind.name} but no rows"):
        read_table(data, f"x{ending}")


# How a file is read has nothing to do with the store: a workbook, which takes long, goes to one of the two.
@pytest.mark.parametrize(
    ("dialect", "ending"), [("sqlite", ".csv"), ("sqlite", ".xlsx"), ("postgresql", ".csv")]
)
def test_an_export_loaded_again_changes_nothing(stores, dialect, ending, content_of):
    with stores.opened(dialect, "with_sample") as engine:
        check_that_nothing_changes(engine, ending, content_of)


def check_that_nothing_changes(sample_copy, ending, content_of):
    before = content_of(sample_copy)
    for kind in loaders.KINDS:
        if kind.startswith("nhs_"):
            continue
        data = export(sample_copy, kind, ending)
        report = loaders.load_file(sample_copy, data, f"{kind}{ending}")
        assert (report.status, report.kind, report.problems) == ("unchanged", kind, ())
    assert content_of(sample_copy) == before


@pytest.mark.parametrize(("dialect", "ending"), [("sqlite", ".csv"), ("postgresql", ".xlsx")])
def test_an_export_makes_the_same_store_again(stores, dialect, sample_engine, ending):
    with stores.opened(dialect) as engine:
        check_that_it_is_the_same_again(engine, sample_engine, ending)


def check_that_it_is_the_same_again(engine, sample_engine, ending):
    kinds = [kind for kind in loaders.KINDS if not kind.startswith("nhs_")]
    files = [(f"{kind}{ending}", export(sample_engine, kind, ending)) for kind in kinds]
    assert {r.status for r in loaders.load_files(engine, files)} == {"loaded"}
    assert cells(engine) == cells(sample_engine)


def test_what_a_spreadsheet_would_run_is_written_as_text(sqlite_store):
    with reading(sqlite_store) as session:
        rows = loaders.query_export(session, "areas")
    rows[0]["area_name"] = "=HYPERLINK(1)"
    written = list(csv.DictReader(io.StringIO(write_csv(list(rows[0]), rows))))
    assert written[0]["area_name"] == "'=HYPERLINK(1)"


def test_negative_numbers_are_numbers():
    assert write_csv(["value"], [{"value": -0.5}, {"value": "-0.5"}]) == "value\n-0.5\n'-0.5\n"


def test_an_export_for_excel_is_marked_as_utf_8():
    assert write_rows(["a"], [{"a": "ŵ"}], ".csv").startswith(b"\xef\xbb\xbf")


def test_the_same_rows_make_the_same_bytes():
    assert write_rows(["a"], [{"a": 1.5}], ".xlsx") == write_rows(["a"], [{"a": 1.5}], ".xlsx")


def test_a_file_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    target = tmp_path / "out.csv"
    target.write_bytes(b"before")

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.replace", fail)
    with pytest.raises(OSError, match="No space"):
        save_file(target, b"after")
    assert target.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [target]


# --- any text that can be stored comes back the same ---------------------------------------------------

TEXT = st.text(
    alphabet=st.one_of(
        st.sampled_from("=+-@'\"\t\n,; ＝\u00a0"), st.characters(codec="utf-8", exclude_categories=["Cc"])
    ),
    min_size=1,
    max_size=40,
)
HEADER = ["idea_id", "title", "measure", "start_date", "status", "prediction", "what_happened"]


def ideas_file(texts: list[tuple[str, str, str]]) -> bytes:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(HEADER)
    for number, (title, prediction, happened) in enumerate(texts):
        writer.writerow([f"C{number}", title, "big_i_new", "2025-03-01", "testing", prediction, happened])
    return stream.getvalue().encode()


@given(texts=st.lists(st.tuples(TEXT, TEXT, TEXT), min_size=1, max_size=4))
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_goes_round_unchanged(sqlite_store, texts):
    first = loaders.load_file(sqlite_store, ideas_file(texts), "ideas.csv")
    assert not first.is_fault
    for ending in ENDINGS:
        data = export(sqlite_store, "change_ideas", ending)
        with reading(sqlite_store) as session:
            stored = loaders.query_export(session, "change_ideas")
        if stored:
            again = loaders.load_file(sqlite_store, data, f"ideas{ending}")
            assert (again.status, again.problems) == ("unchanged", ())
