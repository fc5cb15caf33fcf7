"""Assets of the warehouse: the dbt project as one unpartitioned group of assets, and its tables as Parquet."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import dagster as dg
from dagster_dbt import DagsterDbtTranslator, DbtCliResource, dbt_assets
from dagster_dbt.errors import DagsterDbtCliRuntimeError

from dagster_project.warehouse import (
    DBT_PROJECT,
    Watch,
    dbt_environment,
    ensure_sources,
    export_tables,
    failure,
    prepare_manifest,
)
from dagster_project.workspace import Workspace
from dagster_project.workspace.resource import WorkspaceResource

STAGES = ("evidence", "canonical", "comparable", "figures")


class HouseTranslator(DagsterDbtTranslator):
    """Names dbt nodes as the dictionary does: one word per table, a group per stage."""

    def get_asset_key(self, dbt_resource_props: Mapping[str, Any]) -> dg.AssetKey:
        return dg.AssetKey(dbt_resource_props["name"])

    def get_group_name(self, dbt_resource_props: Mapping[str, Any]) -> str:
        if dbt_resource_props["resource_type"] == "seed":
            return "reference"
        stages = [part for part in dbt_resource_props.get("fqn", []) if part in STAGES]
        return stages[0] if stages else "evidence"


def warehouse_assets(workspace: Workspace) -> list[dg.AssetsDefinition]:
    """The dbt assets of this workspace and the asset that exports their tables."""
    manifest: Path = prepare_manifest(workspace.built())

    @dbt_assets(manifest=manifest, dagster_dbt_translator=HouseTranslator())
    def dbt_models(context: dg.AssetExecutionContext, dbt: DbtCliResource, workspace: WorkspaceResource):
        where = workspace.workspace
        ensure_sources(where)
        os.environ.update(dbt_environment(where))  # dagster-dbt hands its own environment on to dbt
        dbt_at_work = dbt.cli(["build"], context=context)
        with Watch(dbt_at_work.process, context.log.warning) as watch:
            try:
                yield from watch.over(dbt_at_work.stream())
            except DagsterDbtCliRuntimeError as failed:
                results = dbt_at_work.target_path / "run_results.json"
                raise failure(where, ["build"], dbt_at_work.process.returncode, results, str(failed)) from None

    @dg.asset(group_name="figures", deps=[dbt_models], kinds={"parquet"})
    def warehouse_export(context: dg.AssetExecutionContext, workspace: WorkspaceResource) -> dg.MaterializeResult:
        """The tables of the warehouse as Parquet; after this nobody else opens the warehouse."""
        rows = export_tables(workspace.workspace)
        for table, height in rows.items():
            # Told here and not by dbt: counting there would open the warehouse a second time.
            context.log_event(dg.AssetObservation(table, metadata={"dagster/row_count": height}))
        return dg.MaterializeResult(metadata={"dagster/row_count": sum(rows.values()), **rows})

    return [dbt_models, warehouse_export]


def dbt_resource(workspace: Workspace) -> DbtCliResource:
    """dbt as Dagster calls it, with the environment of this workspace."""
    return DbtCliResource(
        project_dir=str(DBT_PROJECT),
        profiles_dir=str(DBT_PROJECT),
        target_path=Path(dbt_environment(workspace)["DBT_TARGET_PATH"]),
        dbt_executable=str(Path(sys.executable).with_name("lappendeken-dbt")),
    )
