"""The truth of documents, in either of its two forms, as parties per document.

- a folder of JSON files, one per document (document, parties, not_parties, persons, and for a hostile file
  expected_refusal, refusal_scope, parties_that_may_still_be_read);
- the truth of a simulated country (`mention.csv` beside its other tables), of which the budgets are taken.

Belongs here: both forms. Does not belong here: reading any document.
"""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from dagster_project.evaluation.truth.country import MENTIONS, true_parties
from dagster_project.evaluation.truth.files import read_json
from dagster_project.evaluation.truth.party import AMOUNTS, Party
from dagster_project.workspace.errors import UnreadableInput, WrongUse

NEEDED = ("document", "snapshot", "parties")
PARTY_FIELDS = ("legal_form_written", "legal_form_group", "seat", "purpose_present", "page", *AMOUNTS)
RAW = "raw"
BUDGETS = "budgets"


@dataclass(frozen=True)
class DocumentTruth:
    """What one document holds. `document` is its path below the folder of the documents.

    `refusal` is the refusal that must be there, in words, `refused_pages` are pages that must be; `decoys` look like
    parties, `tolerated` are names that may be read from a refused file, `persons` may stand in no output.
    """

    document: str
    snapshot: int | None
    parties: tuple[Party, ...] = ()
    layout: str = "no party"
    refusal: str | None = None
    refused_whole: bool = False
    refused_pages: tuple[int, ...] = ()
    tolerated: tuple[str, ...] = ()
    decoys: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()

    @property
    def format(self) -> str:
        """The format, as the name of the file says it."""
        return Path(self.document).suffix.lstrip(".").lower() or "none"


def path_of(one: DocumentTruth, root: Path) -> Path:
    """Where the document lies below `root`: at its path, or in the folder itself where all lie together."""
    path = root / one.document
    return path if path.exists() else root / path.name


def read_documents_truth(truth: Path, documents: Path | None) -> tuple[list[DocumentTruth], Path]:
    """The truth per document in the order of their paths, and the folder below which the documents lie.

    Raises WrongUse where `truth` is no folder of either form, UnreadableInput where a file of it cannot be read.
    """
    if not truth.is_dir():
        raise WrongUse("the truth must be a folder", truth, "give the folder with a JSON per document or mention.csv")
    if (truth / MENTIONS).is_file():
        root = documents or truth.parent / RAW
        return _of_country(truth, root), root
    files = sorted(truth.glob("*.json"))
    if not files:
        raise WrongUse("no truth is in this folder", truth, "it needs a JSON file per document, or mention.csv")
    found = sorted((_of_json(path) for path in files), key=lambda one: one.document)
    twice = [name for name, count in Counter(one.document for one in found).items() if count > 1]
    if twice:
        raise UnreadableInput(f"document {twice[0]} has two truths", truth, "leave one of them out")
    return found, documents or truth.parent


def _of_json(path: Path) -> DocumentTruth:
    content = read_json(path, NEEDED)
    parties = []
    for order, party in enumerate(content["parties"]):
        if not isinstance(party, dict) or not party.get("name"):
            raise UnreadableInput(f"party {order + 1} has no name", path, "give every party a name")
        parties.append(_party(content["document"], content["snapshot"], order, party))
    layouts = Counter(party.layout for party in parties)
    return DocumentTruth(
        document=content["document"],
        snapshot=content["snapshot"],
        parties=tuple(parties),
        layout=min(layouts, key=lambda name: (-layouts[name], name)) if layouts else "no party",
        refusal=content.get("expected_refusal"),
        refused_whole=content.get("refusal_scope") == "document",
        refused_pages=tuple(content.get("expected_page_refusals") or content.get("unreadable_pages") or ()),
        tolerated=tuple(content.get("parties_that_may_still_be_read") or ()),
        decoys=tuple(content.get("not_parties") or ()),
        persons=tuple(content.get("persons") or ()),
    )


def _party(document: str, snapshot: int | None, order: int, written: dict) -> Party:
    in_words = written.get("participants_are_counts_or_prose")
    fields = {
        "name": written["name"],
        "participants_in_words" if in_words else "participants": written.get("participants_written"),
        **{name: written[name] for name in PARTY_FIELDS if name in written},
    }
    if "section_written" in written:
        fields["section"] = written["section_written"]
    # A truth numbers its rows and blocks; what they are is the layout.
    layout = " ".join("".join(c for c in written.get("table_or_block") or "" if not c.isdecimal()).strip(" .").split())
    return Party(document, written["name"], order=order, layout=layout or "?", snapshot=snapshot, fields=fields)


def _of_country(truth: Path, root: Path) -> list[DocumentTruth]:
    """The budgets of the country; one that the truth does not name holds no party."""
    by_document: dict[str, list[Party]] = {}
    for party in true_parties(truth):
        if party.source == "budget":
            by_document.setdefault(party.document, []).append(party)
    there = {path.relative_to(root).as_posix() for path in (root / BUDGETS).rglob("*") if path.is_file()}
    found = []
    for document in sorted(by_document.keys() | there):
        parties = by_document.get(document, [])
        year = Path(document).parent.name
        snapshot = parties[0].snapshot if parties else int(year) if year.isdecimal() else None
        layout = parties[0].layout if parties else "no party"
        found.append(DocumentTruth(document, snapshot, tuple(parties), layout))
    return found
