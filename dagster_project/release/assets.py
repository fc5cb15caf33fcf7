"""Assets of release: the package that BZK receives."""

import dagster as dg

from dagster_project.workspace.resource import WorkspaceResource


class ReleaseConfig(dg.Config):
    """`release_id`: the id wanted, such as 2024.2, empty for the next one; `reason`: why a correction is made."""

    release_id: str = ""
    draft: bool = False
    reason: str = ""


@dg.asset(group_name="release", deps=["quality_verdict", "review_question"], kinds={"dvc"})
def release(
    context: dg.AssetExecutionContext, config: ReleaseConfig, in_force: WorkspaceResource
) -> dg.MaterializeResult:
    """Gate, package, version: a whole folder or none."""
    from dagster_project.release import add_raw_to_dvc, add_to_dvc, make_release, root_hash

    folder = make_release(
        in_force.workspace, config.release_id or None, draft=config.draft, reason=config.reason or None
    )
    if config.draft:
        return dg.MaterializeResult(metadata={"draft": folder.name, "root_hash": root_hash(folder)})
    versioned = [*add_raw_to_dvc(in_force.workspace), add_to_dvc(in_force.workspace, folder)]
    for line in versioned:
        context.log.info(f"versioned: {line}")
    return dg.MaterializeResult(
        metadata={"release": folder.name, "root_hash": root_hash(folder), "versioned": "; ".join(versioned)}
    )
