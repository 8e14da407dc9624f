import json

import pytest

from data_model.store import reading
from loaders.__main__ import DONE, REFUSED, main
from loaders.saved_mappings import query_mappings

EXPORT = """ID,Project Title,Department,Project lead,Status,Start,Colour
17,Waits,NMH,Pat Example,Active,01/04/2025,red
18,Falls,LCH,Sam Example,On hold,13/04/2025,blue
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "life_qi.csv"
    path.write_text(EXPORT, encoding="utf-8")
    return path


@pytest.fixture
def run(sqlite_store, capsys):
    """``run("map", ...)``: a command on a store that knows the areas; exit code, output, errors."""

    def call(*arguments):
        url = sqlite_store.url.render_as_string(hide_password=False)
        code = main([*map(str, arguments), "--database", url])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


def kept(engine):
    with reading(engine) as session:
        return query_mappings(session)


def test_a_file_with_other_headings_says_that_it_can_be_mapped(run, file):
    code, out, _ = run("load", file)
    assert code == REFUSED
    assert "python -m loaders map FILE" in out


def test_the_guesses_are_shown_with_first_cells_and_nothing_is_kept(run, file, sqlite_store):
    code, out, _ = run("map", file)
    assert code == DONE
    assert out.startswith("life_qi.csv: 7 headings, mapped to qi_projects.")
    assert '  project_id* <- "ID" (a known name for it): 17, 18' in out
    assert '  start_date* <- "Start" (a known name for it): 01/04/2025, 13/04/2025' in out
    assert "  aim <- - (not found)" in out
    assert "Not read: Project lead, Colour." in out
    assert "Nothing was kept." in out
    assert "Example" not in out
    assert kept(sqlite_store) == []


def test_kept_it_is_known_from_then_on(run, file, sqlite_store):
    code, out, _ = run("map", file, "--kind", "qi_projects", "--save", "--json")
    found = json.loads(out)
    assert (code, found["saved"], found["problems"]) == (DONE, True, [])
    assert {"column": "title", "heading": "Project Title", "sure": "a known name for it"} in found["columns"]
    assert len(kept(sqlite_store)) == 1
    [report] = [json.loads(line) for line in run("load", file, "--json")[1].splitlines()]
    assert (report["kind"], report["status"], report["rows"]["added"]) == ("qi_projects", "loaded", 2)


def test_a_column_can_be_told_and_takes_the_heading_from_a_guess(run, file):
    _, out, _ = run("map", file, "--set", "aim=project title", "--set", "title=Colour", "--json")
    columns = {each["column"]: (each["heading"], each["sure"]) for each in json.loads(out)["columns"]}
    assert columns["aim"] == ("project title", "as told")
    assert columns["title"] == ("Colour", "as told")


@pytest.mark.parametrize(
    ("told", "problem"),
    [
        ("title=", "These columns must have a heading: title."),
        ("title=Nothing", 'The file has no heading "Nothing".'),
        ("surprise=Colour", '"surprise" is not a column of qi_projects.'),
        (
            "team=Project lead",
            '"Project lead" may hold names of people, which are never read. Choose another.',
        ),
    ],
)
def test_a_mapping_with_a_problem_is_not_kept(run, file, sqlite_store, told, problem):
    code, out, _ = run("map", file, "--set", told, "--save")
    assert code == REFUSED
    assert problem in out
    assert kept(sqlite_store) == []


def test_a_file_that_needs_none_or_is_none_says_so(run, file, tmp_path, areas_file):
    (tmp_path / "areas.csv").write_bytes(areas_file)
    code, _, err = run("map", tmp_path / "areas.csv")
    assert (code, err) == (REFUSED, "The file is known as areas by itself. Load it; it needs no mapping.\n")
    code, _, err = run("map", tmp_path / "gone.csv")
    assert (code, err) == (REFUSED, "There is no file of this name, or it cannot be read.\n")
