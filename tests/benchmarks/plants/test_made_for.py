"""What is said of a kind counts where the expectation that says it was made for the kind."""

import pytest

from benchmarks.plants.made_for import made_for

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
