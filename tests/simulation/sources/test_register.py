"""The export of the register."""

import csv


def test_the_register_lists_the_versions_in_force(delivered):
    folder, observations, _ = delivered
    with (folder / "raw/registers/gr_regelingen.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for said in [o for o in observations if o.source == "register"]:
        row = rows[int(said.place.removeprefix("line=")) - 2]
        assert row["valid_from"] <= f"{said.snapshot + 1}-01-01"
        assert said.name_written.split()[-1] in row["naam"]
