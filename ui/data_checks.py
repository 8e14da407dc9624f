"""Is the data recent, complete and safe? What is late, missing, not recorded, double or hidden."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from data_model.terms import AreaType
from loaders.kind_titles import describe_kind
from measures.data_quality import find_missing_months, find_sent_measures
from measures.freshness import LATE_AFTER_DAYS, Freshness
from measures.periods import write_period
from ui.access import current_viewer
from ui.file_report import show_problems
from ui.jump_links import show_part_heading
from ui.quality_reads import (
    read_double_projects,
    read_freshness,
    read_hidden_figures,
    read_missing_files,
    read_not_recorded,
    read_out_of_range,
)
from ui.reads import read_areas, read_history, read_quarantined, read_series
from ui.text import show_table, show_text

_AREA_TYPES = (AreaType.DIRECTORATE, AreaType.BOROUGH, AreaType.TEAM)
_DAYS_IN_MONTH = 30.44


def show_freshness() -> None:
    """The last day that each kind of file speaks of, and what is late."""
    show_part_heading("recent", "Is the data recent?")
    found = [each for each in read_freshness() if each.last]
    late = [each for each in found if each.is_late]
    if not found:
        show_text("Nothing has been loaded yet.", "sentence")
        return
    names = ", ".join(describe_kind(each.kind) for each in late)
    show_text(f"Late: {names}." if late else "All that is sent month by month is recent.", "sentence")
    rows = [
        {
            "What": describe_kind(each.kind),
            "Newest figures": write_period(each.last, "event") if each.last else "",
            "Days since": str(each.days),
            "State": _write_state(each),
        }
        for each in found
    ]
    show_table(pd.DataFrame(rows), "How recent each kind of file is")
    show_text(f"Late means: more than {LATE_AFTER_DAYS} days since the last day that the file speaks of.")


def show_not_recorded() -> None:
    """The active projects of which nobody wrote down how people are involved."""
    show_part_heading("not-recorded", "Which projects have no involvement recorded?")
    found = read_not_recorded(current_viewer())
    if not found:
        show_text("Involvement is recorded for every active project.", "sentence")
        return
    if len(found) == 1:
        show_text("1 active project has no involvement recorded.", "sentence")
    else:
        show_text(f"{len(found)} active projects have no involvement recorded.", "sentence")
    show_text("Ask each team, then load the answers as “Involvement in QI projects”. The oldest come first.")
    rows = [
        {
            "Project": row.title,
            "Directorate": row.directorate,
            "Age": _write_age(row.age_days),
            "Id": row.project_id,
        }
        for row in found
    ]
    show_table(pd.DataFrame(rows), "Active projects with no involvement recorded, the oldest first")


def show_missing_months() -> None:
    """Areas that sent no figures for some months between their first and the newest, and files that lack."""
    show_part_heading("missing", "Which months are missing?")
    viewer, tree = current_viewer(), read_areas()
    areas = [area.id for kind in _AREA_TYPES for area in tree.of_type(kind)]
    rows = [
        {"What": gap.measure_title, "Where": gap.area_name, "Missing": ", ".join(gap.periods)}
        for measure in find_sent_measures()
        for gap in find_missing_months(read_series(viewer, measure, areas))
    ]
    rows += [
        {"What": describe_kind(gap.kind), "Where": gap.part or "Everywhere", "Missing": ", ".join(gap.months)}
        for gap in read_missing_files()
    ]
    if not rows:
        show_text("No month is missing.", "sentence")
        return
    show_text("A missing month is drawn as a gap, never as nought.", "sentence")
    show_table(pd.DataFrame(rows), "Missing months by measure or kind of file, and place")


def show_set_aside() -> None:
    """What keeps rows out of the figures, over all loads that count."""
    show_part_heading("set-aside", "What was set aside?")
    loads = [load for load in read_history() if load.rows.quarantined and not load.undone_at]
    if not loads:
        show_text("No row was set aside.", "sentence")
        return
    rows = sum(load.rows.quarantined for load in loads)
    of = "1 row was" if rows == 1 else f"{rows:,} rows were"
    show_text(f"{of} set aside when the file came, and count in no figure.", "sentence")
    show_text("Answers outside their range and rows that contradict each other are among them.")
    for load in loads:
        title = f"Load {load.load_id}: {describe_kind(load.kind)}, {load.rows.quarantined:,} set aside"
        with st.expander(title):
            show_problems(None, read_quarantined(load.load_id))


def show_out_of_range() -> None:
    """Answers that cannot be right, whatever kind of file they came in."""
    show_part_heading("range", "Which answers lie outside their range?")
    found = read_out_of_range()
    if not found:
        show_text("No answer lies outside its range.", "sentence")
        return
    answers = sum(each.answers for each in found)
    show_text("1 answer does." if answers == 1 else f"{answers:,} answers do.", "sentence")
    rows = [
        {
            "Kind of file": describe_kind(each.kind),
            "Column": each.column or "",
            "What is wrong": each.problem,
            "Answers": f"{each.answers:,}",
            "What became of them": "set aside" if each.is_set_aside else "counted as not answered",
        }
        for each in found
    ]
    show_table(pd.DataFrame(rows), "Answers outside their range by kind of file")


def show_double_projects() -> None:
    """Projects that may have been entered twice."""
    show_part_heading("double", "Has a project been entered twice?")
    found = read_double_projects(current_viewer())
    if not found:
        show_text("No two active projects of a directorate have the same title.", "sentence")
        return
    show_text(f"{len(found)} titles stand more than once in a directorate.", "sentence")
    rows = [
        {"Title": each.title, "Directorate": each.directorate, "Ids": ", ".join(each.project_ids)}
        for each in found
    ]
    show_table(pd.DataFrame(rows), "Titles that several projects of a directorate share")


def show_hidden() -> None:
    """How many figures nobody sees, and why."""
    show_part_heading("hidden", "What is hidden so that nobody can be recognised?")
    found = read_hidden_figures()
    if not found:
        show_text("No figure is hidden.", "sentence")
        return
    hidden = sum(row.in_file + row.by_rule for row in found)
    show_text(f"{hidden:,} monthly figures of {len(found)} measures are hidden.", "sentence")
    show_text("We hide counts below a number, and what would give them away.")
    rows = [
        {
            "Measure": row.measure_title,
            "Figures": f"{row.figures:,}",
            "Hidden in the file": f"{row.in_file:,}",
            "Hidden by us": f"{row.by_rule:,}",
            "Counts below": str(row.below),
        }
        for row in found
    ]
    show_table(pd.DataFrame(rows), "How many figures of each measure are hidden")


def _write_state(each: Freshness) -> str:
    return "late" if each.is_late else "recent"


def _write_age(days: int) -> str:
    months = int(days / _DAYS_IN_MONTH)
    if months < 1:
        return f"{days} days"
    return "1 month" if months == 1 else f"{months} months"
