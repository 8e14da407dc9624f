import pytest

from data_model.store import reading
from data_model.terms import AreaType
from loaders.matching import AreaMismatchError, Known, area_key


@pytest.fixture
def areas(sqlite_store):
    with reading(sqlite_store) as session:
        return Known(session).areas


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("City and Hackney", "city  &  hackney"),
        ("C&H", "C & H"),
        ("Specialist children's services", "Specialist children’s services"),
        ("Tower\u00a0Hamlets", "tower hamlets"),
        ("Early-Intervention (East)", "Early Intervention East"),
        ("Ｎｅｗｈａｍ", "Newham"),
    ],
)
def test_spellings_that_are_the_same(one, other):
    assert area_key(one) == area_key(other)


def test_letters_that_only_look_alike_are_not_the_same():
    assert area_key("Nеwham") != area_key("Newham")  # the first has a Cyrillic letter


@pytest.mark.parametrize("text", ["NMH", "nmh", "Newham Mental Health", "NEWHAM MH", "N and M", "N&M"])
def test_an_area_by_code_name_or_alias(areas, text):
    assert areas.by_id[areas.find(text, AreaType.DIRECTORATE)].code == "NMH"


def problem(areas, text, area_type) -> tuple[str, str]:
    with pytest.raises(AreaMismatchError) as mismatch:
        areas.find(text, area_type)
    return mismatch.value.args


def test_a_near_miss_is_not_matched_but_offered(areas):
    said, cure = problem(areas, "Newam mental health", AreaType.DIRECTORATE)
    assert said == 'No directorate goes by "Newam mental health".'
    assert cure.startswith("Did you mean: Newham mental health")


def test_the_beginning_of_a_name_is_offered_not_matched(areas):
    assert "London community health" in problem(areas, "London", AreaType.DIRECTORATE)[1]


def test_a_name_of_another_type_says_so(areas):
    assert problem(areas, "LBN", AreaType.DIRECTORATE)[0] == '"LBN" is a borough, not a directorate.'


def test_a_name_like_none_offers_none(areas):
    assert "Check the spelling" in problem(areas, "Zzz", AreaType.BOROUGH)[1]


def test_an_area_of_any_type(areas):
    assert areas.by_id[areas.find("Newham", None)].code == "B-NE"
    assert areas.by_id[areas.find("RWX", None)].code == "RWX"


def test_personal_data_in_a_place_of_a_name_is_not_repeated(areas):
    said, cure = problem(areas, "pat@example.org", AreaType.TEAM)
    assert "pat@" not in said + cure


def test_a_team_belongs_to_its_directorate(areas):
    find = {a.code: i for i, a in areas.by_id.items()}
    assert areas.check_team(find["NMH"], find["T-NSO"]) is None
    wrong = areas.check_team(find["LCH"], find["T-NSO"])
    assert wrong.problem == "This team is not part of London community health."
    assert wrong.cure == "The team belongs to Newham mental health."


def test_a_borough_is_served_by_the_directorate_if_any_is_recorded(areas):
    find = {a.code: i for i, a in areas.by_id.items()}
    assert areas.check_borough(find["LCH"], find["B-TH"], "borough") is None
    assert "It serves: Newham." in areas.check_borough(find["NMH"], find["B-TH"], "borough").cure
    assert areas.check_borough(find["FOR"], find["B-LU"], "borough") is None
