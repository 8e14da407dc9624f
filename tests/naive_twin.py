"""The naive twin: every measure computed from the rows of the sample files, with no code of ours.

Slow on purpose. It knows areas by their codes and names, asks one question at a time, and does
nothing clever, so that a person who reads the definitions can see that it is right.
"""

import csv
from calendar import monthrange
from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from python_calamine import CalamineWorkbook

FOLDER = Path(__file__).resolve().parents[1] / "sample_data"
Answer = dict[tuple[str, str, str], tuple[float, float | None]]  # (area code, period, part) -> num, den


def rows_of(kind):
    path = FOLDER / f"{kind}.csv"
    if path.exists():
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))
    sheet = CalamineWorkbook.from_path(FOLDER / f"{kind}.xlsx").get_sheet_by_index(0).to_python()
    return [dict(zip(map(str, sheet[0]), row, strict=True)) for row in sheet[1:]]


def day(text):
    return date.fromisoformat(text)


def last_day(d):
    return d.replace(day=monthrange(d.year, d.month)[1])


def month_ends(first, last):
    found, d = [], last_day(first)
    while d <= last:
        found.append(d)
        d = last_day(d + timedelta(days=1))
    return found


def label(d):
    return d.replace(day=1).isoformat()


def who_came(row):
    """The people of a workshop by role as far as it is known, and whether every role is."""
    roles = ("service_users", "carers", "staff", "others", "unknown_role")
    count = {r: int(row[r]) for r in roles if row.get(r)}
    if count.get("unknown_role") == 0:
        del count["unknown_role"]
    all_known = count.keys() >= set(roles[:3]) and "unknown_role" not in count
    if all_known:
        count.setdefault("others", 0)
    return count, all_known


def attendance_cells(count, all_known):
    """What one workshop adds: measure, part, numerator, denominator."""
    cells = [("workshop_attendance", part, n, 0) for part, n in count.items()]
    lived = [count[r] for r in ("service_users", "carers") if r in count]
    if lived:
        cells.append(("workshop_attendance", "lived_experience", sum(lived), 0))
    if count:
        cells.append(("workshop_attendance", "", sum(count.values()), 0))
    if all_known:
        cells.append(("workshop_parity", "", sum(lived), sum(count.values())))
    return cells


def days_between(days):
    """From each day with a workshop in an area to the next."""
    return {
        (area, later.isoformat(), ""): ((later - earlier).days, None)
        for area, dates in days.items()
        for earlier, later in pairwise(sorted(dates))
    }


class Twin:
    def __init__(self):
        self.code = {}
        for row in rows_of("areas"):
            for name in (row["area_code"], row["area_name"], *row["aliases"].split(";")):
                if name:
                    self.code[row["area_type"], name] = row["area_code"]
        self.states = defaultdict(list)
        for row in rows_of("qi_projects"):
            self.states[row["project_id"]].append(row)
        for states in self.states.values():
            states.sort(key=lambda r: r["as_at"])
        self.records = defaultdict(list)
        for row in rows_of("involvement"):
            self.records[row["project_id"]].append(row)
        self.known_to = max(day(s["as_at"]) for states in self.states.values() for s in states)
        self.first = min(day(states[-1]["start_date"]) for states in self.states.values())

    def areas(self, row, boroughs=None):
        names = (boroughs if boroughs is not None else row.get("borough", "")) or ""
        found = {"RWK", self.code["directorate", row["directorate"]]}
        found |= {self.code["borough", n] for n in names.split(";") if n}
        if row.get("team"):
            found.add(self.code["team", row["team"]])
        return found

    def state(self, project, on):
        before = [s for s in self.states[project] if day(s["as_at"]) <= on]
        return before[-1] if before else self.states[project][0]

    def level(self, project, on):
        """The newest recorded level by that day with its people, or None if none was recorded."""
        said = [
            (r["as_at"], 0, r) for r in self.states[project] if r["involvement"] and day(r["as_at"]) <= on
        ] + [(r["from_date"], 1, r) for r in self.records[project] if day(r["from_date"]) <= on]
        if not said:
            return None
        newest = max(said, key=lambda t: t[:2])[2]
        level = "Big I" if newest["involvement"] == "Both" else newest["involvement"]
        counted = [newest["service_users"], newest["carers"]]
        people = sum(int(c) for c in counted if c) if any(counted) else None
        return level, people

    def active(self, project, on):
        newest = self.states[project][-1]
        if day(newest["start_date"]) > on or (newest["end_date"] and day(newest["end_date"]) <= on):
            return False
        if on < day(self.states[project][0]["as_at"]):
            return True
        return self.state(project, on)["status"] == "active"

    def each_active(self):
        for on in month_ends(self.first, self.known_to):
            for project in self.states:
                if self.active(project, on):
                    state = self.state(project, on)
                    yield label(on), self.areas(state, state["boroughs"]), self.level(project, on)

    def project_measures(self):
        names = ("big_i_active", "little_i_active", "involvement_recorded", "people_on_projects")
        found = {m: defaultdict(lambda: [0, 0]) for m in (*names, "active_projects")}

        def add(measure, areas, month, numerator, denominator):
            for area in areas:
                cell = found[measure][area, month, ""]
                cell[0] += numerator
                cell[1] += denominator

        first_seen = {}
        for month, areas, level in self.each_active():
            for area in areas:
                first_seen.setdefault(area, month)
            add("active_projects", areas, month, 1, 0)
            add("involvement_recorded", areas, month, level is not None, 1)
            if level is not None:
                add("big_i_active", areas, month, level[0] == "Big I", 1)
                add("little_i_active", areas, month, level[0] == "Little I", 1)
                if level[0] == "Big I" and level[1] is not None:
                    add("people_on_projects", areas, month, level[1], 1)
        for area, month in first_seen.items():
            for on in month_ends(day(month), self.known_to):
                add("active_projects", [area], label(on), 0, 0)
        found["active_projects"] = {k: (v[0], None) for k, v in found["active_projects"].items()}
        return {m: {k: tuple(v) for k, v in cells.items()} for m, cells in found.items()}

    def big_i_new(self):
        found = defaultdict(lambda: [0, 0])
        for project, states in self.states.items():
            start = day(states[-1]["start_date"])
            if start > self.known_to:
                continue
            by = start + timedelta(days=60)
            said = [r for r in states if r["involvement"] and day(r["as_at"]) <= by]
            said += [r for r in self.records[project] if day(r["from_date"]) <= by]
            reached = any(r["involvement"] in ("Big I", "Both") for r in said)
            state = self.state(project, start)
            for area in self.areas(state, state["boroughs"]):
                found[area, label(start), ""][0] += reached
                found[area, label(start), ""][1] += 1
        return {k: tuple(v) for k, v in found.items()}

    def workshop_measures(self, rows):
        names = (
            "workshop_attendance",
            "workshop_parity",
            "workshop_worth",
            "access_needs_met",
            "workshops_held",
        )
        found = {m: defaultdict(lambda: [0, 0]) for m in names}
        days = defaultdict(set)
        not_known = set()
        for row in rows:
            when = day(row["workshop_date"])
            count, all_known = who_came(row)
            if not count and not int(row["rating_answers"] or 0):
                continue
            for area in self.areas(row):
                if not count:
                    not_known.add(("workshop_attendance", area, label(when)))
                if not all_known:
                    not_known.add(("workshop_parity", area, label(when)))
                cells = attendance_cells(count, all_known)
                for measure, top, below in (
                    ("workshop_worth", "rating_positive", "rating_answers"),
                    ("access_needs_met", "access_needs_met", "access_needs_asked"),
                ):
                    if row[top] and row[below]:
                        cells.append((measure, "", int(row[top]), int(row[below])))
                if row["workshop_type"] in ("", "co-production workshop"):
                    cells.append(("workshops_held", "", 1, 0))
                for measure, part, top, below in cells:
                    found[measure][area, label(when), part][0] += top
                    found[measure][area, label(when), part][1] += below
                days[area].add(when)
        held = found["workshops_held"]
        newest = max(month for _, month, _ in held)
        for area in {a for a, _, _ in held}:
            first = min(month for a, month, _ in held if a == area)
            for on in month_ends(day(first), last_day(day(newest))):
                held[area, label(on), ""][0] += 0
        counts = ("workshop_attendance", "workshops_held")
        answer = {
            m: {k: (v[0], None if m in counts else v[1]) for k, v in cells.items() if m in counts or v[1]}
            for m, cells in found.items()
        }
        for measure, area, month in not_known:
            answer[measure][area, month, ""] = (None, None)
        return {**answer, "workshop_gap": days_between(days)}

    def survey_measures(self):
        found = {
            m: defaultdict(lambda: [0, 0])
            for m in ("fft_positive", "dialog_meetings", "dialog_treatment", "staff_satisfaction")
        }

        def add(measure, row, top, below):
            for area in self.areas(row):
                cell = found[measure][area, f"{row['month'][:7]}-01", ""]
                cell[0] += top
                cell[1] += below

        for row in rows_of("fft"):
            six = [int(row[a]) for a in ("very_good", "good", "neither", "poor", "very_poor", "dont_know")]
            add("fft_positive", row, six[0] + six[1], sum(six))
        for row in rows_of("dialog"):
            answered, score = int(row["answered"]), float(row["mean_score"])
            if row["item"] == "11":
                add("dialog_meetings", row, answered * score, answered)
            if row["item"] in ("9", "10", "11"):
                add("dialog_treatment", row, answered * score, answered)
        for row in rows_of("staff_survey"):
            add(
                "staff_satisfaction",
                {**row, "month": str(row["month"])},
                int(row["positive"]),
                int(row["answers"]),
            )
        return {m: {k: tuple(v) for k, v in cells.items()} for m, cells in found.items()}

    def taking_part_measures(self):
        """Voices heard, claims paid on time, and who was still there half a year after joining."""
        found = {m: defaultdict(lambda: [0, 0]) for m in ("voice_heard", "paid_on_time", "staying_involved")}
        newest = max(row["month"] for row in rows_of("staying"))

        def add(measure, row, top, below):
            for area in self.areas(row):
                cell = found[measure][area, f"{row['month']}-01", ""]
                cell[0], cell[1] = cell[0] + int(top), cell[1] + int(below)

        for row in rows_of("pulse"):
            if row["question"] == "heard":
                agree = int(row["agree"]) + int(row["strongly_agree"])
                others = int(row["strongly_disagree"]) + int(row["disagree"]) + int(row["neither"])
                add("voice_heard", row, agree, agree + others)
        for row in rows_of("payments"):
            add("paid_on_time", row, row["paid_on_time"], row["claims"])
        early = set()
        for row in rows_of("staying"):
            year, month = (int(part) for part in row["month"].split("-"))
            if f"{year + (month > 6)}-{(month + 5) % 12 + 1:02d}" > newest:
                early |= {(area, f"{row['month']}-01", "") for area in self.areas(row)}
            elif row["after_6_months"]:
                add("staying_involved", row, row["after_6_months"], row["joined"])
        answer = {m: {k: tuple(v) for k, v in cells.items()} for m, cells in found.items()}
        return {**answer, "staying_involved": answer["staying_involved"] | dict.fromkeys(early, (None, None))}


def compute_everything():
    """Every measure: id to its cells."""
    it = Twin()
    return {
        **it.project_measures(),
        "big_i_new": it.big_i_new(),
        **it.workshop_measures(rows_of("workshops")),
        **it.survey_measures(),
        **it.taking_part_measures(),
    }
