"""The trust, its directorates, boroughs and teams, and which belongs to which."""

from dataclasses import dataclass

TRUST_CODE = "RWK"
TRUST_NAME = "East London NHS Foundation Trust"
AREA_COLUMNS = ("area_code", "area_name", "area_type", "parent_code", "service_type", "aliases")


@dataclass(frozen=True)
class Directorate:
    """A directorate, the boroughs that it serves (codes) and other names that people write for it."""

    code: str
    name: str
    service_type: str
    boroughs: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Borough:
    """A borough and other names that people write for it."""

    code: str
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Team:
    """A team, its directorate (code) and, where it works in one borough only, that borough (code)."""

    code: str
    name: str
    directorate: str
    borough: str = ""
    aliases: tuple[str, ...] = ()


_LONDON = ("B-TH", "B-NE", "B-HA", "B-CL")
_MENTAL, _COMMUNITY, _CORPORATE = "mental health", "community", "corporate"

DIRECTORATES = (
    Directorate("CHMH", "City and Hackney mental health", _MENTAL, ("B-HA", "B-CL"), ("C&H", "C&H MH")),
    Directorate("NMH", "Newham mental health", _MENTAL, ("B-NE",), ("Newham MH",)),
    Directorate("THMH", "Tower Hamlets mental health", _MENTAL, ("B-TH",), ("TH MH", "Tower Hamlets MH")),
    Directorate("BMH", "Bedfordshire mental health", _MENTAL, ("B-BE", "B-CB"), ("Beds", "Beds MH")),
    Directorate("LMH", "Luton mental health", _MENTAL, ("B-LU",), ("Luton MH",)),
    Directorate("LCH", "London community health", _COMMUNITY, ("B-TH", "B-NE"), ("London CHS",)),
    Directorate("BCH", "Bedfordshire community health", _COMMUNITY, ("B-BE", "B-CB"), ("Beds CHS",)),
    Directorate(
        "CAMHS", "Child and adolescent mental health", _MENTAL, (*_LONDON, "B-LU", "B-BE", "B-CB"), ("CYPMH",)
    ),
    Directorate("SCYPS", "Specialist children's services", _COMMUNITY, ("B-TH", "B-NE"), ("SCS",)),
    Directorate("TT", "Talking therapies", _MENTAL, ("B-TH", "B-NE", "B-BE", "B-CB"), ("IAPT",)),
    Directorate("ADD", "Addictions", _MENTAL, ("B-NE", "B-BE", "B-CB"), ("Drug and alcohol services",)),
    Directorate("FOR", "Forensics", _MENTAL, (), ("Forensic services", "Secure services")),
    Directorate("PC", "Primary care", _COMMUNITY, ("B-TH", "B-NE", "B-CB"), ("GP practices",)),
    Directorate("CORP", "Corporate", _CORPORATE, (), ("Corporate services",)),
)

BOROUGHS = (
    Borough("B-TH", "Tower Hamlets", ("TH", "LBTH")),
    Borough("B-NE", "Newham", ("LBN",)),
    Borough("B-HA", "Hackney", ("LBH",)),
    Borough("B-CL", "City of London", ("The City",)),
    Borough("B-LU", "Luton", ("Luton Borough",)),
    Borough("B-BE", "Bedford", ("Bedford Borough",)),
    Borough("B-CB", "Central Bedfordshire", ("Central Beds",)),
)

TEAMS = (
    Team("T-HNO", "Hackney North Recovery Team", "CHMH", "B-HA"),
    Team("T-HSO", "Hackney South Recovery Team", "CHMH", "B-HA"),
    Team("T-CIT", "City Neighbourhood Team", "CHMH", "B-CL"),
    Team("T-HWA", "Hackney Inpatient Wards", "CHMH"),
    Team("T-NSO", "Newham South Community Recovery Team", "NMH", "B-NE", ("Newham South CRT",)),
    Team("T-NNO", "Newham North Community Recovery Team", "NMH", "B-NE", ("Newham North CRT",)),
    Team("T-NEI", "Newham Early Intervention Team", "NMH", "B-NE"),
    Team("T-IOD", "Isle of Dogs CMHT", "THMH", "B-TH", ("IoD CMHT",)),
    Team("T-BOW", "Bow and Poplar CMHT", "THMH", "B-TH"),
    Team("T-STE", "Stepney and Wapping CMHT", "THMH", "B-TH"),
    Team("T-BET", "Bethnal Green CMHT", "THMH", "B-TH"),
    Team("T-DUN", "Dunstable CMHT", "BMH", "B-CB"),
    Team("T-LEI", "Leighton Buzzard CMHT", "BMH", "B-CB"),
    Team("T-BEA", "Bedford East CMHT", "BMH", "B-BE"),
    Team("T-BWE", "Bedford West CMHT", "BMH", "B-BE"),
    Team("T-WAR", "Wardown CMHT", "LMH", "B-LU"),
    Team("T-STO", "Stopsley CMHT", "LMH", "B-LU"),
    Team("T-LCR", "Luton Crisis Team", "LMH", "B-LU"),
    Team("T-NDN", "Newham District Nursing", "LCH", "B-NE"),
    Team("T-NRE", "Newham Rehabilitation Team", "LCH", "B-NE"),
    Team("T-TDN", "Tower Hamlets District Nursing", "LCH", "B-TH"),
    Team("T-BCN", "Bedford Community Nursing", "BCH", "B-BE"),
    Team("T-CCN", "Central Bedfordshire Community Nursing", "BCH", "B-CB"),
    Team("T-BST", "Bedfordshire Stroke Team", "BCH"),
    Team("T-CNE", "Newham CAMHS", "CAMHS", "B-NE"),
    Team("T-CTH", "Tower Hamlets CAMHS", "CAMHS", "B-TH"),
    Team("T-CLU", "Luton CAMHS", "CAMHS", "B-LU"),
    Team("T-MSU", "Medium Secure Wards", "FOR"),
    Team("T-LSU", "Low Secure Wards", "FOR"),
)

_DIRECTORATE_BY_CODE = {directorate.code: directorate for directorate in DIRECTORATES}


def directorate_of(code: str) -> Directorate:
    """The directorate with this code; ``KeyError`` if there is none."""
    return _DIRECTORATE_BY_CODE[code]


def teams_of(directorate: str) -> tuple[Team, ...]:
    """The teams of a directorate (code), in the order of the table; may be empty."""
    return tuple(team for team in TEAMS if team.directorate == directorate)


def build_area_rows() -> list[tuple[str, ...]]:
    """One row an area, as ``AREA_COLUMNS``: trust, directorates, boroughs, teams."""
    rows = [(TRUST_CODE, TRUST_NAME, "trust", "", "", "ELFT")]
    for item in DIRECTORATES:
        rows.append(
            (item.code, item.name, "directorate", TRUST_CODE, item.service_type, ";".join(item.aliases))
        )
    for item in BOROUGHS:
        serving = ";".join(one.code for one in DIRECTORATES if item.code in one.boroughs)
        rows.append((item.code, item.name, "borough", serving, "", ";".join(item.aliases)))
    for item in TEAMS:
        parents = ";".join(filter(None, (item.directorate, item.borough)))
        rows.append((item.code, item.name, "team", parents, "", ";".join(item.aliases)))
    return rows
