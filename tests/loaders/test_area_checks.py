from loaders.area_checks import find_area_problems


def area(code, parent=(), kind="team", name=None, aliases=()):
    return {
        "area_code": code, "area_name": name or f"Name of {code}", "area_type": kind,
        "parent_code": tuple(parent), "service_type": None, "aliases": tuple(aliases),
    }  # fmt: skip


def test_a_stored_area_is_not_at_fault_when_a_newcomer_takes_its_name():
    stored = {"A": area("A", name="East")}
    found = find_area_problems({2: area("A", name="East"), 3: area("B", name="east")}, stored)
    assert list(found) == [3]


def test_a_chain_of_missing_parents_is_followed_to_its_end():
    rows = {
        2: area("T", ["B"]), 3: area("B", ["D"], "borough"), 4: area("D", ["X"], "directorate"),
    }  # fmt: skip
    assert sorted(find_area_problems(rows, {})) == [2, 3, 4]


def test_a_name_that_grows_too_long_when_tidied_is_refused():
    found = find_area_problems({2: area("A", name="&" * 100)}, {})
    assert found[2][0].column == "area_name"
