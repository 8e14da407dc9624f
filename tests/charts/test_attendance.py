import dataclasses

import altair as alt

from charts.attendance import PARTS, build_attendance_chart
from measures.calculations.workshops import ROLES
from measures.disclosure import LIVED_EXPERIENCE
from measures.periods import add_months
from tests.charts.conftest import FIRST

HIDDEN = None


def test_roles_are_stacked_in_their_fixed_order(make_attendance):
    series = make_attendance(others=[1], staff=[20], service_users=[12], carers=[5])
    frame = build_attendance_chart(series, "People came.").frame
    assert [part.key for part in PARTS] == list(ROLES)
    assert frame["text"].tolist() == ["12 service users", "5 carers", "20 staff", "1 others"]
    assert frame["start"].tolist() == [0, 12, 17, 37]
    assert frame["end"].tolist() == [12, 17, 37, 38]
    assert frame["tone"].tolist() == ["deep", "middle", "pale", "paper"]


def test_a_hidden_role_is_not_drawn_at_all(make_attendance):
    frame = build_attendance_chart(
        make_attendance(service_users=[12], carers=[HIDDEN], staff=[9]), "So."
    ).frame
    assert frame["text"].tolist() == ["12 service users", "9 staff"]
    assert frame["start"].tolist() == [0, 12]


def test_lived_experience_is_no_role_of_its_own(make_attendance):
    series = make_attendance(**{"service_users": [12], "carers": [5], LIVED_EXPERIENCE: [17]})
    assert len(build_attendance_chart(series, "So.").frame) == 2


def test_a_month_without_people_has_no_column(make_attendance):
    assert len(build_attendance_chart(make_attendance(staff=[0, 8]), "So.").frame) == 1


def test_only_shown_months_are_drawn(make_attendance):
    series = dataclasses.replace(make_attendance(staff=[7, 8]), first_shown=add_months(FIRST, 1))
    assert build_attendance_chart(series, "So.").frame["text"].tolist() == ["8 staff"]


def test_no_parts_leave_an_empty_table_of_the_same_kinds(make_attendance, make_series):
    full = build_attendance_chart(make_attendance(staff=[7]), "So.").frame
    empty = build_attendance_chart(make_series("workshop_attendance", []), "So.").frame
    assert len(empty) == 0
    assert full.dtypes.to_dict() == empty.dtypes.to_dict()


def test_the_alt_text_names_the_roles(make_attendance):
    assert build_attendance_chart(make_attendance(staff=[7]), "People came.").alt == (
        "People came. Columns by role: service users, carers, staff and others, April 2022, at 40."
    )


def test_the_spec_is_reused(make_attendance):
    pictures = [build_attendance_chart(make_attendance(staff=[n]), "So.") for n in (7, 8)]
    assert pictures[0].spec is pictures[1].spec


def test_the_spec_is_a_chart_that_vega_lite_knows(make_attendance):
    assert alt.Chart.from_dict(build_attendance_chart(make_attendance(staff=[7]), "So.").spec, validate=True)
