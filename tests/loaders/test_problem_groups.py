from loaders.problem_groups import describe_rows, group_problems
from loaders.report import Problem


def problem(row, column="team", value="x", text="No team goes by it.", cure="Check it."):
    return Problem(row, column, value, text, cure)


def test_the_same_problem_is_said_once_with_its_first_rows_and_values():
    found = [problem(n, value=f"v{n % 8}") for n in range(2, 500)]
    [group] = group_problems(found)
    assert (group.count, group.rows) == (498, [2, 3, 4, 5, 6])
    assert group.values == ["v2", "v3", "v4", "v5", "v6"]
    assert describe_rows(group) == "rows 2, 3, 4, 5, 6 and 493 more"


def test_the_commonest_comes_first_then_the_order_of_the_file():
    found = [problem(2, "month"), problem(3, cure="Another."), problem(4), problem(5)]
    assert [(g.column, g.cure, g.count) for g in group_problems(found)] == [
        ("team", "Check it.", 2), ("month", "Check it.", 1), ("team", "Another.", 1),
    ]  # fmt: skip


def test_few_rows_are_all_named():
    found = [group_problems([problem(n) for n in rows])[0] for rows in ([4], [4, 9], [4, 9, 12])]
    assert [*map(describe_rows, found)] == ["row 4", "rows 4 and 9", "rows 4, 9 and 12"]


def test_rows_that_contradict_each_other_are_one_group():
    found = [problem(n, None, "", f"Conflict with row {n + 1}, {n + 2}: the same month.") for n in (2, 3)]
    assert [(g.problem, g.rows) for g in group_problems(found)] == [
        ("Conflict with another row: the same month.", [2, 3])
    ]


def test_no_problem_is_no_group():
    assert group_problems([]) == []
