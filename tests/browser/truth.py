"""What the store holds and what of it nobody may see, by our policy in plain words and not by our code.

A count of 1 to 4 people (staff: 1 to 9) is secret, with every number of the figure that it stands in.
What else is hidden only guards these, and is judged by whether they can be worked out.
"""

import sqlite3
from typing import NamedTuple

import pandas as pd

from measures.definitions import read_definitions
from measures.periods import write_period

# Answers and attendances: 5; of staff 10. The other measures count projects, workshops and days.
BELOW_WHICH = {
    "workshop_attendance": 5, "workshop_parity": 5, "workshop_worth": 5, "access_needs_met": 5,
    "fft_positive": 5, "dialog_meetings": 5, "dialog_treatment": 5, "staff_satisfaction": 10,
    "voice_heard": 5, "paid_on_time": 5, "staying_involved": 5,
}  # fmt: skip
# Counted by quarter everywhere, and where few people are: a quarter is the sum of its months.
BY_QUARTER, AT_TIMES_BY_QUARTER = ("staff_satisfaction", "staying_involved"), ("voice_heard", "paid_on_time")
ROLES = ("service_users", "carers", "staff", "others", "unknown_role")
LIVED = "lived_experience"
TOP, BELOW = "numerator", "denominator"


class Cell(NamedTuple):
    """One figure: measure, code of the area, period as people say it, part."""

    measure: str
    area: str
    when: str
    part: str


Amount = tuple[Cell, str]  # a cell, and whether its number on top or below is meant


class Total(NamedTuple):
    """An amount that anybody knows to be the sum of others, if only because the page says so."""

    whole: Amount
    parts: tuple[Amount, ...]


class Truth:
    """Every number about people (``amounts``), and the figures that hold one too small (``small``)."""

    def __init__(self, database: str):
        with sqlite3.connect(database.split("///", 1)[1]) as store:
            self.areas = pd.read_sql("SELECT * FROM area", store, index_col="id")
            stored = pd.read_sql("SELECT * FROM measure_value", store, parse_dates=["period_start"])
        store.close()
        self.amounts: dict[Amount, float] = {}
        self.small: set[Cell] = set()
        self._shares: dict[Cell, tuple[float, float]] = {}
        about_people = stored.measure_id.isin(BELOW_WHICH)
        by_month = about_people & ~stored.measure_id.isin(BY_QUARTER)
        for row in stored[by_month].itertuples():
            self._keep(row, "month")
        quarterly = stored[stored.measure_id.isin((*BY_QUARTER, *AT_TIMES_BY_QUARTER))]
        quarters = quarterly.period_start.dt.to_period("Q").dt.start_time
        keys = ["measure_id", "area_id", "period_start", "part"]
        sums = quarterly.assign(period_start=quarters).groupby(keys)[[TOP, BELOW]].sum(min_count=1)
        for row in sums.reset_index().itertuples():
            self._keep(row, "quarter")
        self._open_to_all = set((stored.numerator / stored.denominator)[~about_people].dropna())

    def _keep(self, row, period) -> None:
        when = write_period(row.period_start.date(), period)
        cell = Cell(row.measure_id, self.areas.area_code[row.area_id], when, row.part)
        numbers = [number for number in (row.numerator, row.denominator) if pd.notna(number)]
        self.amounts |= {(cell, side): n for side, n in zip((TOP, BELOW), numbers, strict=False)}
        if any(0 < number < BELOW_WHICH[cell.measure] for number in numbers):
            self.small.add(cell)
        if len(numbers) == 2 and all(numbers):
            self._shares[cell] = (numbers[0], numbers[1])

    def small_shares(self) -> dict[float, str]:
        """The share of each figure that is too small, with the words that would say it.

        Without those that a figure of many people happens to equal: it may be shown.
        """
        many = {top / below for cell, (top, below) in self._shares.items() if cell not in self.small}
        return {
            top / below: f"{top:,.0f} of {below:,.0f} {read_definitions()[cell.measure].words.counted}"
            for cell, (top, below) in self._shares.items()
            if cell in self.small and top / below not in self._open_to_all | many
        }

    def find_totals(self) -> list[Total]:
        """What a reader may use to take numbers away: roles and everyone, the room's share, the trust."""
        return [total for total in (*self._of_roles(), *self._of_the_trust()) if self._adds_up(total)]

    def _of_roles(self):
        for cell, _ in self.amounts:
            if cell.measure != "workshop_attendance" or cell.part:
                continue
            of = {part: (cell._replace(part=part), TOP) for part in (*ROLES, LIVED)}
            room = cell._replace(measure="workshop_parity")
            yield Total((cell, TOP), tuple(of[role] for role in ROLES))
            yield Total(of[LIVED], tuple(of[role] for role in ROLES[:2]))
            yield Total((room, TOP), (of[LIVED],))
            yield Total((room, BELOW), ((cell, TOP),))

    def _of_the_trust(self):
        trust = set(self.areas.area_code[self.areas.area_type == "trust"])
        directorates = self.areas.area_code[self.areas.area_type == "directorate"]
        for cell, side in self.amounts:
            if cell.area in trust:
                yield Total((cell, side), tuple((cell._replace(area=d), side) for d in directorates))

    def _adds_up(self, total: Total) -> bool:
        parts = sum(self.amounts.get(part, 0) for part in total.parts)
        return self.amounts.get(total.whole) == parts

    def is_secret(self, amount: Amount) -> bool:
        """Whether it is a number that nobody may know."""
        return 0 < self.amounts.get(amount, 0) < BELOW_WHICH[amount[0].measure]
