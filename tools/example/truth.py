"""What is so in the example region, at a snapshot.

Reads `truth/*.yml` and the reference seeds, and answers: which collaborations exist, with which form and members. How
a source writes that down is none of its business; see `wording.py`.
"""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import yaml

HERE = Path(__file__).parent / "truth"
SNAPSHOTS = (2017, 2020, 2024)
SEEDS = Path(__file__).resolve().parents[2] / "dbt" / "seeds"


@dataclass(frozen=True)
class Collaboration:
    """One collaboration as it truly is at one snapshot."""

    key: str
    snapshot: int
    name: str
    short: str | None
    form: str
    seat: str
    members: tuple[str, ...]
    ministries: tuple[str, ...]
    parties: tuple[str, ...]
    claimed_by: str
    themes: tuple[str, ...]
    purpose: str
    budget: bool
    founded: date | None
    ended: date | None
    into: str | None

    @property
    def governments(self) -> tuple[str, ...]:
        """Members and ministries."""
        return self.members + self.ministries


@cache
def load(name: str) -> dict | list:
    """The content of `truth/<name>.yml`."""
    return yaml.safe_load((HERE / f"{name}.yml").read_text(encoding="utf-8"))


@cache
def seed(name: str) -> tuple[dict, ...]:
    """The rows of a reference seed."""
    with (SEEDS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def reference_date(snapshot: int) -> date:
    """The day that a snapshot speaks of."""
    [row] = [row for row in seed("snapshot") if row["snapshot"] == str(snapshot)]
    return date.fromisoformat(row["reference_date"])


def at_date(organisation_id: str, day: date) -> str:
    """The organisation that bears an id's territory on a day.

    Winsum was split; the truth follows its larger part, to Het Hogeland: the first row of the seed.
    """
    for change in seed("municipality_change"):
        if change["old_id"] == organisation_id and date.fromisoformat(change["effective_on"]) <= day:
            return at_date(change["new_id"], day)
    return organisation_id


def members_of(items: list[str], snapshot: int) -> tuple[str, ...]:
    """Organisation ids of a list of ids and @groups, as they stand at the snapshot, in order, each once."""
    groups = load("groups")
    ids = [one for item in items for one in (groups[item[1:]] if item.startswith("@") else [item])]
    day = reference_date(snapshot)
    return tuple(dict.fromkeys(at_date(one, day) for one in ids))


@cache
def as_if(key: str, snapshot: int) -> Collaboration:
    """A collaboration as it would be at a snapshot, whether it exists then or not."""
    now = dict(load("collaborations")[key])
    for since, changes in sorted(now.get("later", {}).items()):
        if since <= snapshot:
            now |= changes
    return Collaboration(
        key=key,
        snapshot=snapshot,
        name=now["name"],
        short=now.get("short"),
        form=now["form"],
        seat=now["seat"],
        members=members_of(now["members"], snapshot),
        ministries=tuple(now.get("ministries", ())),
        parties=tuple(now.get("parties", ())),
        claimed_by=now.get("claimed_by", "both"),
        themes=tuple(now["themes"]),
        purpose=now["purpose"],
        budget=now.get("budget", True),
        founded=now.get("founded"),
        ended=now.get("ended"),
        into=now.get("into"),
    )


@cache
def collaborations(snapshot: int) -> tuple[Collaboration, ...]:
    """The collaborations that exist at a snapshot, in the order of the file."""
    entries = load("collaborations")
    return tuple(as_if(key, snapshot) for key, entry in entries.items() if snapshot in entry["snapshots"])


def number(key: str) -> int:
    """The number of a collaboration in the lists of the register's keepers: its place in the truth."""
    return list(load("collaborations")).index(key) + 1


def organisation_name(organisation_id: str, snapshot: int) -> str:
    """Official name at the snapshot, without the word for its kind."""
    day = reference_date(snapshot)
    for row in seed("organisation_name"):
        begins = date.fromisoformat(row["valid_from"] or "0001-01-01")
        ends = date.fromisoformat(row["valid_to"] or "9999-12-31")
        if row["organisation_id"] == organisation_id and row["kind_of_name"] == "official" and begins <= day < ends:
            return row["name"]
    [row] = [row for row in seed("organisation") if row["organisation_id"] == organisation_id]
    return row["name"]
