"""Counts of survey answers by month and area: Friends and Family Test, DIALOG, staff, pulse."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from data_model.base import Base, Key, Word, not_negative, one_of
from data_model.terms import PulseQuestion

# No index but the natural key's on these tables: each further one makes a load of a million rows a third
# slower, and nothing that people wait for looks rows up by load or directorate.
FFT_ANSWERS = ("very_good", "good", "neither", "poor", "very_poor", "dont_know")
# From one end of the scale to the other, as a bar shows them.
PULSE_ANSWERS = ("strongly_disagree", "disagree", "neither", "agree", "strongly_agree")


class FFTCount(Base):
    """Friends and Family Test answers of one month. All six null = suppressed (`*`) in the file."""

    __tablename__ = "fft_count"

    id: Mapped[Key]
    month: Mapped[date]
    directorate_id: Mapped[int] = mapped_column(ForeignKey("area.id"))
    borough_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"))
    team_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"))
    very_good: Mapped[int | None]
    good: Mapped[int | None]
    neither: Mapped[int | None]
    poor: Mapped[int | None]
    very_poor: Mapped[int | None]
    dont_know: Mapped[int | None]
    load_id: Mapped[int] = mapped_column(ForeignKey("load.id"))

    __table_args__ = (
        # A blank borough or team is a value of its own here; two nulls would not collide.
        Index(
            "uq_fft_count_month_area",
            "month",
            "directorate_id",
            text("coalesce(borough_id, 0)"),
            text("coalesce(team_id, 0)"),
            unique=True,
        ),
        *not_negative(*FFT_ANSWERS),
    )


class DialogScore(Base):
    """DIALOG answers to one of the eleven items in one month. Null counts = suppressed."""

    __tablename__ = "dialog_score"

    id: Mapped[Key]
    month: Mapped[date]
    directorate_id: Mapped[int] = mapped_column(ForeignKey("area.id"))
    borough_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"))
    team_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"))
    item: Mapped[int]
    answered: Mapped[int | None]
    mean_score: Mapped[float | None]
    satisfied: Mapped[int | None]
    load_id: Mapped[int] = mapped_column(ForeignKey("load.id"))

    __table_args__ = (
        Index(
            "uq_dialog_score_month_area_item",
            "month",
            "directorate_id",
            text("coalesce(borough_id, 0)"),
            text("coalesce(team_id, 0)"),
            "item",
            unique=True,
        ),
        CheckConstraint("item BETWEEN 1 AND 11", name="item_range"),
        CheckConstraint("mean_score BETWEEN 1 AND 7", name="mean_score_range"),
        CheckConstraint("satisfied <= answered", name="satisfied_within_answered"),
        *not_negative("answered", "satisfied"),
    )


class StaffSurveyCount(Base):
    """Staff who were asked whether they are satisfied with the care they deliver. Null = suppressed."""

    __tablename__ = "staff_survey_count"

    id: Mapped[Key]
    month: Mapped[date]
    directorate_id: Mapped[int] = mapped_column(ForeignKey("area.id"))
    team_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"))
    answers: Mapped[int | None]
    positive: Mapped[int | None]
    load_id: Mapped[int] = mapped_column(ForeignKey("load.id"))

    __table_args__ = (
        Index(
            "uq_staff_survey_count_month_area",
            "month",
            "directorate_id",
            text("coalesce(team_id, 0)"),
            unique=True,
        ),
        CheckConstraint("positive <= answers", name="positive_within_answers"),
        *not_negative("answers", "positive"),
    )


class PulseCount(Base):
    """Answers of people who take part to one question of the pulse survey. All five null = suppressed."""

    __tablename__ = "pulse_count"

    id: Mapped[Key]
    month: Mapped[date]
    directorate_id: Mapped[int] = mapped_column(ForeignKey("area.id"))
    borough_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"))
    team_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"))
    question: Mapped[Word]
    strongly_disagree: Mapped[int | None]
    disagree: Mapped[int | None]
    neither: Mapped[int | None]
    agree: Mapped[int | None]
    strongly_agree: Mapped[int | None]
    load_id: Mapped[int] = mapped_column(ForeignKey("load.id"))

    __table_args__ = (
        Index(
            "uq_pulse_count_month_area_question",
            "month",
            "directorate_id",
            text("coalesce(borough_id, 0)"),
            text("coalesce(team_id, 0)"),
            "question",
            unique=True,
        ),
        one_of("question", PulseQuestion),
        *not_negative(*PULSE_ANSWERS),
    )
