"""How much time an item has left, for a forum that asked for it: whole minutes, which hurry nobody."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import ceil

from measures.writing import count_of

_SECONDS = 60


@dataclass
class ItemClock:
    """How long each item was on the wall, also where the room comes back to it."""

    number: int = 0
    since: float = 0.0
    spent: dict[int, float] = field(default_factory=dict)

    def measure(self, number: int, now: float) -> float:
        """The seconds for which item ``number``, which is shown now, was shown so far; `time.monotonic`."""
        if number != self.number:
            self.spent[self.number] = self.spent.get(self.number, 0.0) + now - self.since
            self.number, self.since = number, now
        return self.spent.get(number, 0.0) + now - self.since


def describe_time_left(minutes: int, seconds: float) -> str:
    """What is left of an item of so many ``minutes`` after so many ``seconds``."""
    left = ceil((minutes * _SECONDS - seconds) / _SECONDS)
    return f"{count_of(left, 'minute')} left" if left > 0 else "Time is up"
