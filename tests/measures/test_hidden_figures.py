from data_model.store import reading
from measures.hidden_figures import query_hidden_figures


def test_what_our_rule_hides_is_told_apart_from_what_came_hidden(near_people, load_rows):
    load_rows(
        "staff_survey",
        "month,directorate,team,answers,positive\n2026-03,NMH,,40,30\n2026-03,LCH,,4,3\n2026-02,NMH,,*,*\n",
    )
    with reading(near_people) as session:
        [row] = query_hidden_figures(session)
    assert row.below == 10
    # March: four answers in one directorate, and the other with it. February came hidden, so is its sum.
    assert (row.figures, row.in_file) == (5, 2)
    assert row.by_rule == 2


def test_nothing_hidden_is_no_row(near_people):
    with reading(near_people) as session:
        assert query_hidden_figures(session) == []
