"""Marked values that must not be anywhere: not in the store, the reports, the log or on the screen."""

import json
import logging

import pytest

import loaders
from data_model.store import reading
from loaders.__main__ import main
from loaders.wording import describe_report

EMAIL, PHONE, NHS, POSTCODE = "canary.pat@example.org", "07700 900987", "NHS no 999 123 4560", "ZE9 9ZZ"
CANARIES = ("canary", "900987", "999 123", "ZE9")

FILES = {
    "in text": f"project_id,from_date,involvement,note\nQ1,2025-04-01,Both,ring {PHONE} or {NHS}\n",
    "in an id": f"project_id,from_date,involvement\n{EMAIL},2025-04-01,Both\n",
    "in columns of numbers": f"month,directorate,answers,positive\n{NHS},{EMAIL},{PHONE},{POSTCODE}\n",
    "in an extra column": f"month,directorate,answers,positive,{EMAIL}\n2025-03,NMH,4,3,{NHS}\n",
    "in a place of a name": f"month,directorate,team,answers,positive\n2025-03,NMH,{EMAIL},4,3\n",
    "in headings that are not known": f"month,directorate,{EMAIL},{PHONE}\n1,2,3,4\n",
    "without headings": f"Canary Person,{EMAIL}\n{NHS},{PHONE}\n",
    "beside broken quotes": f'month,directorate,answers,positive\n"{EMAIL},1\n2025-03,NMH,4,3\n',
    "in a row of totals": f"month,directorate,answers,positive\nTotal {EMAIL},NMH,4,3\n",
    "in a list": (
        f"project_id,title,directorate,boroughs,status,start_date\nQ1,T,NMH,{EMAIL};{PHONE},active,2025-01-01\n"
    ),
    "in a target": f"measure,area,from_date,value,agreed_by\nbig_i_new,{EMAIL},2025-04-01,{PHONE},{NHS}\n",
    "in an area": f"area_code,area_name,area_type,parent_code,aliases\nA,{EMAIL},team,{PHONE},{NHS}\n",
}


def everything_in(engine, content_of) -> str:
    rows, _ = content_of(engine)
    return repr(rows)


@pytest.mark.parametrize("where", FILES)
def test_personal_data_reaches_nothing(sqlite_store, where, content_of, caplog):
    with caplog.at_level(logging.DEBUG):
        report = loaders.load_file(sqlite_store, FILES[where].encode(), f"{EMAIL}.csv")
    seen = json.dumps(report.as_json()) + describe_report(report) + caplog.text
    with reading(sqlite_store) as session:
        seen += repr(loaders.query_history(session)) + everything_in(sqlite_store, content_of)
    assert not report.is_fault
    for canary in CANARIES:
        assert canary.lower() not in seen.lower()


def test_the_command_line_prints_none_of_it(tmp_path, sqlite_store, capsys):
    url = sqlite_store.url.render_as_string(hide_password=False)
    for number, text in enumerate(FILES.values()):
        (tmp_path / f"file_{number}.csv").write_text(text, encoding="utf-8")
    main(["load", *map(str, sorted(tmp_path.glob("*.csv"))), "--database", url])
    seen = "".join(capsys.readouterr())
    assert "set aside" in seen
    for canary in CANARIES:
        assert canary.lower() not in seen.lower()
