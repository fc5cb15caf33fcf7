"""`docs/faults.md`: the list of kinds as a page. `python -m dagster_project.simulation.plants.page` writes it anew.

Belongs here: how the list looks. Does not belong here: what it says (`kinds/`).
"""

import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from dagster_project.simulation.plants.catalogue import plant_kinds
from dagster_project.simulation.plants.model import PlantKind

PAGE = Path(__file__).resolve().parents[3] / "docs" / "faults.md"
COMMAND = "python -m dagster_project.simulation.plants.page"
HEAD = """# Kinds of fault that are planted

Written by `{command}` from `dagster_project/simulation/plants/kinds/`; a change starts there.

The quality part is judged by these {number} kinds, and by others that are kept back. Each is planted in the raw files
of a simulated country, on top of the errors of life that every source makes (`docs/simulation.md`):

    lappendeken simulate --plant list                                        # the kinds
    lappendeken simulate --bodies 40 --plant unit_dropped streek             # a country with one of them
    lappendeken simulate --plant survey_missing --plant all_one_theme land   # with two

The truth stays that of the country without them. `truth/plant.csv` says what was planted: a row per place with kind,
file, place, and what stood there before and after. Kinds that change budgets as documents come first, then those that
change cells of tables, then those that change files; the same arguments give the same bytes. All persons, numbers and
addresses are invented.

- **Severity** is what a statistical office would give it: fatal stops the run, error blocks the release, a warning is
  published with it.
- **Shows in** names columns of tables and figures where the harm would be, were the fault not stopped.
- **Intake** is what the door makes of the files at present: *accepted* leaves it all to the expectations, *held* leaves
  one file to a person's decision, *refused* turns one file, or a line of a list, away.
"""


def page() -> str:
    """The page as text."""
    kinds = plant_kinds().values()
    lines = [HEAD.format(command=COMMAND, number=len(kinds))]
    for family, members in groupby(kinds, key=lambda kind: kind.family):
        lines += [f"## {family.capitalize()}", "", *_table(list(members)), ""]
    return "\n".join(lines)


def _table(kinds: list[PlantKind]) -> Iterator[str]:
    yield "| kind | what it is | how it is planted | shows in | severity | intake |"
    yield "|---|---|---|---|---|---|"
    for kind in kinds:
        harm = ", ".join(f"`{place}`" for place in kind.harm)
        yield f"| `{kind.kind}` | {kind.what} | {kind.planted} | {harm} | {kind.severity} | {kind.intake} |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"{PAGE.name} written\n")
