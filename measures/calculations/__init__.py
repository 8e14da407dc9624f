"""The calculations: one function a measure, from stored rows to figures.

`CALCULATIONS` maps each measure id to its function; `measures check` holds it against the catalogue.
"""

from collections.abc import Callable

from sqlalchemy.orm import Session

from measures.areas import AreaTree
from measures.calculations import paid_and_staying, projects, surveys, workshops
from measures.figures import Figure

Calculation = Callable[[Session, AreaTree], list[Figure]]

CALCULATIONS: dict[str, Calculation] = {
    "access_needs_met": workshops.calculate_access_needs_met,
    "active_projects": projects.calculate_active_projects,
    "big_i_active": projects.calculate_big_i_active,
    "big_i_new": projects.calculate_big_i_new,
    "dialog_meetings": surveys.calculate_dialog_meetings,
    "dialog_treatment": surveys.calculate_dialog_treatment,
    "fft_positive": surveys.calculate_fft_positive,
    "involvement_recorded": projects.calculate_involvement_recorded,
    "little_i_active": projects.calculate_little_i_active,
    "paid_on_time": paid_and_staying.calculate_paid_on_time,
    "people_on_projects": projects.calculate_people_on_projects,
    "staff_satisfaction": surveys.calculate_staff_satisfaction,
    "staying_involved": paid_and_staying.calculate_staying_involved,
    "voice_heard": surveys.calculate_voice_heard,
    "workshop_attendance": workshops.calculate_workshop_attendance,
    "workshop_gap": workshops.calculate_workshop_gap,
    "workshop_parity": workshops.calculate_workshop_parity,
    "workshop_worth": workshops.calculate_workshop_worth,
    "workshops_held": workshops.calculate_workshops_held,
}

__all__ = ["CALCULATIONS", "Calculation"]
