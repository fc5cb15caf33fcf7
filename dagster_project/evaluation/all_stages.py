"""`evaluate all`: a workspace that was run on a simulated country, against the truth of that country.

Belongs here: the order of the sections, and what is scored per source. Does not belong here: any measure.
"""

from pathlib import Path

from dagster_project.evaluation.measures.attributes import score_collaboration_themes, score_legal_forms
from dagster_project.evaluation.measures.criteria import score_criteria
from dagster_project.evaluation.measures.events import score_events
from dagster_project.evaluation.measures.extraction import DOCUMENT, score_fields, score_parties
from dagster_project.evaluation.measures.figures import score_figures
from dagster_project.evaluation.measures.kinds import score_kinds
from dagster_project.evaluation.measures.linkage import score_linkage, score_within_snapshots
from dagster_project.evaluation.measures.members import score_members
from dagster_project.evaluation.measures.organisations import score_organisations
from dagster_project.evaluation.measures.stock import score_stock
from dagster_project.evaluation.measures.systems import score_systems
from dagster_project.evaluation.report.model import Measure, Report, Section
from dagster_project.evaluation.run import Run
from dagster_project.evaluation.truth.country import Country
from dagster_project.evaluation.truth.matching import Pairing
from dagster_project.workspace import Workspace
from dagster_project.workspace.errors import WrongUse

SIMULATED = "simulated"
BUDGET = "budget"


def evaluate_all(workspace: Workspace, truth: Path) -> Report:
    """Score every stage of the pipeline.

    Raises WrongUse where the workspace is not a simulated one, was not run, or is not of the country of the truth.
    """
    country = Country.at(truth)
    workspace.require()
    if workspace.kind != SIMULATED:
        mend = "give the workspace that simulate made, after lappendeken run"
        raise WrongUse(f"this workspace is {workspace.kind}, not simulated", workspace.root, mend)
    run = Run(workspace, country)
    if not run.pairing.pairs:
        raise WrongUse("nothing that was read stands in the truth", truth, "give the truth of this very country")
    sections = [
        _extraction(run),
        _sources(run),
        _linkage(run),
        score_organisations(run),
        score_stock(run),
        score_members(run),
        score_collaboration_themes(run),
        score_legal_forms(run),
        score_systems(run),
        score_kinds(run),
        score_criteria(run),
        score_events(run),
        score_figures(run),
    ]
    years = [str(snapshot) for snapshot in country.snapshots]
    bodies = f"{len(workspace.scope)} organisaties" if workspace.scope else "alle organisaties"
    subject_nl = f"Gesimuleerd land met {bodies}; peilingen {', '.join(years)}. Alle gegevens zijn verzonnen."
    return Report(f"simulated country: {', '.join(years)}", sections, subject_nl)


def _extraction(run: Run) -> Section:
    """Budgets, as `evaluate extract` scores them, from the tables of the run."""
    section = Section("extraction")
    pairing = _of_sources(run.pairing, lambda source: source == BUDGET)
    layouts = {party.document: party.layout for party in run.country.parties}
    groups = {
        DOCUMENT: lambda party: party.document,
        "layout": lambda party: layouts.get(party.document, "no party"),
        "format": lambda party: party.document.rpartition(".")[2],
    }
    score_parties(section, pairing, groups)
    score_fields(section, (pair for pair in pairing.pairs if pair.how == "name"))
    refused = [
        (row["file_name"], row["locator"], row["reason"], row["detail"])
        for row in run.table("refusal").iter_rows(named=True)
    ]
    section.add(Measure("extraction.refusals", len(refused), better="low"))
    section.table("refusals", ("document", "place", "reason", "detail"), refused)
    return section


def _sources(run: Run) -> Section:
    """All other sources: surveys, registers, editions and programmes."""
    section = Section("sources")
    pairing = _of_sources(run.pairing, lambda source: source != BUDGET)
    score_parties(section, pairing, {"source": lambda party: party.source})
    score_fields(section, (pair for pair in pairing.pairs if pair.how == "name"))
    return section


def _of_sources(pairing: Pairing, wanted) -> Pairing:
    return Pairing(
        tuple(pair for pair in pairing.pairs if wanted(pair.true.source)),
        tuple(party for party in pairing.missed if wanted(party.source)),
        tuple(party for party in pairing.invented if wanted(party.source)),
    )


def _linkage(run: Run) -> Section:
    """Over the mentions that were read; what was not read is told by the extraction, and cannot be linked."""
    section = Section("linkage")
    truth, entity = run.truth_of_mention, run.id_of_mention
    names = {pair.read.party_id: pair.read.name for pair in run.pairing.pairs}
    documents = {pair.read.party_id: pair.read.document for pair in run.pairing.pairs}
    score_linkage(section, entity, truth, documents, names)
    score_within_snapshots(section, entity, truth, run.snapshot_of_mention)
    section.add(
        Measure("linkage.mentions_not_read", len(run.pairing.missed), better="low"),
        Measure("linkage.mentions_without_truth", len(run.pairing.invented), better="low"),
    )
    strangers = {pair.read.party_id for pair in run.pairing.pairs if not pair.true.party_id}
    theirs = {entity[mention] for mention in truth}
    taken = sum(entity[mention] in theirs for mention in strangers)
    section.add(Measure.share("linkage.strangers_merged", taken, len(strangers), better="low"))
    return section
