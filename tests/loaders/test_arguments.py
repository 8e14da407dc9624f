import json

import openpyxl
import pytest

from loaders.__main__ import DONE, REFUSED, main

STAFF = "month,directorate,team,answers,positive\n2025-03,NMH,,40,30\n2025-04,Nowhere,,1,1\n"
JOINS = """Full Name,User Action,Timestamp
Pat Example,Joined,"22/07/2025, 10:00:00"
Pat Example,Left,"22/07/2025, 11:00:00"
"""


@pytest.fixture
def run(sqlite_store, capsys):
    """``run(...)``: a load in JSON on a store that knows the areas; exit code and reports."""

    def call(*arguments):
        url = sqlite_store.url.render_as_string(hide_password=False)
        code = main(["load", *map(str, arguments), "--json", "--database", url])
        return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return call


def test_what_a_file_does_not_say_is_told_with_set(run, tmp_path):
    file = tmp_path / "joins.csv"
    file.write_text(JOINS, encoding="utf-8")
    assert run(file)[0] == REFUSED
    told = ("--set", "directorate=NMH", "--set", "title=Our day", "--set", "workshop_date=2025-07-22")
    code, [report] = run(file, *told)
    assert (code, report["kind"], report["rows"]["added"]) == (DONE, "workshops", 1)


def test_the_rows_that_were_set_aside_come_as_a_workbook(run, tmp_path):
    file, out = tmp_path / "staff.csv", tmp_path / "aside.xlsx"
    file.write_text(STAFF, encoding="utf-8")
    assert run(file, "--set-aside", out, "--dry-run")[0] == DONE
    sheet = openpyxl.load_workbook(out).active
    assert [cell.value for cell in sheet[2]][:4] == ["2025-04", "Nowhere", None, "1"]
    out.unlink()
    file.write_text(STAFF.replace("Nowhere", "NMH"), encoding="utf-8")
    assert run(file, "--set-aside", out)[0] == DONE
    assert not out.exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("a.csv", "--set", "directorat=NMH"), "nothing is called that"),
        (("a.csv", "--set", "directorate"), "write it as name=answer"),
        (("a.csv", "--set-aside", "out.csv"), "must end in .xlsx"),
        (("a.csv", "b.csv", "--set-aside", "out.xlsx"), "one file at a time"),
    ],
)
def test_what_cannot_be_meant_is_refused_before_anything_is_read(arguments, said, capsys):
    with pytest.raises(SystemExit) as left:
        main(["load", *arguments])
    assert left.value.code == REFUSED
    assert said in capsys.readouterr().err
