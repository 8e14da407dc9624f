from data_model.rows import WorkshopRow

WORKSHOP = {"workshop_id": "W1", "workshop_date": "2025-03-01", "title": "Aims", "directorate": "N",
            "service_users": "4", "carers": "0", "staff": "6"}  # fmt: skip


def test_what_was_not_asked_is_not_zero(read):
    row = read(WorkshopRow, **WORKSHOP | {"access_needs_asked": "0", "access_needs_met": "0"})
    assert (row.access_needs_asked, row.rating_answers, row.others) == (0, None, None)


def test_parts_are_within_their_wholes(problems):
    assert problems(WorkshopRow, **WORKSHOP | {"rating_answers": "5", "rating_positive": "6"}) == [
        ("rating_positive", "This is more than rating_answers in the same row.")
    ]
    assert problems(WorkshopRow, **WORKSHOP | {"access_needs_met": "1"}) == [
        ("access_needs_met", "This is filled but access_needs_asked is empty.")
    ]


def test_counts_of_people_cannot_be_hidden_or_left_out(problems):
    assert problems(WorkshopRow, **WORKSHOP | {"carers": "*"})[0][0] == "carers"
    assert problems(WorkshopRow, **WORKSHOP | {"carers": ""}) == [("carers", "This cell is empty.")]


def test_a_workshop_has_been_held(problems):
    assert problems(WorkshopRow, **WORKSHOP | {"workshop_date": "2027-01-01"})[0][0] == "workshop_date"
