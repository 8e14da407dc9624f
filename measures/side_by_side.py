"""Two groups asked about the same care, in words: what each said last, never which of them is higher."""

from __future__ import annotations

from measures.series import MeasureSeries
from measures.writing import describe_point

HOW_TO_READ = "The two questions are not the same. Look at which way each goes, and not at which is higher."


def describe_side_by_side(service_users: MeasureSeries, staff: MeasureSeries) -> str:
    """Both newest figures with their counts; empty where one of them has none."""
    if service_users.last is None or staff.last is None:
        return ""
    asked, answered = (describe_point(s.last, s.definition) for s in (service_users, staff) if s.last)
    return (
        f"Service users and carers, {service_users.when(service_users.last)}: {asked} were good or very "
        f"good. Staff, {staff.when(staff.last)}: {answered} were positive."
    )
