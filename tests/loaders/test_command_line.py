import io
import json
import sys

import pytest

from loaders import reader
from loaders.__main__ import DONE, FAULT, REFUSED, main

STAFF = "month,directorate,team,answers,positive\n2025-03,NMH,,40,30\n2025-04,Nowhere,,1,1\n"


@pytest.fixture
def files(tmp_path, areas_file):
    """A folder with an areas file, a staff survey with one bad row, and a page that is no table."""
    (tmp_path / "areas.csv").write_bytes(areas_file)
    (tmp_path / "staff.csv").write_text(STAFF, encoding="utf-8")
    (tmp_path / "page.csv").write_text("<html>", encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(sqlite_engine, capsys):
    """``run("load", ...)``: a command on a fresh store; exit code, output, errors."""

    def call(*arguments):
        asked = [str(argument) for argument in arguments]
        if asked[0] != "template":
            asked += ["--database", sqlite_engine.url.render_as_string(hide_password=False)]
        code = main(asked)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


def objects(out: str) -> list[dict]:
    return [json.loads(line) for line in out.splitlines()]


def test_json_is_one_object_a_file_in_the_order_given_and_nothing_else(run, files):
    code, out, err = run("load", files / "staff.csv", files / "areas.csv", "--json")
    staff, areas = objects(out)
    assert (code, err) == (DONE, "")
    assert list(staff) == ["file", "kind", "status", "load_id", "rows", "problems", "message"]
    assert (areas["file"], areas["kind"], areas["status"], areas["load_id"]) == (
        "areas.csv",
        "areas",
        "loaded",
        1,
    )
    assert staff["rows"] == {"read": 2, "added": 1, "changed": 0, "unchanged": 0, "quarantined": 1}
    [problem] = staff["problems"]
    assert list(problem) == ["row", "column", "value", "problem", "cure"]
    assert (problem["row"], problem["column"], problem["value"]) == (3, "directorate", "Nowhere")


def test_a_refused_file_is_exit_two_and_the_others_are_loaded(run, files):
    code, out, _ = run("load", files / "page.csv", files / "areas.csv", files / "not_there.csv", "--json")
    assert code == REFUSED
    assert [o["status"] for o in objects(out)] == ["refused", "loaded", "refused"]
    assert objects(out)[0]["kind"] is None


def test_people_read_sentences(run, files):
    run("load", files / "areas.csv")
    code, out, _ = run("load", files / "staff.csv")
    assert code == DONE
    assert out.splitlines()[:2] == [
        "staff.csv: loaded as staff_survey.",
        "  2 rows read: 1 added, 1 set aside.",
    ]
    assert 'Row 3, directorate "Nowhere": No directorate goes by "Nowhere".' in out


def test_a_dry_run_keeps_nothing(run, files):
    code, out, _ = run("load", files / "staff.csv", files / "areas.csv", "--dry-run", "--json")
    assert code == DONE
    assert [(o["status"], o["load_id"], o["rows"]["added"]) for o in objects(out)] == [
        ("previewed", None, 1), ("previewed", None, 9),
    ]  # fmt: skip
    assert json.loads(run("history", "--json")[1]) == {"loads": []}


def test_twice_is_unchanged(run, files):
    run("load", files / "areas.csv")
    [again] = objects(run("load", files / "areas.csv", "--json")[1])
    assert (again["status"], again["rows"]["unchanged"]) == ("unchanged", 9)


def test_a_kind_and_a_day_can_be_given(run, files):
    run("load", files / "areas.csv")
    project = "project_id,title,directorate,status,start_date\nQ1,Waits,NMH,active,2025-04-01\n"
    (files / "projects.csv").write_text(project, encoding="utf-8")
    arguments = ("--kind", "qi_projects", "--as-at", "30/04/2025", "--json")
    [report] = objects(run("load", files / "projects.csv", *arguments)[1])
    assert report["rows"]["added"] == 1
    exported = json.loads(run("export", "qi_projects", "--json")[1])
    assert exported["rows"][0]["as_at"] == "2025-04-30"


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("load",),
        ("load", "x.csv", "--kind", "surprise"),
        ("load", "x.csv", "--as-at", "04/31/2025"),
        ("template", "surprise"),
        ("export", "fft", "--out", "out.pdf"),
        ("export", "fft", "--out", "no_such_folder/out.csv"),
        ("export", "fft", "--out", "out.json"),
        ("undo", "first"),
    ],
)
def test_usage_errors_are_exit_two(arguments, capsys):
    with pytest.raises(SystemExit) as left:
        main(list(arguments))
    assert left.value.code == REFUSED
    assert "Traceback" not in capsys.readouterr().err


def test_a_template_to_the_screen_and_to_files(run, tmp_path):
    _, out, _ = run("template", "targets")
    assert out == "measure,area,from_date,value,agreed_by\n"
    run("template", "targets", "--out", tmp_path / "t.csv")
    assert (tmp_path / "t.csv").read_text(encoding="utf-8") == out
    run("template", "targets", "--out", tmp_path / "t.xlsx")
    assert (tmp_path / "t.xlsx").read_bytes().startswith(b"PK")


def test_an_export_in_three_forms(run, files):
    run("load", files / "areas.csv")
    code, out, _ = run("export", "areas")
    assert (code, out.splitlines()[0]) == (
        DONE,
        "area_code,area_name,area_type,parent_code,service_type,aliases",
    )
    found = json.loads(run("export", "areas", "--json")[1])
    assert list(found) == ["kind", "columns", "rows"]
    assert found["rows"][0] == {
        "area_code": "B-LU", "area_name": "Luton", "area_type": "borough", "parent_code": "FOR",
        "service_type": None, "aliases": None,
    }  # fmt: skip
    run("export", "areas", "--out", files / "out.xlsx")
    [report] = objects(run("load", files / "out.xlsx", "--json")[1])
    assert report["status"] == "unchanged"


def test_history_for_people_and_programs(run, files):
    assert run("history")[1] == "Nothing has been loaded yet.\n"
    run("load", files / "areas.csv")
    assert "1. areas.csv (areas)" in run("history")[1]
    [load] = json.loads(run("history", "--json")[1])["loads"]
    assert (load["load_id"], load["rows"]["added"]) == (1, 9)


def test_sample_data_only_into_an_empty_store(run, sample_files):
    code, out, _ = run("sample", "--json")
    assert (code, len(objects(out))) == (DONE, len(sample_files))
    assert run("sample")[1] == "The store is not empty, so the sample data was not loaded.\n"


def test_a_fault_of_ours_is_exit_one_without_a_traceback(run, files, monkeypatch):
    def fail(*_, **__):
        raise RuntimeError("07700 900123")

    monkeypatch.setattr("loaders.__main__.load_files", fail)
    code, out, err = run("load", files / "areas.csv", "--json")
    assert code == FAULT
    assert [o["status"] for o in objects(out)] == ["refused"]
    assert "07700" not in out + err
    assert "Traceback" not in err


def test_stopping_it_is_said_in_a_sentence(run, files, monkeypatch):
    def stop(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("loaders.__main__.load_files", stop)
    code, _, err = run("load", files / "areas.csv")
    assert (code, err) == (FAULT, "Stopped. What was not finished was not stored.\n")


def test_a_store_that_cannot_be_opened_says_what_to_do(files, capsys):
    code = main(["load", str(files / "areas.csv"), "--database", f"sqlite:///{files / 'no' / 'store.db'}"])
    assert code == FAULT
    assert "Check DATABASE_URL" in capsys.readouterr().err


def test_the_module_runs_as_people_run_it(run_module, files, tmp_path):
    database = f"sqlite:///{tmp_path / 'store.db'}"
    done = run_module("loaders", "load", files / "areas.csv", "--json", database=database)
    assert (done.returncode, done.stderr) == (DONE, "")
    assert json.loads(done.stdout)["rows"]["added"] == 9
    refused = run_module("loaders", "load", files / "page.csv", database=database)
    assert refused.returncode == REFUSED
    assert "looks like a web page" in refused.stdout


def test_a_file_is_read_where_the_error_stream_is_no_file(sqlite_engine, tmp_path, areas_file, monkeypatch):
    # As in a notebook. The process that reads is forked for the first file, so it is started anew here.
    reader._SERVER.stop()
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(io.BytesIO()))
    path = tmp_path / "areas.csv"
    path.write_bytes(areas_file)
    assert main(["load", str(path), "--database", sqlite_engine.url.render_as_string()]) == DONE
    reader._SERVER.stop()
