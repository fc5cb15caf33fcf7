"""New deliveries beside what is there: the same as linking all anew, whatever was linked before, in whatever order."""

import csv
import os
import random
import subprocess
import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from dagster_project.linkage import link_file, record_of
from dagster_project.linkage.linking.link import link_records

COLUMNS = ("mention_id", "source", "name_as_written", "seat", "participant_codes")
NORTH, SOUTH = "gm0106;gm0114;gm0118", "gm0983;gm0984;gm0988"
KINDS = ("Recreatieschap", "Havenschap", "GGD", "Omgevingsdienst", "GR afvalverwerking", "Sociale dienst")
PLACES = ("Zwarte Berk", "Gele Klif", "Drieluik", "Kraakland", "De Zwarte Berk (ZB)", "Gele Klif e.o.")


def rows(count: int, seed: int = 1) -> list[dict[str, str]]:
    """Mentions of a few arrangements as many sources write them, with a slip here and there."""
    chosen = random.Random(seed)
    found = []
    for i in range(count):
        name = f"{chosen.choice(KINDS)} {chosen.choice(PLACES)}"
        at = chosen.randrange(len(name)) if chosen.random() < 0.15 else len(name)
        people = chosen.choice((NORTH, NORTH, SOUTH, ""))
        seat = chosen.choice(("Assen", "Venlo", ""))
        values = (f"m{i:03d}", f"L{i % 7}", name[:at] + name[at + 1 :], seat, people)
        found.append(dict(zip(COLUMNS, values, strict=True)))
    return found


def write(path: Path, of: list[dict[str, str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(of)
    return path


def test_what_was_linked_before_leaves_no_trace_in_what_is_linked_after(tmp_path):
    """Words, tasks and wordings are remembered within a process; none of it may hang on the mentions seen so far."""
    whole, there = rows(120), rows(120)[:70]
    link_file(write(tmp_path / "there.csv", there), tmp_path / "before.csv")
    source = write(tmp_path / "whole.csv", whole)
    link_file(source, tmp_path / "grown.csv")
    code = "import sys; from dagster_project.linkage import link_file; link_file(*sys.argv[1:])"
    anew = [sys.executable, "-c", code, str(source), str(tmp_path / "anew.csv")]
    subprocess.run(anew, check=True, env={**os.environ, "PYTHONHASHSEED": "7"})
    assert (tmp_path / "grown.csv").read_bytes() == (tmp_path / "anew.csv").read_bytes()
    assert (tmp_path / "grown.quarantine.csv").read_bytes() == (tmp_path / "anew.quarantine.csv").read_bytes()
    assert (tmp_path / "grown.csv").read_bytes() != (tmp_path / "before.csv").read_bytes()


@settings(max_examples=4, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_in_which_deliveries_come_does_not_matter(order):
    records = [record_of(row) for row in rows(60)]
    once = link_records(records)
    order.shuffle(records)
    again = link_records(records)
    assert once.links.equals(again.links)
    assert once.pairs.equals(again.pairs)
    assert once.quarantine == again.quarantine
