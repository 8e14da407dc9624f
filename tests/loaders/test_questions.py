import loaders
from loaders.loading import Options
from loaders.questions import describe_layout, find_question_names, find_questions

JOINS = """Full Name,User Action,Timestamp
Pat Example,Joined,"22/07/2025, 10:00:00"
Pat Example,Left,"22/07/2025, 11:00:00"
"""
ASKED = {"directorate": "NMH", "title": "Co-production day", "workshop_date": "2025-07-22"}


def test_a_refused_file_says_what_it_can_be_told_and_is_loaded_once_it_is(store):
    refused = loaders.load_file(store, JOINS.encode(), "joins.csv")
    assert (refused.status, refused.kind, refused.layout) == ("refused", "workshops", "teams_joins")
    names = [question.name for question in find_questions(refused)]
    assert names[0] == "directorate"
    assert {"title", "workshop_date", "staff"} <= set(names)
    assert describe_layout(refused) == "Microsoft Teams attendance list (joined and left)"
    told = loaders.load_file(store, JOINS.encode(), "joins.csv", options=Options(answers=ASKED))
    assert (told.status, told.layout, told.rows.added) == ("loaded", "teams_joins", 1)


def test_each_file_can_have_options_of_its_own(store, areas_file):
    files = [("joins.csv", JOINS.encode()), ("areas.csv", areas_file), ("joins.csv", JOINS.encode())]
    options = [Options(answers=ASKED), Options(), Options()]
    reports = loaders.load_files(store, files, dry_run=True, options=options)
    assert [report.status for report in reports] == ["previewed", "previewed", "refused"]


def test_a_template_is_asked_nothing(store, areas_file):
    report = loaders.load_file(store, areas_file, "areas.csv")
    assert report.layout is None
    assert find_questions(report) == ()
    assert describe_layout(report) is None


def test_every_name_is_known_once():
    assert {
        "directorate",
        "rating_question",
        "x_means",
        "direction",
        "month",
        "setting",
    } <= find_question_names()
