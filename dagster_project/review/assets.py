"""Assets of review: the queue of open questions, and what coders answered in blind samples."""

import dagster as dg

from dagster_project.workspace import write_table
from dagster_project.workspace.resource import WorkspaceResource


@dg.asset(group_name="review", deps=["warehouse_export", "quarantine", "doubtful_pair"], kinds={"python"})
def review_question(workspace: WorkspaceResource) -> dg.MaterializeResult:
    """What people are asked, the most telling questions first."""
    from dagster_project.review import questions

    frame = write_table(workspace.workspace, "review_question", questions(workspace.workspace))
    by_kind = dict(frame["kind"].value_counts().sort("kind").iter_rows())
    return dg.MaterializeResult(metadata={"dagster/row_count": frame.height, **by_kind})


@dg.asset(group_name="review", deps=["review_question"], kinds={"python"})
def audit_answer(workspace: WorkspaceResource) -> dg.MaterializeResult:
    """The answers of blind samples, each with its probability; they decide nothing."""
    from dagster_project.review import audit_answers

    frame = write_table(workspace.workspace, "audit_answer", list(audit_answers(workspace.workspace)))
    return dg.MaterializeResult(metadata={"dagster/row_count": frame.height})
