"""`evaluate extract`: the reader on a folder of documents with their truth.

Belongs here: putting truth, reading and measures together for documents. Does not belong here: any of these.
"""

from collections.abc import Iterable
from pathlib import Path

from dagster_project.evaluation.measures.extraction import DOCUMENT, score_fields, score_parties
from dagster_project.evaluation.measures.refusals import UNEXPLAINED, score_refusals
from dagster_project.evaluation.measures.told import errors_of, score_told
from dagster_project.evaluation.reading import Read, read_extracted, read_now
from dagster_project.evaluation.report.model import Measure, Report, Section
from dagster_project.evaluation.truth.documents import DocumentTruth, path_of, read_documents_truth
from dagster_project.evaluation.truth.matching import Pairing, pair_up
from dagster_project.evaluation.truth.party import Party
from dagster_project.evaluation.truth.spelling import is_among
from dagster_project.workspace.errors import WrongUse

KEY = "extraction"


def evaluate_extract(
    truth: Path, *, documents: Path | None = None, files: Iterable[Path] = (), extracted: Path | None = None
) -> Report:
    """Score the reader on the documents of `truth`, or on those of `files` alone.

    `documents` is the folder below which they lie (else beside the truth); with `extracted` nothing is read, but what
    `lappendeken extract --out` wrote is scored. Raises WrongUse and UnreadableInput, with the file and the mend.
    """
    known, root = read_documents_truth(truth, documents)
    known = _chosen(known, root, list(files))
    read = read_extracted(extracted, known) if extracted else read_now(known, root)
    section = Section(KEY)
    pairing = _without_the_tolerated(pair_up([p for one in known for p in one.parties], read.parties), known)
    by_document = {one.document: one for one in known}
    score_parties(
        section,
        pairing,
        {
            DOCUMENT: lambda party: party.document,
            "layout": lambda party: party.layout or by_document[party.document].layout,
            "format": lambda party: by_document[party.document].format,
        },
    )
    score_fields(section, (pair for pair in pairing.pairs if pair.how == "name"))
    score_told(section, errors_of(pairing, read.refusals))
    score_refusals(section, known, read.refusals)
    _score_empty(section, known, read)
    _score_decoys(section, pairing.invented, by_document)
    _score_persons(section, known, read)
    return Report(f"extraction: {len(known)} documents", [section])


def _chosen(known: list[DocumentTruth], root: Path, files: list[Path]) -> list[DocumentTruth]:
    if not files:
        return known
    by_path = {path_of(one, root).resolve(): one for one in known}
    chosen: dict[str, DocumentTruth] = {}
    for file in files:
        below = [one for path, one in by_path.items() if path == file.resolve() or file.resolve() in path.parents]
        if not below:
            raise WrongUse("the truth knows no such document", file, "give one that it names, or a folder of them")
        chosen |= {one.document: one for one in below}
    return [one for one in known if one.document in chosen]


def _without_the_tolerated(pairing: Pairing, known: list[DocumentTruth]) -> Pairing:
    """Parties that may be read from a refused file are neither right nor wrong."""
    may = {one.document: one.tolerated for one in known if one.refusal and not one.refused_whole}
    invented = [p for p in pairing.invented if not is_among(p.name, may.get(p.document, ()))]
    return Pairing(pairing.pairs, pairing.missed, tuple(invented))


def _score_empty(section: Section, known: list[DocumentTruth], read: Read) -> None:
    """Documents that say that there is no party: read without one, and not refused either."""
    empty = [one.document for one in known if not one.parties and not one.refusal]
    wrong = {party.document for party in read.parties} | {r.document for r in read.refusals if r.reason != UNEXPLAINED}
    good = sum(document not in wrong for document in empty)
    section.add(Measure.share(f"{section.key}.documents_without_party", good, len(empty)))


def _score_decoys(section: Section, invented: Iterable[Party], known: dict[str, DocumentTruth]) -> None:
    """Of what was invented: what the truth warns of (totals, headings, subsidy receivers)."""
    taken = [party for party in invented if is_among(party.name, known[party.document].decoys)]
    section.add(Measure(f"{section.key}.decoys_read", len(taken), better="low"))
    section.table("decoys", ("document", "name"), [(party.document, party.name) for party in taken])


def _score_persons(section: Section, known: list[DocumentTruth], read: Read) -> None:
    """Names of persons in anything that was written about their document."""
    leaked = [
        (o.document, p) for o in known for p in o.persons if p.casefold() in read.text.get(o.document, "").casefold()
    ]
    section.add(Measure(f"{section.key}.persons_leaked", len(leaked), better="low"))
    section.table("persons", ("document", "person"), leaked)
