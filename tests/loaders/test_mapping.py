import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.cells_that_read import holds_only, is_telling
from loaders.kinds import KINDS
from loaders.mapping import Sureness, check_mapping, find_kind, fingerprint, guess_mapping
from loaders.synonyms import BY_KIND, SHARED, names_of

EXPORT = (
    "ID",
    "Project Title",
    "Department",
    "Project lead",
    "Progress",
    "Status",
    "Start",
    "Completed",
    "Big I",
)
ROWS = [
    ("17", "Waits", "NMH", "Pat Example", "0.5", "Active", "01/04/2025", "", "Big I"),
    ("18", "Falls", "LCH", "Sam Example", "3.0", "On hold", "02/04/2025", "30/09/2025", "Not yet"),
    ("19", "Ward", "NMH", "", "2.5", "Closed", "2025-04-03", "2025-08-01", ""),
]
EXPECTED = {
    "project_id": "ID",
    "title": "Project Title",
    "directorate": "Department",
    "status": "Status",
    "start_date": "Start",
    "end_date": "Completed",
    "progress_score": "Progress",
    "involvement": "Big I",
}


def guessed(headings, rows=(), kind="qi_projects"):
    found = guess_mapping(headings, rows, kind)
    return {column: guess.heading for column, guess in found.items() if guess.heading}


def test_an_export_of_projects_is_guessed_and_what_was_not_found_is_listed():
    guesses = guess_mapping(EXPORT, ROWS, "qi_projects")
    assert guessed(EXPORT, ROWS) == EXPECTED
    assert tuple(guesses) == KINDS["qi_projects"].row.columns()
    assert (guesses["aim"].heading, guesses["aim"].sure) == (None, Sureness.NOT_FOUND)
    assert guesses["status"].sure is Sureness.SAME
    assert guesses["start_date"].sure is Sureness.KNOWN


@pytest.mark.parametrize("heading", ["Project lead", "Sponsor", "Coach", "Team member e-mail", "Updated by"])
def test_columns_that_name_people_are_never_guessed_nor_allowed(heading):
    headings = tuple(dict.fromkeys((*EXPORT, heading)))
    assert heading not in guessed(headings, [(*row, "x") for row in ROWS]).values()
    problems = check_mapping("qi_projects", {**EXPECTED, "team": heading}, headings)
    assert problems == [f'"{heading}" may hold names of people, which are never read. Choose another.']


def test_a_near_spelling_is_guessed_less_surely():
    guesses = guess_mapping(["Projct title", "Direktorate", "Progres score"], [], "qi_projects")
    assert [guesses[c].sure for c in ("title", "directorate", "progress_score")] == [Sureness.ALIKE] * 3


def test_answers_that_look_alike_are_not_taken_for_each_other():
    answers = ["Very Good", "Good", "Neither good nor poor", "Poor", "Very Poor", "Don't Know"]
    found = guess_mapping(answers, [], "fft")
    assert [
        found[c].heading for c in ("very_good", "good", "neither", "poor", "very_poor", "dont_know")
    ] == answers
    assert "very_good" not in guessed(["Very Poor"], kind="fft")


def test_cells_tell_a_progress_score_and_an_involvement_whatever_their_headings():
    headings, rows = ["Stage now", "Their part"], [["0.5", "Big I"], ["2.0", "Little i"], ["", "Both"]]
    guesses = guess_mapping(headings, rows, "qi_projects")
    assert (guesses["progress_score"].heading, guesses["involvement"].heading) == ("Stage now", "Their part")
    assert guesses["progress_score"].sure is Sureness.CONTENT
    whole = [["1", "x"], ["2", "y"], ["5", "z"]]
    assert guess_mapping(headings, whole, "qi_projects")["progress_score"].heading is None


def test_cells_decide_between_two_headings_and_say_how_many_read():
    headings = ["Progress score", "Project score"]
    rows = [["going well", "0.5"], ["slow", "4.5"]]
    assert (
        guess_mapping(headings[::-1], [r[::-1] for r in rows], "qi_projects")["progress_score"].readable == 1
    )
    synonyms = ["Progress", "Project score"]
    assert guess_mapping(synonyms, rows, "qi_projects")["progress_score"].heading == "Project score"
    doubtful = guess_mapping(["Status"], [["Live"], ["Active"], ["Live"]], "qi_projects")["status"]
    assert (doubtful.heading, doubtful.readable) == ("Status", 1 / 3)


def test_the_likeliest_kinds_come_first():
    assert find_kind(EXPORT)[0] == ("qi_projects", 5)
    assert find_kind(
        ["Month", "Directorate", "Very Good", "Good", "Neither", "Poor", "Very Poor", "Don’t Know"]
    )[0] == ("fft", 8)
    assert find_kind(["colour", "shape"]) == []


def test_each_kind_is_its_own_likeliest(kind):
    assert find_kind(kind.row.columns())[0] == (kind.name, len(kind.row.required_columns()))


def test_a_good_mapping_has_no_problems():
    assert check_mapping("qi_projects", EXPECTED, [h.upper().replace(" ", "_") for h in EXPORT]) == []


def test_what_is_wrong_with_a_mapping_is_said():
    wrong = {
        "title": "Status",
        "status": "status",
        "colour": "Big I",
        "project_id": "Ref",
        "team": "Progress",
    }
    problems = check_mapping("qi_projects", wrong, [*EXPORT, "progress"])
    assert problems == [
        '"colour" is not a column of qi_projects.',
        "These columns must have a heading: directorate, start_date.",
        'The file has no heading "Ref".',
        'The heading "Progress" stands in the file more than once. Keep one of them.',
        '"Status" can stand for one column only, not for title and status.',
    ]
    assert check_mapping("projects", {}, EXPORT)[0].startswith('There is no kind "projects".')


def test_the_fingerprint_is_of_the_headings_alone():
    assert len(fingerprint(EXPORT)) == 64
    assert fingerprint(EXPORT) != fingerprint(EXPORT[1:])
    assert fingerprint([*EXPORT, ""]) == fingerprint(EXPORT)
    assert fingerprint(["a", "b"]) != fingerprint(["ab"])


@settings(max_examples=40, deadline=None)
@given(
    st.permutations(range(len(EXPORT))),
    st.lists(st.sampled_from([str.upper, str.lower, str.title]), min_size=9),
)
def test_order_case_and_gaps_change_neither_fingerprint_nor_mapping(order, changes):
    written = [changes[n](heading).replace(" ", "_" if n % 2 else "  ") for n, heading in enumerate(EXPORT)]
    shuffled, rows = [written[n] for n in order], [[row[n] for n in order] for row in ROWS]
    assert fingerprint(shuffled) == fingerprint(EXPORT)
    places = {column: written.index(heading) for column, heading in guessed(shuffled, rows).items()}
    assert places == {column: EXPORT.index(heading) for column, heading in EXPECTED.items()}


def test_the_synonyms_are_of_columns_that_exist_and_of_one_column_each():
    every = {column for kind in KINDS.values() for column in kind.row.columns()}
    assert set(SHARED) <= every
    for name, columns in BY_KIND.items():
        own = KINDS[name].row.columns()
        assert set(columns) <= set(own)
        said = [word for column in columns for word in names_of(name, column)]
        assert not set(said) & {column.replace("_", " ") for column in own}


def test_which_columns_tell_by_what_they_hold():
    row = KINDS["qi_projects"].row
    assert [is_telling(row, c) for c in ("title", "boroughs", "start_date", "status", "carers")] == [
        False, False, True, True, True,
    ]  # fmt: skip
    assert not holds_only(row, "start_date", ["2025-03-01", "2025-03-02"])
    assert not holds_only(row, "status", ["Active"])
    assert holds_only(row, "status", ["Active", "Paused"])
