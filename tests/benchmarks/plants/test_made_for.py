"""What is said of a kind counts where the expectation that says it was made for the kind."""

import pytest

from benchmarks.plants.made_for import made_for
from dagster_project.quality import declared

OTHER = "nothing_refused (warning, 3 more)"


@pytest.mark.parametrize(
    ("told", "how"),
    [
        (["files_end_whole (fatal, 1 more)", OTHER], "yes"),
        (["register_parts_fit (error, 1 more)", OTHER], "at another severity"),
        (["**run: error: 1 expectation(s) stop the run; - files_end_whole (fatal, failed): 1 of 41 rows**"], "stopped"),
        ([OTHER, "quarantine orphan_row +76"], "no"),
        ([], "no"),
    ],
)
def test_a_kind_is_told_by_what_is_made_for_it(told, how):
    said = made_for("register_cut_in_mid_line", "fatal", told)
    assert said.how == how
    assert OTHER not in said.said


def test_a_run_that_another_expectation_stopped_is_not_told_by_one_whose_name_its_name_ends_in():
    [kind, *_] = next(e.catches for e in declared() if e.id == "no_citizen_numbers")
    told = ["**run: error: 1 expectation(s) stop the run; - x_no_citizen_numbers (fatal, failed): 1 of 41 rows**"]
    assert made_for(kind, "fatal", told).how == "no"
