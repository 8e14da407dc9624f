"""Write the sample files: ``python -m sample_data.generate [--until DATE] [--seed N] [--out FOLDER]``."""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from sample_data import (
    areas,
    dialog,
    fft,
    ideas,
    payments,
    projects,
    pulse,
    staff_survey,
    staying,
    workshops,
)
from sample_data.drivers import DRIVER_COLUMNS, build_driver_rows
from sample_data.forum_entries import FORUM_ENTRY_COLUMNS, build_forum_entry_rows
from sample_data.meetings import MEETING_COLUMNS, build_meeting_rows
from sample_data.months import last_complete_month_end
from sample_data.opportunities import OPPORTUNITY_COLUMNS, build_opportunity_rows
from sample_data.qi_project import Project
from sample_data.stories import STORY_COLUMNS, build_story_rows
from sample_data.writing import Cell, write_csv, write_workbook
from sample_data.you_said import YOU_SAID_COLUMNS, build_you_said_rows

UNTIL = date(2026, 10, 31)
SEED = 29
FOLDER = Path(__file__).parent


def generate(until: date = UNTIL, seed: int = SEED, out: Path = FOLDER) -> list[Path]:
    """Write all sample files up to the last month that is complete by ``until``; returns their paths.

    The same arguments give the same bytes on any machine and day. Raises ``OSError`` if ``out`` cannot be
    written.
    """
    last = last_complete_month_end(until)
    found = projects.build_projects(last, seed)
    tables = {
        "areas": (areas.AREA_COLUMNS, areas.build_area_rows()),
        "qi_projects": (projects.PROJECT_COLUMNS, projects.build_state_rows(found, last)),
        "involvement": (projects.INVOLVEMENT_COLUMNS, projects.build_involvement_rows(found)),
        "workshops": (workshops.WORKSHOP_COLUMNS, workshops.build_workshop_rows(last, seed)),
        "fft": (fft.FFT_COLUMNS, fft.build_fft_rows(last, seed)),
        "dialog": (dialog.DIALOG_COLUMNS, dialog.build_dialog_rows(last, seed)),
        "pulse": (pulse.PULSE_COLUMNS, pulse.build_pulse_rows(last, seed)),
        "payments": (payments.PAYMENT_COLUMNS, payments.build_payment_rows(last, seed)),
        "staying": (staying.STAYING_COLUMNS, staying.build_staying_rows(last, seed)),
        "change_ideas": (ideas.IDEA_COLUMNS, ideas.build_idea_rows(last)),
        "targets": (ideas.TARGET_COLUMNS, ideas.build_target_rows()),
        **_taking_part(found, last),
    }
    out.mkdir(parents=True, exist_ok=True)
    paths: list[Path] = []
    for kind, (columns, rows) in tables.items():
        paths.append(out / f"{kind}.csv")
        write_csv(paths[-1], columns, rows)
    paths.append(out / "staff_survey.xlsx")
    staff_rows = staff_survey.build_staff_rows(last, seed)
    write_workbook(paths[-1], "staff_survey", staff_survey.STAFF_COLUMNS, staff_rows)
    return paths


def _taking_part(
    found: list[Project], last: date
) -> dict[str, tuple[tuple[str, ...], list[tuple[Cell, ...]]]]:
    """What people wrote down, by kind. No chance is used, so no other file depends on these."""
    return {
        "opportunities": (OPPORTUNITY_COLUMNS, build_opportunity_rows(found, last)),
        "you_said": (YOU_SAID_COLUMNS, build_you_said_rows(last)),
        "meetings": (MEETING_COLUMNS, build_meeting_rows()),
        "stories": (STORY_COLUMNS, build_story_rows(found, last)),
        "forum_entries": (FORUM_ENTRY_COLUMNS, build_forum_entry_rows(found, last)),
        "drivers": (DRIVER_COLUMNS, build_driver_rows(last)),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line and write the files."""
    parser = argparse.ArgumentParser(description="Write the made-up sample files.")
    parser.add_argument(
        "--until", type=date.fromisoformat, default=UNTIL, help="last day, such as 2026-10-31"
    )
    parser.add_argument("--seed", type=int, default=SEED, help="a whole number")
    parser.add_argument("--out", type=Path, default=FOLDER, help="folder for the files")
    chosen = parser.parse_args(arguments)
    generate(chosen.until, chosen.seed, chosen.out)


if __name__ == "__main__":
    main()
