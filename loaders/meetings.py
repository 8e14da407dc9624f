"""Meetings that people can come to: kind ``meetings``."""

from __future__ import annotations

from data_model import Meeting
from data_model.rows import MeetingRow
from loaders.kind import Kind


class Meetings(Kind):
    """One row a meeting, past or planned."""

    name = "meetings"
    row = MeetingRow
    model = Meeting
    key = ("meeting_id",)
