"""The course of one directorate's QI projects, month by month, as its plan wants it."""

from collections import Counter
from datetime import date
from random import Random

from sample_data.areas import BOROUGHS, directorate_of, teams_of
from sample_data.involvement_levels import Flow, big_record, change_level, join_team, leave_team, small_record
from sample_data.months import interpolate, month_key, month_number, month_words, pick_weekday, weekdays
from sample_data.plans import BALANCED_MONTH, FIRST_MONTH, Plan
from sample_data.qi_project import Project
from sample_data.topics import topics_for

_LENGTHS = (3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 18, 24)
_LENGTH_WEIGHTS = (2, 3, 5, 7, 9, 10, 11, 11, 10, 12, 10, 8, 3)
_SHORTEST = 3
# Months that a project takes from one step of its progress score to the next.
_STEP_MONTHS, _HALFWAY = 4, 3.5


class Course:
    """Simulates a directorate; every draw comes from its own seeded stream."""

    def __init__(self, directorate: str, plan: Plan, seed: int) -> None:
        self.rng = Random(f"{seed}:projects:{directorate}")
        self.directorate = directorate_of(directorate)
        self.plan = plan
        self.projects: list[Project] = []
        self._flow = Flow(self.rng, plan.flow)
        self._recorded = Flow(
            self.rng,
            {FIRST_MONTH: ((plan.unrecorded - 1, plan.unrecorded),) if plan.unrecorded else ((1, 1),)},
        )
        self._running: list[Project] = []
        self._topics = list(topics_for(directorate))
        self.rng.shuffle(self._topics)
        self._used: Counter[str] = Counter()

    @property
    def active(self) -> list[Project]:
        """Projects that run and are not paused."""
        return [project for project in self._running if project.status == "active"]

    def step(self, month: date, first_id: int) -> None:
        """Play one month (its last day); new projects are numbered from ``first_id``."""
        self._end_due(month)
        self._pause_and_resume(month)
        target = self._target(month)
        self._end_early(month, target)
        missing = max(0, target - len(self.active))
        days = weekdays(month.replace(day=1), month)
        opening = month_key(month) == FIRST_MONTH
        starts = days[:1] * missing if opening else sorted(self.rng.choices(days, k=missing))
        for number, day in enumerate(starts):
            length = self._length(long_ones=opening)
            age = self.rng.randrange(length) if opening else 0
            self._start(month, day, first_id + number, age=age, left=length - age)
        self._raise_scores(month)
        self._drift(month)
        self._steer(month)

    def _is_exact(self, month: date) -> bool:
        return month_key(month) in (*self.plan.exact, BALANCED_MONTH)

    def _target(self, month: date) -> int:
        wanted = round(interpolate(self.plan.active, month))
        wobble = self.rng.choice((-1, 0, 0, 0, 1))
        return wanted if self._is_exact(month) or wanted < 2 else wanted + wobble

    def _length(self, *, long_ones: bool) -> int:
        """Months that a project takes; of those under way on any one day, ``long_ones`` are the more."""
        weights = [w * (n if long_ones else 1) for n, w in zip(_LENGTHS, _LENGTH_WEIGHTS, strict=True)]
        return max(_SHORTEST, self.rng.choices(_LENGTHS, weights)[0] - self.plan.shorter)

    def _end_due(self, month: date) -> None:
        for project in self.active:
            if project.planned_end <= month_number(month_key(month)):
                self._end(project, month, stopped=self.rng.random() < 0.15)

    def _end_early(self, month: date, target: int) -> None:
        now = month_number(month_key(month))
        old = [p for p in self.active if now - p.began >= _SHORTEST]
        for project in old[: max(0, len(self.active) - target)]:
            self._end(project, month, stopped=self.rng.random() < 0.4)

    def _end(self, project: Project, month: date, *, stopped: bool) -> None:
        project.end_date = pick_weekday(self.rng, month.replace(day=1), month)
        project.statuses.append((month, "stopped" if stopped else "completed"))
        self._running.remove(project)
        if stopped:
            return
        chance = 0.66 if project.is_big else 0.42
        met = self.rng.random() < chance
        project.aim_result = (
            "met" if met else self.rng.choice(("not met", "not met", "too early", "not known"))
        )
        if met:
            project.scores.append((month, max(project.scores[-1][1], self.rng.choice((3.5, 4.0, 4.5, 5.0)))))

    def _pause_and_resume(self, month: date) -> None:
        for project in self._running:
            if project.status == "paused" and self.rng.random() < 0.4:
                project.statuses.append((month, "active"))
                project.planned_end = max(project.planned_end, month_number(month_key(month)) + 2)
            elif project.status == "active" and self.rng.random() < 0.008:
                project.statuses.append((month, "paused"))

    def _start(self, month: date, day: date, number: int, *, age: int, left: int) -> None:
        """Put a project on the register that has run for ``age`` months and has ``left`` to go."""
        now = month_number(month_key(month))
        teams = teams_of(self.directorate.code)
        team = self.rng.choice(teams) if teams and self.rng.random() < 0.65 else None
        boroughs = (team.borough,) if team and team.borough else self._boroughs()
        title, aim = self._title(team.name if team else self._place(boroughs))
        project = Project(
            project_id=f"QI-{number:04d}",
            directorate=self.directorate.code,
            title=title,
            aim=f"By {month_words(now + left)}, {aim[0].lower()}{aim[1:]}.",
            boroughs=boroughs,
            team=team.code if team else "",
            start_date=day,
            began=now - age,
            planned_end=now + left,
            scores=[(month, self._first_score(age))],
            statuses=[(month, "active")],
        )
        self._first_level(project, month)
        self.projects.append(project)
        self._running.append(project)

    def _first_score(self, age: int) -> float:
        return min(_HALFWAY, self.rng.choice((0.5, 0.5, 1.0)) + age // _STEP_MONTHS / 2)

    def _boroughs(self) -> tuple[str, ...]:
        served = self.directorate.boroughs
        count = min(len(served), self.rng.choice((1, 1, 2, 3)))
        chosen = self.rng.sample(served, count)
        return tuple(code for code in served if code in chosen)

    def _place(self, boroughs: tuple[str, ...]) -> str:
        """The only borough of a project where its directorate serves others too, else the directorate."""
        if len(boroughs) != 1 or len(self.directorate.boroughs) == 1:
            return self.directorate.name
        return next(borough.name for borough in BOROUGHS if borough.code == boroughs[0])

    def _title(self, place: str) -> tuple[str, str]:
        """The next topic in turn, of those used least in that place; and what its aim promises."""
        turn = len(self.projects) % len(self._topics)
        turns = self._topics[turn:] + self._topics[:turn]
        topic, aim = min(turns, key=lambda one: self._used[f"{one[0]}, {place}"])
        self._used[f"{topic}, {place}"] += 1
        return f"{topic}, {place}", aim

    def _first_level(self, project: Project, month: date) -> None:
        if not self._recorded.draw(month_key(month)):
            return
        last = min(month, project.start_date.replace(day=min(month.day, project.start_date.day + 10)))
        day = pick_weekday(self.rng, project.start_date, last) or project.start_date
        big = self._flow.draw(month_key(month))
        project.levels.append(big_record(self.rng, day) if big else small_record(self.rng, day))

    def _raise_scores(self, month: date) -> None:
        for project in self.active:
            score = project.scores[-1][1]
            if project.scores[-1][0] < month and score < 4 and self.rng.random() < 0.25:
                project.scores.append((month, score + 0.5))

    def _drift(self, month: date) -> None:
        for project in self.active:
            chance = self.rng.random()
            if project.level is None:
                continue
            if project.level.level == "None" and chance < 0.03:
                change_level(self.rng, project, month, big=False, note="The team held a listening event.")
            elif self.plan.drift and project.is_big and chance < 0.02:
                leave_team(self.rng, project, month)
            elif self.plan.drift and chance > 0.995:
                join_team(self.rng, project, month)

    def record_level(self, project: Project, month: date) -> None:
        """Fill in the level of a project that had none."""
        change_level(self.rng, project, month, big=self._flow.draw(month_key(month)), settled=False)

    def _steer(self, month: date) -> None:
        if not self.plan.wanted:
            return
        share = interpolate(self.plan.wanted, month)
        slack = 0 if self._is_exact(month) or share >= 1 else 1
        recorded = sum(project.level is not None for project in self.active)
        self.bring_to(month, round(share * recorded), slack, force=not slack)

    def bring_to(self, month: date, wanted: int, slack: int = 0, *, force: bool = False) -> None:
        """Change levels one by one until the active projects with Big I are within ``slack`` of ``wanted``.

        ``force`` lets projects change that still count as new.
        """
        order = self.rng.sample(self.active, len(self.active))
        count = sum(project.is_big for project in order)
        for project in order:
            if count < wanted - slack and project.level and not project.is_big:
                count += join_team(self.rng, project, month, settled=not force)
            elif count > wanted + slack and project.is_big:
                count -= leave_team(self.rng, project, month)
