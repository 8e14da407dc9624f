"""People counted and forgotten: names and addresses live in memory while one file is read, nowhere else."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

# What programs put behind the name of somebody who is not signed in.
_SUFFIX = re.compile(r"\s*\((?:guest|unverified|external)\)\s*$", re.IGNORECASE)
_NHS = re.compile(r"@(?:[\w.-]+\.)?nhs\.(?:net|uk)$", re.IGNORECASE)
_NO_ADDRESS = frozenset({"", "-", "anonymous", "n/a", "none"})


class PeopleCounts(NamedTuple):
    """What is kept of the people of one meeting.

    Attributes:
        came: different people who stayed long enough, or of whom no length of stay is known.
        short: different people who did not.
        unmeasured: how many of ``came`` have no length of stay.
        addresses: how many of ``came`` have an e-mail address.
        nhs_addresses: how many of those end in nhs.net or nhs.uk.
        namesakes: names that stand with two addresses or more, each counted as a person.
    """

    came: int
    short: int
    unmeasured: int
    addresses: int
    nhs_addresses: int
    namesakes: int


@dataclass
class _Stay:
    minutes: float = 0
    is_known: bool = True


@dataclass
class Attendees:
    """The people of one meeting. One e-mail address is one person, and so is one name without an address.

    Somebody who stands once with an address and once without is one person.
    """

    _stays: dict[tuple[str, str], _Stay] = field(default_factory=lambda: defaultdict(_Stay))

    def add(self, name: str, address: str, minutes: float | None) -> bool:
        """Add one row; ``minutes`` is ``None`` if it does not say how long. False if it names nobody."""
        who = person_key(name, address)
        if who == ("", ""):
            return False
        stay = self._stays[who]
        if minutes is None:
            stay.is_known = False
        else:
            stay.minutes += minutes
        return True

    def count(self, least_minutes: float) -> PeopleCounts:
        """Count the different people; those below ``least_minutes`` in all did not come."""
        people, namesakes = self._join()
        came = {
            who: stay for who, stay in people.items() if not stay.is_known or stay.minutes >= least_minutes
        }
        addresses = [address for _, address in came if address]
        return PeopleCounts(
            came=len(came),
            short=len(people) - len(came),
            unmeasured=sum(not stay.is_known for stay in came.values()),
            addresses=len(addresses),
            nhs_addresses=sum(bool(_NHS.search(address)) for address in addresses),
            namesakes=namesakes,
        )

    def _join(self) -> tuple[dict[tuple[str, str], _Stay], int]:
        """Stays by person: by address, and by name where no address goes with it."""
        addresses: dict[str, set[str]] = defaultdict(set)
        for name, address in self._stays:
            if name and address:
                addresses[name].add(address)
        people: dict[tuple[str, str], _Stay] = defaultdict(_Stay)
        for (name, address), stay in self._stays.items():
            # A name with several addresses may be any of them; it is one of them, not one more.
            known = address or min(addresses.get(name, ()), default="")
            person = people["" if known else name, known]
            person.minutes += stay.minutes
            person.is_known &= stay.is_known
        return people, sum(len(found) > 1 for found in addresses.values())


def person_key(name: str, address: str) -> tuple[str, str]:
    """Name and address made comparable: no case, no extra spaces, no "(Guest)"."""
    plain = " ".join(_SUFFIX.sub("", name).split()).casefold()
    known = address.strip().casefold()
    return plain, "" if known in _NO_ADDRESS else known
