"""Where the trust stands among all trusts, from NHS England's Oversight Framework files."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_model import Area, OversightFigure
from data_model.terms import AreaType

STAFF_ENGAGEMENT = "OF0084"
RAISING_CONCERNS = "OF0061"


@dataclass(frozen=True)
class OversightPosition:
    """One national metric at its newest date: the trust's value, the middle of all, and everybody's value.

    Values are in the metric's own unit (staff survey scores: 0 to 10). ``others`` holds the values
    of all trusts, our own included, lowest first.
    """

    metric: str
    reporting_date: str
    units: str
    trust_name: str
    value: float
    median: float | None
    lower_quartile: float | None
    upper_quartile: float | None
    others: tuple[float, ...]


def query_oversight_position(session: Session, metric_id: str) -> OversightPosition | None:
    """Read the newest figures of a metric; None where no file with this trust has been loaded."""
    code = session.scalar(
        select(Area.area_code).where(Area.area_type == AreaType.TRUST).order_by(Area.area_code)
    )
    f = OversightFigure
    own = session.scalars(
        select(f)
        .where(f.metric_id == metric_id, f.trust_code == code, f.value.is_not(None))
        .order_by(f.reporting_date.desc())
    ).first()
    if own is None or own.value is None:
        return None
    everybody = session.scalars(
        select(f.value).where(
            f.metric_id == metric_id, f.reporting_date == own.reporting_date, f.value.is_not(None)
        )
    )
    others = tuple(sorted(v for v in everybody if v is not None))
    return OversightPosition(
        own.metric_description.strip(), own.reporting_date, own.units, own.trust_name, own.value,
        own.median_value, own.lower_quartile, own.upper_quartile, others,
    )  # fmt: skip


def describe_position(position: OversightPosition) -> str:
    """Where the trust stands, in words: its value against the middle of all trusts."""
    score = f"{position.value:.2f}"
    if position.median is None:
        return f"In {position.reporting_date}, {position.trust_name} scored {score} {position.units}."
    gap = position.value - position.median
    side = "the same as" if abs(gap) < 0.005 else "above" if gap > 0 else "below"  # noqa: PLR2004
    return (
        f"In {position.reporting_date}, {position.trust_name} scored {score} {position.units}. "
        f"That is {side} the middle of {len(position.others)} trusts, {position.median:.2f}."
    )
