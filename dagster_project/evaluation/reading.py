"""What the pipeline read, as parties and refusals: by reading now, from a file of `extract`, or from a workspace.

Belongs here: the three ways and the names of documents in each. Does not belong here: reading itself (`budgets`), and
any comparison with a truth.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dagster_project.evaluation.truth.documents import DocumentTruth, path_of
from dagster_project.evaluation.truth.files import read_csv
from dagster_project.evaluation.truth.party import AMOUNTS, Party
from dagster_project.workspace.errors import UnreadableInput

if TYPE_CHECKING:
    import polars as pl

EXTRACTED = (
    "document", "snapshot", "name", "section", "legal_form_written", "legal_form_group", "seat", "purpose_present",
    "participants", *AMOUNTS, "page", "locator",
)  # fmt: skip
REFUSED = ("document", "locator", "reason")


@dataclass(frozen=True)
class Refusal:
    """One place of a document that was not read, the code of the reason, and its text where the reader gives it."""

    document: str
    place: str
    reason: str
    detail: str = ""


@dataclass(frozen=True)
class Read:
    """Parties and refusals under the names that the truth has for the documents; `text` is all that was written about
    a document, to search for what may not be there."""

    parties: tuple[Party, ...]
    refusals: tuple[Refusal, ...]
    text: dict[str, str]


def read_now(truth: Sequence[DocumentTruth], root: Path) -> Read:
    """Let the reader read the documents of the truth below `root`.

    Raises UnreadableInput where a document of the truth is not there.
    """
    from dagster_project.budgets import extract_rows

    by_snapshot: dict[int | None, list[Path]] = defaultdict(list)
    for one in truth:
        path = path_of(one, root)
        if not path.is_file():
            raise UnreadableInput("a document of the truth is not there", path, "give its folder with --documents")
        by_snapshot[one.snapshot].append(path)
    mentions: list[dict[str, str]] = []
    refusals: list[dict[str, str]] = []
    for snapshot, paths in sorted(by_snapshot.items(), key=str):
        rows, refused = extract_rows(paths, snapshot)
        mentions += rows
        refusals += refused
    return _read(mentions, refusals, truth, root)


def read_extracted(path: Path, truth: Sequence[DocumentTruth]) -> Read:
    """What `lappendeken extract --out` wrote, with the refusals beside it; rows of documents outside the truth are
    left out.

    Raises UnreadableInput for a file that `extract` did not write.
    """
    refusals = read_csv(path.with_suffix(".refusals.csv"), REFUSED)
    return _read(read_csv(path, EXTRACTED), refusals, truth, path)


def _read(
    mentions: Iterable[dict[str, str]], refusals: Sequence[dict[str, str]], truth: Sequence[DocumentTruth], source: Path
) -> Read:
    names = _Names(one.document for one in truth)
    snapshots = {one.document: one.snapshot for one in truth}
    parties, text = [], defaultdict(str)
    for order, row in enumerate(mentions):
        document = names.of(row["document"])
        if document is None:
            continue
        parties.append(_party(row, order, document, snapshots[document], f"{source}, row {order + 1}"))
        text[document] += "\n" + " ".join(row.values())
    for row in refusals:
        if (document := names.of(row["document"])) is not None:
            text[document] += f"\n{row.get('detail', '')}"
    refused = [
        Refusal(document, row["locator"], row["reason"], row.get("detail", ""))
        for row in refusals
        if (document := names.of(row["document"]))
    ]
    return Read(tuple(parties), tuple(refused), dict(text))


def _party(row: dict[str, str], order: int, document: str, snapshot: int | None, where: str) -> Party:
    try:
        participants = json.loads(row["participants"] or "[]")
        amounts = {name: float(row[name]) if row[name] else None for name in AMOUNTS}
        doubts = frozenset(doubt.split(":")[0] for doubt in json.loads(row.get("doubts") or "[]"))
        confidence = float(row["confidence"]) if row.get("confidence") else None
        by_field = json.loads(row.get("field_confidence") or "{}")
    except ValueError as error:
        raise UnreadableInput(
            f"a value cannot be read: {error}", where, "give what lappendeken extract wrote"
        ) from None
    fields = {
        **{name: row[name] or None for name in ("section", "legal_form_written", "legal_form_group", "seat", "page")},
        "name": row["name"],
        "purpose_present": row["purpose_present"] == "true",
        "participants": participants,
        "participants_in_words": participants,
        **amounts,
    }
    return Party(
        document, row["name"], row["locator"], order, snapshot=snapshot, fields=fields, doubts=doubts,
        confidence=confidence, field_confidence=by_field,
    )  # fmt: skip


class _Names:
    """The names of the truth for documents that a command calls by their last two parts, or by more; by the last one
    alone where no two documents share it."""

    def __init__(self, documents: Iterable[str]):
        self.tails: dict[tuple[str, ...], str] = {}
        self.names: dict[str, list[str]] = defaultdict(list)
        for document in documents:
            tail = Path(document).parts[-2:]
            if tail in self.tails:
                what = f"two documents end in {'/'.join(tail)}"
                raise UnreadableInput(what, document, "give one of their folders another name")
            self.tails[tail] = document
            self.names[tail[-1]].append(document)

    def of(self, written: str) -> str | None:
        parts = Path(written).parts
        alike = self.names.get(parts[-1], [])
        return self.tails.get(parts[-2:]) or (alike[0] if len(alike) == 1 else None)


def read_workspace(mentions: "pl.DataFrame", deliveries: "pl.DataFrame") -> tuple[Party, ...]:
    """The table `mention` as parties; `party_id` is the mention's own id."""
    names = dict(deliveries.select("delivery_id", "file_name").iter_rows())
    return tuple(
        Party(
            document=names[row["delivery_id"]],
            name=row["name_written"],
            place=row["locator"],
            order=order,
            source=row["source"],
            snapshot=row["snapshot"],
            fields={
                "name": row["name_written"],
                "section": row["section_written"],
                "legal_form_written": row["legal_form_written"],
                "seat": row["seat_written"],
                "purpose": row["purpose_written"],
                "participants": tuple(row["participants_written"] or ()),
                **{name: row[name] for name in AMOUNTS},
            },
            party_id=row["mention_id"],
        )
        for order, row in enumerate(mentions.sort("delivery_id", "snapshot", "mention_id").iter_rows(named=True))
    )
