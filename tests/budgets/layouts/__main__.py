"""`python -m tests.budgets.layouts OUT [--kept-back]`: the twins and their truth into a folder, to be scored there."""

import argparse
from pathlib import Path

from tests.budgets.layouts import write_twins


def main() -> None:
    """Write the twins and say how many."""
    parser = argparse.ArgumentParser(description="twins of published structures, with their truth")
    parser.add_argument("out", type=Path, help="a folder that is not there yet, or empty")
    parser.add_argument("--kept-back", action="store_true", help="those that nobody looks at, instead of the others")
    given = parser.parse_args()
    if given.out.exists() and any(given.out.iterdir()):
        parser.error(f"{given.out} is not empty: give another folder")
    truths = [truth for _, truth in write_twins(given.out, given.kept_back)]
    print(f"{len(truths)} documents with {sum(len(t['parties']) for t in truths)} parties in {given.out}")


if __name__ == "__main__":
    main()
