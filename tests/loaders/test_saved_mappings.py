import pytest

from data_model.store import reading, writing
from loaders.mapping import fingerprint
from loaders.saved_mappings import delete_mapping, query_mapping, query_mappings, save_mapping

HEADINGS = ("ID", "Project Title", "Status")
KEY = fingerprint(HEADINGS)
COLUMNS = {"project_id": "ID", "title": "Project Title", "status": "Status", "team": ""}


def save(engine, **changed):
    given = {"fingerprint": KEY, "kind": "qi_projects", "columns": COLUMNS, "saved_by": "analyst"} | changed
    with writing(engine) as session:
        save_mapping(session, **given)


def test_a_mapping_is_found_by_the_headings_of_a_file(engine):
    save(engine)
    with reading(engine) as session:
        kept = query_mapping(session, fingerprint(["status", "PROJECT_TITLE", "id"]))
        assert kept is not None
        assert (kept.kind, kept.saved_by, kept.fingerprint) == ("qi_projects", "analyst", KEY)
        assert kept.columns == {"project_id": "id", "title": "projecttitle", "status": "status"}
        assert kept.saved_at.tzinfo is not None
        assert query_mapping(session, fingerprint(["other"])) is None


def test_a_later_mapping_takes_the_place_of_the_earlier(engine):
    save(engine)
    save(engine, columns={"idea_id": "ID"}, kind="change_ideas", saved_by="second")
    with reading(engine) as session:
        kept = query_mappings(session)
        assert [(each.kind, each.columns, each.saved_by) for each in kept] == [
            ("change_ideas", {"idea_id": "id"}, "second")
        ]


def test_the_newest_is_listed_first_and_a_deleted_one_is_gone(engine):
    save(engine)
    save(engine, fingerprint=fingerprint(["Ref"]), columns={"project_id": "Ref"})
    with reading(engine) as session:
        assert [each.columns["project_id"] for each in query_mappings(session)] == ["ref", "id"]
    with writing(engine) as session:
        assert delete_mapping(session, KEY)
        assert not delete_mapping(session, KEY)
    with reading(engine) as session:
        assert query_mapping(session, KEY) is None
        assert len(query_mappings(session)) == 1


@pytest.mark.parametrize("wrong", [{"kind": "projects"}, {"columns": {"colour": "ID"}}])
def test_what_no_kind_has_is_not_kept(engine, wrong):
    with pytest.raises(ValueError, match="not a kind"):
        save(engine, **wrong)
    with reading(engine) as session:
        assert query_mappings(session) == []
