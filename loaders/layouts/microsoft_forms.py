"""Microsoft Forms responses: sign-up forms (bookings) and feedback forms (answers on a scale).

Only one column is read beside the respondent's address, and that only to count: the question of the rating.
"""

from __future__ import annotations

from collections.abc import Sequence

from loaders.cells import show_value
from loaders.layouts.answer_scales import count_rating
from loaders.layouts.attendance_list import WORKSHOP_QUESTIONS, Meeting, answer_of, rewrite_meetings
from loaders.layouts.bookings import Bookings, rewrite_bookings
from loaders.layouts.column_finder import FoundColumns, find_columns, squeeze
from loaders.layouts.layout import Asked, Layout, Question, Rewritten
from loaders.layouts.online_meeting import cell_at
from loaders.report import RefusedFileError
from loaders.sheets import RawTable, TextRow

_NAMES = {
    "started": ("starttime",),
    "completed": ("completiontime",),
    "id": ("id",),
    "email": ("email",),
    "name": ("name",),
    "modified": ("lastmodifiedtime",),
    "points": ("totalpoints",),
    "quiz": ("quizfeedback",),
}
_QUIZ = ("points - ", "feedback - ")
_WITHIN = 5
_SIGN_UP = frozenset({"none", "signup", "no"})
_WORTH = "worth"
RATING = Question(
    "rating_question",
    'Feedback: which question says whether it was worth people\'s time (its number)? Sign-up form: "none"',
)


class MicrosoftForms(Layout):
    """One workshop. A form without any question on a scale is taken for a sign-up form, and that is said."""

    name = "microsoft_forms"
    title = "Microsoft Forms responses"
    kind = "workshops"
    questions = (*WORKSHOP_QUESTIONS, RATING)

    def fits(self, table: RawTable) -> bool:
        """A row of headings with start time and completion time among the first five."""
        return _find(table) is not None

    def rewrite(self, tables: Sequence[RawTable], asked: Asked) -> Rewritten:
        """Count bookings or ratings of the first sheet of responses; see the base class."""
        table, found = next((table, found) for table in tables if (found := _find(table)))
        rows = [row for row in table.read() if row.number > found.row.number]
        if not rows:
            raise RefusedFileError("The form has no responses yet.")
        place = _rating_place(rows, found, asked)
        if place is None:
            return _rewrite_bookings(rows, found, asked)
        return _rewrite_rating(rows, found, place, asked)


def _find(table: RawTable) -> FoundColumns | None:
    found = find_columns(table.first, _NAMES, ("started", "completed"))
    if found is None or max(found.places["started"], found.places["completed"]) >= _WITHIN:
        return None
    return found


def _questions(found: FoundColumns) -> list[int]:
    """Where the questions of the form stand, in their order."""
    own = set(found.places.values())
    return [
        place
        for place, text in enumerate(found.row.cells)
        if text and place not in own and not text.casefold().startswith(_QUIZ)
    ]


def _rating_place(rows: Sequence[TextRow], found: FoundColumns, asked: Asked) -> int | None:
    """The column of the rating; ``None`` for a sign-up form."""
    questions, answer = _questions(found), answer_of(asked, RATING.name)
    on_scale = [place for place in questions if count_rating(_column(rows, place))]
    if squeeze(answer) in _SIGN_UP or (not answer and not on_scale):
        return None
    if not answer:
        clear = [place for place in on_scale if _WORTH in found.row.cells[place].casefold()]
        if len(clear) == 1:
            return clear[0]
        raise RefusedFileError(_ask(found, questions, on_scale))
    chosen = [
        place
        for number, place in enumerate(questions, 1)
        if answer == str(number) or squeeze(answer) == squeeze(found.row.cells[place])
    ]
    if len(chosen) != 1 or chosen[0] not in on_scale:
        raise RefusedFileError(
            "The question given as rating_question is not one whose answers are all on a scale of five. "
            + _ask(found, questions, on_scale)
        )
    return chosen[0]


def _ask(found: FoundColumns, questions: Sequence[int], on_scale: Sequence[int]) -> str:
    listed = [
        f"{number} ({show_value(found.row.cells[place])})"
        for number, place in enumerate(questions, 1)
        if place in on_scale
    ]
    return (
        f"Questions with answers on a scale of five: {', '.join(listed) or 'none'}. Say which one asks "
        "whether it was worth people's time, for example --set rating_question=2; for a sign-up form say "
        "--set rating_question=none."
    )


def _rewrite_bookings(rows: Sequence[TextRow], found: FoundColumns, asked: Asked) -> Rewritten:
    bookings = Bookings()
    for number, cells in rows:
        bookings.read += 1
        address = cell_at(cells, found.places.get("email"))
        # Without an address a name is what somebody typed or nothing: each response is one booking.
        bookings.add(number, "", address)
    notes = ["The form was taken as a sign-up form: its responses are bookings, and no answer was read."]
    return rewrite_bookings(bookings, Meeting(found.row.number), asked, notes)


def _rewrite_rating(rows: Sequence[TextRow], found: FoundColumns, place: int, asked: Asked) -> Rewritten:
    rating = count_rating(_column(rows, place))
    assert rating is not None, "the column was chosen because it has one"  # noqa: S101
    answers, positive = rating
    notes = [
        f"Read: the question {show_value(found.row.cells[place])}. {positive} of {answers} answers are 4 or "
        f"5 out of 5, or their like in words; responses that left it blank: {len(rows) - answers}.",
        "No other answer was read. Feedback does not say who came.",
    ]
    return rewrite_meetings([Meeting(rows[0].number, rating=rating)], asked, len(rows), notes)


def _column(rows: Sequence[TextRow], place: int) -> list[str]:
    return [cell_at(row.cells, place).rstrip(";").strip() for row in rows]
