"""Counts from the sample files again what the charts show, with pandas and nothing of ours.

A share of the whole trust is a frame with one row a month (``2025-03``): ``top``, ``below``.
"""

from pathlib import Path

import pandas as pd

FILES = Path(__file__).resolve().parents[2] / "sample_data"


def read_file(name: str) -> pd.DataFrame:
    """A sample file, every cell as the text that it is."""
    return pd.read_csv(FILES / f"{name}.csv", dtype=str, keep_default_na=False)


def recount_big_i() -> pd.DataFrame:
    """Projects with Big I of those with a recorded level, of all active ones on the last day of a month."""
    said = read_file("qi_projects").sort_values("as_at", kind="stable")
    projects = said.groupby("project_id").last()
    recorded = read_file("involvement").rename(columns={"from_date": "day"})
    levels = pd.concat([said.rename(columns={"as_at": "day"}), recorded])[
        ["project_id", "day", "involvement"]
    ]
    levels = levels[levels.involvement != ""].sort_values("day", kind="stable")
    found = {}
    for day in pd.date_range(said.as_at.min(), said.as_at.max(), freq="ME").strftime("%Y-%m-%d"):
        ended = (projects.end_date != "") & (projects.end_date <= day)
        under_way = projects[(projects.start_date <= day) & ~ended].index
        status = said[said.as_at <= day].groupby("project_id").status.last()
        active = under_way[status.reindex(under_way, fill_value="active") == "active"]
        level = levels[levels.day <= day].groupby("project_id").involvement.last().reindex(active).dropna()
        found[day[:7]] = (level.isin(["Big I", "Both"]).sum(), len(level))
    return _frame(found)


def recount_room() -> pd.DataFrame:
    """Service users and carers of everyone who came to workshops in a month."""
    came = read_file("workshops")
    roles = came[["service_users", "carers", "staff", "others"]].replace("", "0").astype(int)
    lived = roles.service_users + roles.carers
    return _by_month(came.workshop_date, lived, roles.sum(axis=1))


def recount_friends_and_family() -> pd.DataFrame:
    """Good and very good of all six answers in a month."""
    answers = read_file("fft")
    counts = answers[["very_good", "good", "neither", "poor", "very_poor", "dont_know"]].astype(int)
    return _by_month(answers.month, counts.very_good + counts.good, counts.sum(axis=1))


def _by_month(days: pd.Series, top: pd.Series, below: pd.Series) -> pd.DataFrame:
    return pd.DataFrame({"top": top, "below": below}).groupby(days.str[:7]).sum()


def _frame(found: dict[str, tuple[int, int]]) -> pd.DataFrame:
    return pd.DataFrame.from_dict(found, orient="index", columns=["top", "below"])
