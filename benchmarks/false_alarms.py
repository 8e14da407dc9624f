"""How often do our charts and words cry wolf, and how often do they find a true rise?

Projects start and end by chance; 40 in 100 have a service user or carer on the team from the first day, and
nothing ever changes. After two years of figures we read our own words at each of 18 month ends, as a reader
would, and count the runs in which they announce a change at any of them. Then the same with a true rise to
70 in 100 from the first watched month on. Limits come from all figures up to that month, as in the product.

Run ``python -m benchmarks.false_alarms --runs 400`` in the project folder.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from enum import IntEnum
from math import inf, sqrt
from statistics import median
from typing import NamedTuple

import numpy as np

import spc.options
from benchmarks.projects_by_chance import (
    Months,
    Projects,
    build_points,
    count_figures,
    count_settled,
    draw_steady,
    give_seats,
    read_sample,
)
from data_model.terms import AreaType
from measures.areas import AreaRef
from measures.chart_choice import calculate_chart
from measures.definitions import Definition, read_definitions
from measures.periods import Period
from measures.sentences import describe_series
from measures.series import MeasureSeries, Point

SEED = 20250930
RUNS = 400
BASELINE, WATCHED = 24, 18
SAMPLE_MONTHS = 67
LONG_BASELINE = SAMPLE_MONTHS - WATCHED
AREA = AreaRef(1, "AREA", "One area", AreaType.DIRECTORATE, None, frozenset())
TODAY = date(2026, 11, 1)  # the words do not depend on it


class Heard(IntEnum):
    """What a reader hears; the higher, the louder."""

    NOTHING = 0
    MARK = 1  # "unusually high", "keep an eye on it"
    CONVERSATION = 2  # "this needs a conversation": a real change for the worse
    REAL_CHANGE = 3  # "this is a real change": for the better


class Way(NamedTuple):
    """One way of judging projects; ``limit`` is the largest share of false alarms that we allow."""

    title: str
    definition: Definition
    period: Period
    limit: float | None


class World(NamedTuple):
    """Where projects come from, and how many months of figures there are before we begin to watch."""

    seed: int
    title: str
    draw: Callable[[np.random.Generator], tuple[Months, Months]]
    baseline: int


class Outcome(NamedTuple):
    """``share`` of the runs in which each loudness was reached, and ``months`` until "real change" was said.

    ``months`` is the median over all runs; a run in which it was never said counts as infinity.
    """

    share: dict[Heard, float]
    months: float


def find_ways() -> dict[str, Way]:
    """The charts of the product by name, and one that it does not use: all four rules on the stock."""
    active, new = (read_definitions()[name] for name in ("big_i_active", "big_i_new"))
    four = active.model_copy(update={"deciding_rules": spc.options.RULES})
    return {
        "stock": Way("Active projects, outside limits only", active, "month", 0.10),
        "stock, four rules": Way("Active projects, all four rules (we do not do this)", four, "month", None),
        "new by month": Way("New projects by month, all four rules", new, "month", 0.27),
        "new by quarter": Way("New projects by quarter, all four rules", new, "quarter", 0.13),
    }


def find_worlds() -> list[World]:
    """Projects by chance, and the sample data's own dates with levels by chance."""
    months = BASELINE + WATCHED
    directorate, trust = "sample dates, one directorate", "sample dates, the trust"
    return [
        World(1, "18 projects at a time", lambda rng: draw_steady(rng, 18, months), BASELINE),
        World(2, "131 projects at a time", lambda rng: draw_steady(rng, 131, months), BASELINE),
        World(3, directorate, lambda _: read_sample("THMH"), BASELINE),
        World(4, trust, lambda _: read_sample(), BASELINE),
        World(5, f"{directorate}, four years in", lambda _: read_sample("THMH"), LONG_BASELINE),
        World(6, f"{trust}, four years in", lambda _: read_sample(), LONG_BASELINE),
    ]


def listen(words: str) -> Heard:
    """How loud the words of a chart are. "No sign of real change" is nothing."""
    if "is a real change" in words:
        return Heard.REAL_CHANGE
    if "needs a conversation" in words:
        return Heard.CONVERSATION
    return Heard.MARK if "was unusually" in words or "Keep an eye" in words else Heard.NOTHING


def read_aloud(way: Way, points: Sequence[Point]) -> str:
    """The words of the product for these points."""
    chart, result = calculate_chart(way.definition, points, (), None)
    series = MeasureSeries(
        way.definition, AREA, way.period, tuple(points), chart, result, None, (), (), None, TODAY
    )
    return describe_series(series)


def watch(way: Way, projects: Projects, baseline: int) -> dict[Heard, float]:
    """At which of the watched month ends, from 1, each loudness is first reached; infinity if never."""
    is_stock = way.definition.is_stock
    points = build_points(count_figures(projects, is_stock, way.period, baseline + WATCHED), way.period)
    first = dict.fromkeys(Heard, inf)
    before = 0
    for at in range(1, WATCHED + 1):
        settled = count_settled(is_stock, way.period, baseline + at)
        if settled == before:
            continue  # no new figure, so the same words
        before = settled
        heard = listen(read_aloud(way, points[:settled]))
        first |= {level: at for level in Heard if level <= heard and first[level] == inf}
        if heard == Heard.REAL_CHANGE:
            break
    return first


def simulate(world: World, way: Way, runs: int, rise: str = "none") -> Outcome:
    """Watch ``runs`` times 18 months. ``rise``: "none", "new" projects only, or "all" projects.

    Every way of judging meets the same projects.
    """
    rng = np.random.default_rng([SEED, world.seed])
    change = None if rise == "none" else world.baseline
    firsts = [
        watch(way, give_seats(rng, *world.draw(rng), change, rise == "all"), world.baseline)
        for _ in range(runs)
    ]
    share = {level: sum(first[level] < inf for first in firsts) / runs for level in Heard}
    return Outcome(share, median(first[Heard.REAL_CHANGE] for first in firsts))


def tell_false_alarms(runs: int) -> Iterator[tuple[str, bool]]:
    """The lines of the first table, each with whether it is above its limit.

    A conversation asked for without need is as false as a real change, so both count against the limit.
    """
    yield _line("", '"real change"', 'or "conversation"', "or any mark"), False
    for way in find_ways().values():
        yield way.title + (f" (at most {way.limit:.0%})" if way.limit else ""), False
        for world in find_worlds():
            share = simulate(world, way, runs).share
            above = way.limit is not None and share[Heard.CONVERSATION] > way.limit
            told = [f"{share[level]:.1%}" for level in (Heard.REAL_CHANGE, Heard.CONVERSATION, Heard.MARK)]
            yield _line(world.title, *told) + ("   too many" if above else ""), above


def tell_true_rises(runs: int) -> Iterator[str]:
    """The lines of the second table."""
    ways = find_ways()
    cases = [("stock", "all"), ("stock", "new"), ("new by month", "new"), ("new by quarter", "new")]
    yield _line("", '"real change"', "median months", "or any mark")
    for name, rise in cases:
        yield f"{ways[name].title}; {rise} projects rise"
        for world in find_worlds():
            outcome = simulate(world, ways[name], runs, rise)
            after = f"over {WATCHED}" if outcome.months > WATCHED else f"{outcome.months:.0f}"
            shares = [f"{outcome.share[level]:.1%}" for level in (Heard.REAL_CHANGE, Heard.MARK)]
            yield _line(world.title, shares[0], after, shares[1])


def _line(title: str, *cells: str) -> str:
    return f"  {title:44}" + "".join(f"{cell:>19}" for cell in cells)


def main() -> int:
    """Print both tables; return 1 if we cry wolf more often than we allow."""
    parser = argparse.ArgumentParser(description="How often do our charts cry wolf?")
    parser.add_argument("--runs", type=int, default=RUNS, help=f"windows of 18 months a line ({RUNS})")
    runs = parser.parse_args().runs
    print(f"{runs} runs a line; a share near 10% is known to within about {2 * sqrt(0.09 / runs):.0%}.\n")
    print("Nothing changes. In what share of 18-month windows do we say so all the same?\n")
    too_many = False
    for line, above in tell_false_alarms(runs):
        print(line)
        too_many = too_many or above
    print("\nA true rise from 40% to 70%, from the first watched month on. How often do we say it?\n")
    for line in tell_true_rises(runs):
        print(line)
    return int(too_many)


if __name__ == "__main__":
    sys.exit(main())
