# ruff: noqa: E501 - a table is as wide as it is
"""The small stores that many tests begin with: a few made-up areas, and two directorates with projects."""

import csv
import io

from sqlalchemy import Engine

import loaders

AREAS = """
area_code | area_name               | area_type   | parent_code | service_type  | aliases
RWX       | Example Trust           | trust       |             |               | ET
NMH       | Newham mental health    | directorate | RWX         | mental health | Newham MH; N & M
LCH       | London community health | directorate | RWX         | community     | London CHS
FOR       | Forensics               | directorate | RWX         |               |
B-NE      | Newham                  | borough     | NMH; LCH    |               | LBN
B-LU      | Luton                   | borough     | FOR         |               |
B-TH      | Tower Hamlets           | borough     | LCH         |               | TH
T-NSO     | Newham South Team       | team        | NMH; B-NE   |               |
T-REH     | Rehabilitation Team     | team        | LCH         |               | Rehab
"""
NEAR_PEOPLE = {
    "areas": """
area_code | area_name               | area_type   | parent_code
RWX       | Example Trust           | trust       |
NMH       | Newham mental health    | directorate | RWX
LCH       | London community health | directorate | RWX
B-NE      | Newham                  | borough     | NMH;LCH
B-TH      | Tower Hamlets           | borough     | LCH
T-NSO     | Newham South Team       | team        | NMH;B-NE
""",
    "qi_projects": """
project_id | title         | directorate | boroughs  | team  | status    | start_date | end_date   | involvement | carers | as_at
Q1         | Waits         | NMH         | B-NE      | T-NSO | active    | 2026-01-10 |            | Big I       | 1      | 2026-01-31
Q2         | Letters       | NMH         | B-NE      |       | active    | 2026-02-10 |            | Little I    |        | 2026-02-28
Q3         | Falls         | LCH         | B-NE;B-TH |       | active    | 2026-03-10 |            |             |        | 2026-03-31
Q4         | Diabetes      | LCH         | B-TH      |       | active    | 2026-03-20 |            | None        |        | 2026-03-31
Q5         | Notes         | LCH         | B-TH      |       | completed | 2026-01-05 | 2026-03-15 |             |        | 2026-03-31
Q3         | Falls at home | LCH         | B-NE;B-TH |       | active    | 2026-03-10 |            |             |        | 2026-04-30
""",
}


def drawn(table: str) -> list[list[str]]:
    """The cells of a table drawn with | between them."""
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def write_drawn(table: str, separator: str = ",", encoding: str = "utf-8") -> bytes:
    """A drawn table as the bytes of a CSV file."""
    stream = io.StringIO()
    csv.writer(stream, delimiter=separator, lineterminator="\n").writerows(drawn(table))
    return stream.getvalue().encode(encoding)


def fill_with_areas(engine: Engine) -> None:
    """A trust, three directorates, three boroughs, two teams."""
    assert loaders.load_file(engine, write_drawn(AREAS), "areas.csv").rows.added == 9


def fill_near_people(engine: Engine) -> None:
    """Two directorates, two boroughs, a team and five projects."""
    for kind, table in NEAR_PEOPLE.items():
        assert loaders.load_file(engine, write_drawn(table), f"{kind}.csv", kind=kind).problems == ()
