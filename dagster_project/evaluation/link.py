"""`evaluate link`: the linkage on labelled mentions, or on the mentions of a simulated country.

Belongs here: both forms of truth, and what is linked for each. Does not belong here: the measures.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from dagster_project.evaluation.measures.blocking import score_blocking
from dagster_project.evaluation.measures.linkage import score_linkage, score_within_snapshots
from dagster_project.evaluation.measures.match_weights import (
    labelled_pairs,
    score_calibration,
    score_thresholds,
    tell_weak_links,
)
from dagster_project.evaluation.report.labels import number
from dagster_project.evaluation.report.model import Report, Section
from dagster_project.evaluation.simulated_review import link_after_answers
from dagster_project.evaluation.truth.country import MENTIONS
from dagster_project.evaluation.truth.files import read_csv, truth_file
from dagster_project.evaluation.truth.mentions import linkable, mentions_of_country
from dagster_project.workspace.errors import UnreadableInput, WrongUse

if TYPE_CHECKING:
    from dagster_project.linkage import LinkResult, Record

KEY = "linkage"
TRUTHS, LISTED = "truth*.csv", "mentions.csv"


def evaluate_link(
    truth: Path,
    *,
    mentions: Path | None = None,
    linked: Path | None = None,
    hard_negatives: Path | None = None,
    answers: int = 0,
    curves: bool = False,
) -> Report:
    """Score the linkage.

    `truth` is a CSV of mention_id, entity_id and scored; or a folder with that (and mentions and hard negatives beside
    it); or the truth of a simulated country, whose mentions are linked as faultless readers would hand them over. With
    `linked`, what `lappendeken link --out` wrote is scored; with `answers`, the linkage after so many questions of its
    queue were answered from the truth. With `curves`, sections about thresholds, calibration and weak links of the
    linkage without answers are added. Raises WrongUse and UnreadableInput.
    """
    if curves and (linked or answers):
        raise WrongUse(
            "the curves are of what the linkage itself does now", "evaluate link", "leave --linked and --answers out"
        )
    if is_country(truth):
        return _evaluate_country(truth, curves=curves)
    from dagster_project.linkage import link_records, read_mentions, record_of

    file = truth_file(truth, TRUTHS)
    path = mentions or file.parent / LISTED
    listed = {row["mention_id"]: row for row in read_mentions(path)}
    known = true_entities(file)
    unknown = sorted(known.keys() - listed.keys())
    if unknown:
        raise UnreadableInput(f"mention {unknown[0]} of the truth is not listed", path, "give its mentions")
    pairs = _hard_negatives(hard_negatives, file)
    section = Section(KEY)
    sections = [section]
    names = {mention: row["name_as_written"] for mention, row in listed.items()}
    source = {mention: row["source"] for mention, row in listed.items()}
    if linked:
        score_linkage(section, _linked_entities(linked), known, source, names, pairs)
    else:
        records = [record_of(row) for row in listed.values()]
        result = link_after_answers(records, known, answers) if answers else link_records(records)
        score_linkage(section, _entities(result), known, source, names, pairs)
        score_blocking(section, records, known)
        if curves:
            sections += _curves(result, records, known, names)
    subject_nl = f"Gelabelde lijsten: {number(len(known))} beoordeelde vermeldingen van {number(len(listed))}"
    return Report(f"linkage: {len(known)} scored mentions", sections, subject_nl)


def is_country(truth: Path) -> bool:
    """Whether this is the truth of a simulated country."""
    return truth.is_dir() and (truth / MENTIONS).is_file()


def true_entities(file: Path) -> dict[str, str]:
    """mention_id to entity_id of the rows of a truth that are scored. Raises UnreadableInput."""
    rows = read_csv(file, ("mention_id", "entity_id", "scored"))
    return {row["mention_id"]: row["entity_id"] for row in rows if row["scored"].lower() == "true"}


def _curves(
    result: "LinkResult", records: "list[Record]", truth: dict[str, str], names: dict[str, str]
) -> list[Section]:
    """Sections about thresholds, calibration and weak links."""
    labelled = labelled_pairs(result, truth)
    thresholds, calibration, weak = Section("thresholds"), Section("calibration"), Section("weak_links")
    score_thresholds(thresholds, labelled, result, records, truth)
    score_calibration(calibration, labelled)
    tell_weak_links(weak, result, truth, names)
    return [thresholds, calibration, weak]


def _hard_negatives(given: Path | None, truth: Path) -> list[tuple[str, str]]:
    """Pairs that are different: of the file that was given, else of `hard_negatives_X.csv` beside `truth_X.csv`."""
    beside = truth.with_name(truth.name.replace("truth", "hard_negatives"))
    if given is None and (beside == truth or not beside.is_file()):
        return []
    rows = read_csv(given or beside, ("mention_id_a", "mention_id_b"))
    return [(row["mention_id_a"], row["mention_id_b"]) for row in rows]


def _linked_entities(path: Path) -> dict[str, str]:
    return {row["mention_id"]: row["entity_id"] for row in read_csv(path, ("mention_id", "entity_id"))}


def _entities(result: "LinkResult") -> dict[str, str]:
    return {mention: f"e{cluster:07d}" for mention, cluster in result.links.select("mention_id", "cluster").iter_rows()}


def _evaluate_country(folder: Path, *, curves: bool) -> Report:
    """What all sources of all snapshots wrote, handed to the linkage as faultless readers would hand it over; the
    identifiers that some sources give are not in the truth, so that names, places and participants must do."""
    from dagster_project.linkage import link_records

    mentions, parties = mentions_of_country(folder)
    records, truth = linkable(mentions, parties)
    result = link_records(records)
    entity = _entities(result)
    section = Section(KEY)
    source = {mention: party.document for mention, party in parties.items()}
    names = {mention: party.name for mention, party in parties.items()}
    score_linkage(section, entity, truth, source, names)
    score_blocking(section, records, truth)
    score_within_snapshots(section, entity, truth, {mention: p.snapshot for mention, p in parties.items()})
    sections = [section, *(_curves(result, records, truth, names) if curves else [])]
    subject_nl = f"Gesimuleerd land: {number(len(truth))} vermeldingen, gelezen zonder fouten"
    return Report(f"linkage: {len(truth)} mentions of a simulated country", sections, subject_nl)
