"""`python -m benchmarks.plants`: each kind of fault in a small country, through intake and run, and what is said.

Kinds that touch different files or columns may be planted together (`a+b`), as a country takes half a minute.
Belongs here: the order, and the page. Does not belong here: what is compared (`said`), and whether it was made for the
kind (`made_for`).
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path

from benchmarks.plants.made_for import Told, made_for
from benchmarks.plants.said import Said, told_more, whole_way
from dagster_project.simulation import plant_kinds

BODIES, SEED = 12, 1


def main() -> None:
    """Run the country without and with each kind; a line of JSON each in `--out`, from which the page is printed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.plants", description=__doc__)
    parser.add_argument("kinds", nargs="*", help="all where none are given; a+b: both at once")
    parser.add_argument("--bodies", type=int, default=BODIES)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--out", type=Path, help="kinds that stand in it are not run again")
    chosen = parser.parse_args()
    if unknown := {kind for name in chosen.kinds for kind in name.split("+")} - plant_kinds().keys():
        parser.error(f"no kinds of fault: {', '.join(sorted(unknown))}; lappendeken simulate --plant list names them")
    known = _known(chosen.out)
    wanted = [kind for kind in chosen.kinds or plant_kinds() if kind not in known]
    with tempfile.TemporaryDirectory(prefix="plants-") as base:
        clean = whole_way(Path(base), chosen.bodies, chosen.seed) if wanted else Said()
        if clean.ended:
            sys.exit(f"the country without a fault does not come through, so nothing can be compared: {clean.ended}")
        for kind in wanted:
            known[kind] = told_more(clean, whole_way(Path(base), chosen.bodies, chosen.seed, kind.split("+")))
            print(f"{kind}: {'; '.join(known[kind]) or 'nothing'}", file=sys.stderr, flush=True)
            if chosen.out:
                with chosen.out.open("a", encoding="utf-8") as file:
                    file.write(json.dumps([kind, known[kind]]) + "\n")
    print("\n".join(_page(known)))


def _known(out: Path | None) -> dict[str, list[str]]:
    lines = out.read_text(encoding="utf-8").splitlines() if out and out.exists() else []
    return dict(map(json.loads, lines))


def _page(found: dict[str, list[str]]) -> list[str]:
    """A row per kind, with what is made for it and said so; a row more per country with what else was said of it."""
    page = ["| kind | wanted | told | by what is made for it |", "|---|---|---|---|"]
    for name, said in found.items():
        kinds = name.split("+")
        by_kind = {kind: made_for(kind, plant_kinds()[kind].severity, said) for kind in kinds}
        page += [_row(kind, told) for kind, told in by_kind.items()]
        declared = {one for told in by_kind.values() for one in told.said}
        if others := [one for one in said if one not in declared]:
            page.append(f"| *{', '.join(kinds)}* | | | also: {'; '.join(others)} |")
    return page


def _row(kind: str, told: Told) -> str:
    return f"| `{kind}` | {told.wanted} | {told.how} | {'; '.join(told.said) or 'nothing'} |"


if __name__ == "__main__":
    main()
