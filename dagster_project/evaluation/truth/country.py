"""The truth of a simulated country as it lies on disk, read back.

Belongs here: its files, their columns and types. Does not belong here: measures, and making a country (`simulation`).
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from dagster_project.evaluation.truth.files import read_csv
from dagster_project.evaluation.truth.party import AMOUNTS, Party
from dagster_project.workspace.errors import UnreadableInput, WrongUse

MENTIONS = "mention.csv"
COLUMNS = {
    MENTIONS: (
        "file", "place", "source", "snapshot", "reporter", "claim", "truth_id", "name_written", "legal_form_written",
        "seat_written", "purpose_written", "participants_written", "section", "amounts",
    ),
    "collaboration.csv": (
        "snapshot", "truth_id", "name", "legal_form", "statutory_system", "obligation", "goal", "purpose", "founded_on",
        "inventoried", "counted",
    ),
    "participant.csv": ("snapshot", "truth_id", "organisation", "kind", "status"),
    "theme.csv": ("snapshot", "truth_id", "theme"),
    "event.csv": ("from_snapshot", "to_snapshot", "truth_id", "kind", "successors"),
    "fault.csv": ("file", "place", "kind", "truth_id", "detail"),
    "figure.csv": ("figure", "snapshot", "category", "value"),
}  # fmt: skip


@dataclass(frozen=True)
class Country:
    """The truth of a country: its folder, and each table as rows of text, read when it is asked for."""

    folder: Path

    @classmethod
    def at(cls, folder: Path) -> "Country":
        """The truth in that folder.

        Raises WrongUse where it is no folder, or a table of the truth is not in it.
        """
        if not folder.is_dir():
            raise WrongUse("the truth must be a folder", folder, "give DIR/truth of a simulated country")
        absent = [name for name in COLUMNS if not (folder / name).is_file()]
        if absent:
            raise WrongUse(
                f"{', '.join(absent)} not in the truth", folder, "give DIR/truth of a country that simulate wrote"
            )
        return cls(folder)

    def rows(self, name: str) -> list[dict[str, str]]:
        """A table of the truth as rows of text; UnreadableInput where it cannot be read."""
        return read_csv(self.folder / name, COLUMNS[name])

    @cached_property
    def collaborations(self) -> dict[tuple[int, str], dict[str, str]]:
        """Snapshot and truth id to the row of what is there, seen by some source or by none."""
        return {(int(row["snapshot"]), row["truth_id"]): row for row in self.rows("collaboration.csv")}

    @cached_property
    def counted(self) -> frozenset[tuple[int, str]]:
        """What an inventory without error counts."""
        return frozenset(where for where, row in self.collaborations.items() if row["counted"] == "yes")

    @cached_property
    def participants(self) -> dict[tuple[int, str], list[dict[str, str]]]:
        """Snapshot and truth id to the rows of its participants."""
        found = defaultdict(list)
        for row in self.rows("participant.csv"):
            found[int(row["snapshot"]), row["truth_id"]].append(row)
        return dict(found)

    @cached_property
    def themes(self) -> dict[tuple[int, str], frozenset[str]]:
        """Snapshot and truth id to the codes of its themes."""
        found = defaultdict(set)
        for row in self.rows("theme.csv"):
            found[int(row["snapshot"]), row["truth_id"]].add(row["theme"])
        return {where: frozenset(themes) for where, themes in found.items()}

    @cached_property
    def parties(self) -> tuple[Party, ...]:
        """What every source says, in the order of the truth."""
        return tuple(true_parties(self.folder))

    @cached_property
    def snapshots(self) -> tuple[int, ...]:
        """The snapshots of the country, the first one first."""
        return tuple(sorted({snapshot for snapshot, _ in self.collaborations}))


def true_parties(folder: Path) -> Iterator[Party]:
    """The rows of `mention.csv` as parties; `party_id` is the truth id, empty for what is no collaboration."""
    path = folder / MENTIONS
    for order, row in enumerate(read_csv(path, COLUMNS[MENTIONS])):
        where = f"{path}, row {order + 1}"
        if not row["snapshot"].isdecimal():
            raise UnreadableInput(f"snapshot '{row['snapshot']}' is no year", where, "write a year")
        fields: dict[str, object] = {
            "name": row["name_written"],
            "section": row["section"] or None,
            "legal_form_written": row["legal_form_written"] or None,
            "seat": row["seat_written"] or None,
            "purpose": row["purpose_written"] or None,
            "participants": _list(row["participants_written"]),
        }
        if row["source"] == "budget":
            amounts = dict(part.split("=") for part in _list(row["amounts"]))
            fields |= {name: float(amounts[name]) if name in amounts else None for name in AMOUNTS}
        yield Party(
            document=row["file"],
            name=row["name_written"],
            place=row["place"],
            order=order,
            layout=row.get("layout") or shape_of(row["file"], row["place"]),
            source=row["source"],
            snapshot=int(row["snapshot"]),
            fields=fields,
            party_id=row["truth_id"],
            reporter=row["reporter"] or None,
            claim=row["claim"],
        )


def shape_of(file: str, place: str) -> str:
    """Format and kind of place, such as `html block`, where the truth does not name the layout."""
    return f"{Path(file).suffix.lstrip('.')} {place.partition('=')[0]}"


def _list(text: str) -> tuple[str, ...]:
    return tuple(text.split("; ")) if text else ()
