"""Public NHS figures beside our own: Friends and Family Test, trusts, staff survey."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped

from data_model.base import Base, Code, Key, LoadKey, Name, Word, not_negative, one_of
from data_model.surveys import FFT_ANSWERS


class FFTSetting(StrEnum):
    """The kind of care that a monthly FFT file is about; maternity asks at four points."""

    MENTAL_HEALTH = "mental health"
    COMMUNITY = "community"
    A_AND_E = "A&E"
    INPATIENT = "inpatient"
    OUTPATIENT = "outpatient"
    AMBULANCE = "ambulance"
    ANTENATAL = "maternity antenatal"
    BIRTH = "maternity birth"
    POSTNATAL_WARD = "maternity postnatal ward"
    POSTNATAL_COMMUNITY = "maternity postnatal community"


class FFTLevel(StrEnum):
    """Whose figures a row holds."""

    TRUST = "trust"
    ENGLAND = "england"


class FFTQuestion(StrEnum):
    """Which question was asked. NHS England calls the two not comparable: never join them."""

    RECOMMEND = "recommend"
    EXPERIENCE = "experience"


class CellState(StrEnum):
    """What a published cell held: a number (0 is one), ``*``, ``-``, or nothing."""

    GIVEN = "given"
    SUPPRESSED = "suppressed"
    NOT_CALCULATED = "not calculated"
    NOT_SUBMITTED = "not submitted"


FFT_STATES = ("responses", "eligible", "answers", "positive", "negative")


class NHSFFTFigure(Base):
    """FFT answers that NHS England publishes: one organisation, or England, in one setting and month.

    The codes of England's rows are our own: ENG, ENG-INC and ENG-EXC (with and without independent
    providers). Printed shares are fractions: 0.882 is 88.2 %.
    """

    __tablename__ = "nhs_fft_figure"
    __table_args__ = (
        UniqueConstraint("month", "setting", "org_code", "question"),
        one_of("setting", FFTSetting),
        one_of("level", FFTLevel),
        one_of("question", FFTQuestion),
        *(one_of(f"{name}_state", CellState) for name in FFT_STATES),
        CheckConstraint("printed_positive BETWEEN 0 AND 1", name="printed_positive_range"),
        CheckConstraint("printed_negative BETWEEN 0 AND 1", name="printed_negative_range"),
        *not_negative("responses", "eligible", *FFT_ANSWERS),
    )

    id: Mapped[Key]
    month: Mapped[date]
    setting: Mapped[Word]
    level: Mapped[Word]
    org_code: Mapped[Code]
    org_name: Mapped[Name]
    question: Mapped[Word]
    responses: Mapped[int | None]
    responses_state: Mapped[Word]
    eligible: Mapped[int | None]
    eligible_state: Mapped[Word]
    very_good: Mapped[int | None]
    good: Mapped[int | None]
    neither: Mapped[int | None]
    poor: Mapped[int | None]
    very_poor: Mapped[int | None]
    dont_know: Mapped[int | None]
    answers_state: Mapped[Word]
    printed_positive: Mapped[float | None]
    positive_state: Mapped[Word]
    printed_negative: Mapped[float | None]
    negative_state: Mapped[Word]
    load_id: Mapped[LoadKey]

    @property
    def positive(self) -> float | None:
        """Share of very good and good among all six answers; the printed share where answers are hidden.

        Source: NHS England's FFT pipeline; *Don't know* counts in the denominator.
        """
        return self._share(self.printed_positive, self.very_good, self.good)

    @property
    def negative(self) -> float | None:
        """Share of poor and very poor among all six answers; the printed share where answers are hidden."""
        return self._share(self.printed_negative, self.poor, self.very_poor)

    def _share(self, printed: float | None, *parts: int | None) -> float | None:
        answers = [getattr(self, name) for name in FFT_ANSWERS]
        if None in answers or None in parts:
            return printed
        return sum(part or 0 for part in parts) / sum(answers) if sum(answers) else None


class NHSTrust(Base):
    """A trust as the Organisation Data Service lists it. Join on the code: names and ICB codes change."""

    __tablename__ = "nhs_trust"
    __table_args__ = (
        UniqueConstraint("trust_code"),
        CheckConstraint("close_date >= open_date", name="closes_after_open"),
    )

    id: Mapped[Key]
    trust_code: Mapped[Code]
    trust_name: Mapped[Name]
    region: Mapped[Name | None]
    icb_code: Mapped[Code | None]
    open_date: Mapped[date]
    close_date: Mapped[date | None]
    load_id: Mapped[LoadKey]


class NHSStaffSurveyFigure(Base):
    """One variable of the NHS Staff Survey for one organisation and year. Compare within a group only.

    Themes and People Promise elements run from 0 to 10, the response rate from 0 to 1. A null value was
    hidden in the file; a year without a row is a gap.
    """

    __tablename__ = "nhs_staff_survey_figure"
    __table_args__ = (
        UniqueConstraint("org_id", "variable", "year"),
        CheckConstraint("value BETWEEN 0 AND 10", name="value_range"),
        *not_negative("answers"),
    )

    id: Mapped[Key]
    org_id: Mapped[Code]
    org_name: Mapped[Name]
    benchmark_group: Mapped[Name]
    variable: Mapped[Code]
    year: Mapped[int]
    value: Mapped[float | None]
    answers: Mapped[int | None]
    load_id: Mapped[LoadKey]
