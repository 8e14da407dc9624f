from attendance_files import draw, layout_of, refusal, rewrite_one

LIST = """
Full Name | User Action | Timestamp
Person A | Joined before | 22/07/2020, 18:58:00
Person A | Left | 22/07/2020, 19:01:00
Person A | Joined | 22/07/2020, 19:10:00
Person A | Left | 22/07/2020, 19:13:00
Person B | Joined | 22/07/2020, 19:00:00
Person B | Left | 22/07/2020, 19:02:00
Person C | Joined | 22/07/2020, 19:30:00
Person D | Joined | 22/07/2020, 19:00:00
Person D | Left | 22/07/2020, 20:00:00
"""


def test_stays_are_joined_and_somebody_who_never_left_is_counted():
    row, notes, read = rewrite_one(draw(LIST), title="Aims")
    assert layout_of(draw(LIST)) == "teams_joins"
    assert (row["unknown_role"], row["workshop_date"], read) == ("3", "2020-07-22", 9)
    assert "under 5 minutes in the meeting: 1 " in notes
    assert "Counted although the file does not say how long they stayed: 1." in notes


def test_two_joins_without_a_leave_between_are_one_person():
    twice = "Full Name | User Action | Timestamp\n" + "Person A | Joined | 2020-07-22 19:00:00\n" * 3
    assert rewrite_one(draw(twice), title="Aims")[0]["unknown_role"] == "1"


def test_the_list_has_no_title_so_it_is_asked_for():
    assert "--set title=" in refusal(draw(LIST))


def test_days_that_could_be_two_are_asked_for_or_told_by_the_day():
    unsure = draw(LIST.replace("22/07/2020", "02/07/2020"))
    assert "date_order" in refusal(unsure, title="Aims")
    for day in ("2020-07-02", "2020-02-07"):
        row, _, _ = rewrite_one(unsure, title="Aims", workshop_date=day)
        assert (row["workshop_date"], row["unknown_role"]) == (day, "3")


def test_actions_in_another_language_are_refused():
    said = refusal(draw(LIST.replace("Left", "Verlassen")), title="Aims")
    assert "English" in said and "Verlassen" not in said
