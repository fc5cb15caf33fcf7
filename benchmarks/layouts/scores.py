"""How well the reader does on drawn documents, in total and by each value of each choice.

Belongs here: reading them and counting by choice. Does not belong here: when a value is right or told of
(`evaluation`), and printing (`__main__`).
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from dagster_project.evaluation import (
    SAME,
    DocumentTruth,
    Pairing,
    Read,
    Told,
    errors_of,
    pair_up,
    read_documents_truth,
    read_now,
    stated,
)

TOTAL = ("all", "")
NAME_KIND = "kind of name"


@dataclass
class Tally:
    """Counts of some documents. `fields` and `right` are stated values of parties that were found; `errors` are wrong,
    missing and invented values, `silent` those that nothing told of, `tens` silent amounts wrong by a power of ten;
    `doubted` are right values under doubt out of `sure`; `leaked` are names of persons in what was read."""

    documents: int = 0
    parties: int = 0
    read: int = 0
    found: int = 0
    fields: int = 0
    right: int = 0
    errors: int = 0
    silent: int = 0
    tens: int = 0
    sure: int = 0
    doubted: int = 0
    leaked: int = 0

    def add(self, other: "Tally") -> None:
        """Count the other's documents too."""
        for one in fields(self):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))

    @property
    def recall(self) -> float | None:
        """Parties found, of those that are there."""
        return self.found / self.parties if self.parties else None

    @property
    def precision(self) -> float | None:
        """Parties found, of those that were read."""
        return self.found / self.read if self.read else None

    @property
    def field_share(self) -> float | None:
        """Values right, of those that the found parties have."""
        return self.right / self.fields if self.fields else None


def score(folder: Path) -> dict[tuple[str, str], Tally]:
    """Read the documents of a folder as `write_all` leaves it; counts by choice and value, the total first."""
    known, root = read_documents_truth(folder / "truth", None)
    read = read_now(known, root)
    layouts, kinds = _layouts(folder / "truth")
    pairing = pair_up([party for one in known for party in one.parties], read.parties)
    by_document = _by_document(known, pairing, read)
    scores: dict[tuple[str, str], Tally] = defaultdict(Tally)
    scores[TOTAL] = Tally()
    for document, tally in by_document.items():
        for value in [TOTAL, *layouts[document].items()]:
            scores[value].add(tally)
    for value, tally in _by_kind(pairing, kinds):
        scores[value].add(tally)
    return dict(scores)


def _layouts(truth: Path) -> tuple[dict[str, Mapping[str, str]], dict[tuple[str, str], str]]:
    """The choices of each document, and the kind of name of each party."""
    layouts, kinds = {}, {}
    for path in sorted(truth.glob("*.json")):
        told_of = json.loads(path.read_text(encoding="utf-8"))
        layouts[told_of["document"]] = told_of["layout"]
        kinds |= {(told_of["document"], party["name"]): party["name_kind"] for party in told_of["parties"]}
    return layouts, kinds


def _by_document(known: Iterable[DocumentTruth], pairing: Pairing, read: Read) -> dict[str, Tally]:
    tallies = {one.document: Tally(documents=1, parties=len(one.parties)) for one in known}
    for party in read.parties:
        tallies[party.document].read += 1
    for pair in pairing.pairs:
        if pair.how != "name":
            continue
        tally = tallies[pair.true.document]
        tally.found += 1
        for name, true in pair.true.fields.items():
            if name in pair.read.fields and stated(true):
                tally.fields += 1
                tally.right += SAME[name](true, pair.read.fields[name])
    for document, found in _told(pairing, read):
        tally = tallies[document]
        tally.errors, tally.silent = len(found.errors), len(found.silent)
        tally.tens = sum(error.power_of_ten for error in found.silent)
        tally.sure, tally.doubted = found.right, found.doubted
    for one in known:
        text = read.text.get(one.document, "").casefold()
        tallies[one.document].leaked = sum(person.casefold() in text for person in one.persons)
    return tallies


def _told(pairing: Pairing, read: Read) -> Iterator[tuple[str, Told]]:
    """What was told of, document by document."""
    parts: dict[str, tuple[list, list, list]] = defaultdict(lambda: ([], [], []))
    for pair in pairing.pairs:
        parts[pair.true.document][0].append(pair)
    for n, parties in ((1, pairing.missed), (2, pairing.invented)):
        for party in parties:
            parts[party.document][n].append(party)
    for document, (pairs, missed, invented) in parts.items():
        refusals = [refusal for refusal in read.refusals if refusal.document == document]
        yield document, errors_of(Pairing(tuple(pairs), tuple(missed), tuple(invented)), refusals)


def _by_kind(pairing: Pairing, kinds: dict[tuple[str, str], str]) -> Iterator[tuple[tuple[str, str], Tally]]:
    """Recall by the kind of a party's name; what was invented has none."""
    for pair in pairing.pairs:
        yield (NAME_KIND, kinds[pair.true.document, pair.true.name]), Tally(parties=1, found=pair.how == "name")
    for party in pairing.missed:
        yield (NAME_KIND, kinds[party.document, party.name]), Tally(parties=1)
