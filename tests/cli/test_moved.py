"""What moved is told as a reader sees it: per figure, the most first, and not endlessly."""

from dagster_project.cli.moved import moved_lines
from dagster_project.lineage import MovedCell


def cell(figure, snapshot=2024, category="all", *, seen=True):
    return MovedCell("2024.1", figure, snapshot, category, "27", "28", 1, 0, 0, seen)


def test_nothing_moved():
    assert moved_lines([]) == []


def test_only_what_differs_as_published_is_counted_and_listed_the_largest_figure_first():
    cells = [cell("a"), cell("b"), cell("b", 2017), cell("c", seen=False)]
    lines = moved_lines(cells)
    assert "3 cells since release 2024.1" in lines[0]
    assert "1 more" in lines[1]
    assert [line.split() for line in lines[2:4]] == [["2", "b"], ["1", "a"]]
    assert [line.split(":")[0].strip() for line in lines[4:7]] == ["b 2017 all", "b 2024 all", "a 2024 all"]
    assert not any("c 2024" in line for line in lines)


def test_at_most_fifteen_cells_are_listed_and_the_rest_has_a_place():
    cells = [cell("a", category=f"c{n:02}") for n in range(40)]
    lines = moved_lines(cells)
    assert sum("->" in line for line in lines) == 15
    assert any("25 more: lappendeken status --moved" in line for line in lines)
    assert sum("->" in line for line in moved_lines(cells, 99)) == 40


def test_where_no_number_changed_only_that_is_told():
    lines = moved_lines([cell("a", seen=False)])
    assert len(lines) == 2
    assert "0 cells" in lines[0]
