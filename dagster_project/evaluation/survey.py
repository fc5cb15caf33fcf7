"""`evaluate survey`: questionnaires of a workspace filled in by simulated organisations, and read back.

Belongs here: the round trip and its measures. Does not belong here: who plants what (`simulated_respondents`).
"""

import tempfile
from collections import Counter
from pathlib import Path

from dagster_project.dictionary import code_lists
from dagster_project.evaluation.report.model import Measure, Report, Section
from dagster_project.evaluation.simulated_respondents import Said, fill_in
from dagster_project.workspace import Workspace, WrongUse

KINDS = tuple(code_lists()["survey_answer_kind"])
SIMULATED = "simulated"


def evaluate_survey(workspace: Workspace, snapshot: int, seed: int) -> Report:
    """Export what a workspace holds, have it filled in, import it in a workspace of its own, and compare.

    Nothing of the workspace itself changes. Raises WrongUse where it is real or was not run.
    """
    from dagster_project.organisations.snapshots import reference_date
    from dagster_project.surveys import import_responses, read_answers, write_forms

    if workspace.require().kind == "real":
        raise WrongUse("this workspace is real", workspace.root, "give one of a simulated country")
    with tempfile.TemporaryDirectory(prefix="lappendeken-survey-") as folder:
        forms, inbox = Path(folder) / "forms", Workspace.at(Path(folder) / "workspace").create(SIMULATED)
        planted = [said for path in write_forms(workspace, forms, snapshot) for said in fill_in(path, seed)]
        report = import_responses(inbox, forms, snapshot, reference_date(snapshot))
        answers = read_answers(inbox, snapshot)
    names = {m["mention_id"]: m["name_written"] for m in answers.mention}
    found = [
        Said(
            a["organisation_id"], a["number"] or names[a["mention_id"]], a["kind"], a["attribute"], a["sent"],
            a["answered"],
        )
        for a in answers.survey_answer
        if a["number"] or a["mention_id"] in names
    ]  # fmt: skip
    section = score(planted, found)
    section.add(
        Measure("survey.files_refused", len(report.refused), better="low"),
        Measure("survey.refused", len(answers.refusal), better="low"),
        Measure("survey.asked", sum(a["status"] == "asked" for a in answers.survey_answer), better="low"),
    )
    return Report(f"survey of {snapshot}, seed {seed}", [section])


def score(planted: list[Said], found: list[Said]) -> Section:
    """What was planted and found as such, by kind, and what was found that nobody planted."""
    wanted, got = Counter(planted), Counter(found)
    section = Section("survey")
    for kind in KINDS:
        some = Counter({said: n for said, n in wanted.items() if said.kind == kind})
        section.add(Measure.share(f"survey.found.{kind}", (some & got).total(), some.total()))
    section.add(
        Measure.share("survey.found", (wanted & got).total(), wanted.total()),
        Measure.share("survey.invented", (got - wanted).total(), got.total(), better="low"),
    )
    for key, rows in (("lost", wanted - got), ("invented", got - wanted)):
        section.table(key, Said._fields, sorted(rows.elements(), key=str))
    return section
