"""Assets of registers: joint arrangements and regional divisions, ministries' programmes, earlier editions."""

from collections.abc import Callable

import dagster as dg

from dagster_project.workspace import Workspace
from dagster_project.workspace.partitions import ONE_RUN, SNAPSHOTS, write_parts
from dagster_project.workspace.resource import WorkspaceResource

Reader = Callable[[Workspace, int], dict[str, list[dict]]]


def _reading_asset(name: str, what: str, read: Reader) -> dg.AssetsDefinition:
    @dg.asset(
        name=name,
        description=what,
        group_name="reading",
        deps=["delivery"],
        partitions_def=SNAPSHOTS,
        backfill_policy=ONE_RUN,
        kinds={"python"},
    )
    def reading(context: dg.AssetExecutionContext, workspace: WorkspaceResource) -> dg.MaterializeResult:
        part = name.removesuffix("_mention")
        counts = {
            snapshot: write_parts(workspace.workspace, f"{part}-{snapshot}", read(workspace.workspace, int(snapshot)))
            for snapshot in context.partition_keys
        }
        return dg.MaterializeResult(metadata={"rows": counts})

    return reading


def _registers(workspace: Workspace, snapshot: int) -> dict[str, list[dict]]:
    from dagster_project.registers import read_divisions, read_register

    mentions, refusals, quarantine = read_register(workspace, snapshot)
    regions, region_mentions, region_refusals, region_quarantine = read_divisions(workspace, snapshot)
    return {
        "mention": mentions + region_mentions,
        "refusal": refusals + region_refusals,
        "quarantine": quarantine + region_quarantine,
        "region_membership": regions,
    }


def _programmes(workspace: Workspace, snapshot: int) -> dict[str, list[dict]]:
    from dagster_project.registers import read_programmes

    return dict(zip(("mention", "refusal", "quarantine"), read_programmes(workspace, snapshot), strict=True))


def _editions(workspace: Workspace, snapshot: int) -> dict[str, list[dict]]:
    from dagster_project.registers import read_editions

    return dict(zip(("mention", "refusal", "quarantine"), read_editions(workspace, snapshot), strict=True))


register_mention = _reading_asset(
    "register_mention", "Mentions of joint arrangements and of the regions of statutory systems.", _registers
)
programme_mention = _reading_asset("programme_mention", "Mentions in ministries' programme lists.", _programmes)
edition_mention = _reading_asset("edition_mention", "Mentions in earlier editions of this register.", _editions)
