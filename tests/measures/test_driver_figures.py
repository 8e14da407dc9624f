"""What a box of a driver diagram shows."""

from data_model.terms import DriverType, FigureState
from measures.driver_figures import build_boxes, describe_boxes
from measures.drivers import Driver
from measures.examples import build_series
from measures.idea_results import IdeaResult, Outcome

WOBBLE = [9, 11, 10, 12, 8] * 5


def driver(key, kind, text, parent=None, *, measure=None, idea=None):
    return Driver(
        key, parent, DriverType(kind), text, None, measure, idea, None, list(DriverType).index(kind)
    )


DRIVERS = [
    driver("A", "aim", "A seat", measure="big_i_active"),
    driver("P", "primary", "Ask early", "A", measure="fft_positive"),
    driver("I", "change idea", "A pack", "P", measure="big_i_active", idea="I1"),
]


def test_a_driver_shows_its_newest_figure_and_an_idea_what_followed():
    series = build_series("big_i_active", WOBBLE, [20] * 25)
    result = IdeaResult(Outcome.RISE, "So.", "improvement_high")
    aim, primary, idea = build_boxes(DRIVERS, {"big_i_active": series}, {"I1": result})
    assert (aim.figure, aim.variation) == ("8 of 20 projects (40%), April 2024", "common_cause")
    assert (primary.figure, primary.variation, primary.towards) == ("", None, "A seat")
    assert (idea.figure, idea.variation) == ("followed by a real rise", "improvement_high")
    assert [b.column for b in (aim, primary, idea)] == [0, 1, 3]
    assert describe_boxes([aim, primary]) == (
        "Driver diagram. Aim: A seat (8 of 20 projects (40%), April 2024); "
        "Primary driver: Ask early, works towards “A seat”."
    )


def test_hidden_figures_and_few_figures_have_no_icon():
    hidden = build_series("workshop_worth", [*WOBBLE, None], [20] * 26, states={25: FigureState.SUPPRESSED})
    few = build_series("workshop_worth", [9, 11, 10], [20] * 3)
    for series, words in ((hidden, "hidden: too few people"), (few, "10 of 20 answers (50%), June 2022")):
        (box,) = build_boxes(
            [driver("A", "aim", "A", measure="workshop_worth")], {"workshop_worth": series}, {}
        )
        assert (box.figure, box.variation) == (words, None)


def test_no_figures_are_said():
    (box,) = build_boxes(DRIVERS[:1], {"big_i_active": build_series("big_i_active", [])}, {})
    assert (box.figure, box.variation) == ("no data", None)
