"""The whole pipeline as Dagster sees it: partitions, the one dbt asset, checks, the schedule and the sensor."""

import dagster as dg
import pytest

from dagster_project.definitions import PIPELINE, RELEASE, build_definitions
from dagster_project.workspace import Workspace
from dagster_project.workspace.partitions import all_snapshots
from dagster_project.workspace.seeds import read_seed

READING = ("budget_mention", "survey_mention", "register_mention", "edition_mention", "programme_mention")
SNAPSHOTS = {str(s) for s in read_seed("snapshot")["snapshot"]}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory) -> Workspace:
    return Workspace.at(tmp_path_factory.mktemp("definitions") / "w").create("example")


@pytest.fixture(scope="module")
def definitions(workspace) -> dg.Definitions:
    return build_definitions(workspace)


@pytest.fixture(scope="module")
def graph(definitions):
    return definitions.resolve_asset_graph()


def key(name: str) -> dg.AssetKey:
    return dg.AssetKey([name])


@pytest.mark.parametrize("name", READING)
def test_every_snapshot_is_a_partition_of_a_reading_asset(graph, name):
    assert set(graph.get(key(name)).partitions_def.get_partition_keys()) == SNAPSHOTS


def test_all_that_dbt_makes_is_one_asset_without_partitions(graph):
    made = {k for k in graph.materializable_asset_keys if "dbt" in graph.get(k).kinds}
    assert key("figure_member") in made
    assert len({graph.get(k).assets_def.node_def.name for k in made}) == 1
    assert all(graph.get(k).partitions_def is None for k in made)


def test_the_release_rests_on_every_delivery_by_every_way(graph):
    above, waiting = set(), [key("release")]
    while waiting:
        parents = graph.get(waiting.pop()).parent_keys - above
        above |= parents
        waiting += parents
    assert above >= {key(n) for n in ("delivery", *READING, "link", "coding", "figure_member", "quality_result")}


def test_the_pipeline_makes_all_but_the_release(definitions, graph):
    made = set(definitions.resolve_job_def(PIPELINE).asset_layer.executable_asset_keys)
    assert graph.materializable_asset_keys - made == {key("release")}
    assert set(definitions.resolve_job_def(RELEASE).asset_layer.executable_asset_keys) == {key("release")}


def test_every_declared_expectation_is_an_asset_check(graph):
    from dagster_project.quality import declared

    checks = {check.name: check.asset_key.to_user_string() for check in graph.asset_check_keys}
    assert {e.id for e in declared()} <= set(checks)
    assert checks["one_file_one_snapshot"] == "delivery"
    assert checks["identifiers_name_one"] == "mention"
    assert checks["closure"] == "warehouse_export"


def test_what_is_fatal_blocks_on_the_asset_that_it_checks(graph):
    from dagster_project.quality import declared

    severity = {e.id: e.severity for e in declared()}
    blocks = {c.name for c in graph.asset_check_keys if graph.get(c).blocking and c.name in severity}
    assert blocks == {name for name, said in severity.items() if said == "fatal"}


def test_once_a_year_all_snapshots_are_run(definitions):
    (schedule,) = definitions.schedules
    with dg.build_schedule_context() as context:
        (request,) = schedule.evaluate_tick(context).run_requests
    assert (schedule.job_name, schedule.cron_schedule) == (PIPELINE, "0 6 2 1 *")
    assert all_snapshots().items() <= request.tags.items()


def test_a_new_delivery_starts_one_run(definitions, workspace):
    (sensor,) = definitions.sensors
    assert sensor.job_name == PIPELINE

    def tick(cursor: str | None):
        with dg.build_sensor_context(cursor=cursor) as context:
            told = sensor.evaluate_tick(context)
        return told.run_requests or [], told.cursor

    assert tick(None)[0] == [], "nothing was taken in"
    workspace.manifest.write_text("delivery_id\n", encoding="utf-8")
    first, cursor = tick(None)
    assert [all_snapshots().items() <= r.tags.items() for r in first] == [True]
    assert tick(cursor)[0] == [], "nothing new"
    workspace.manifest.write_text("delivery_id\nd1\n", encoding="utf-8")
    second, _ = tick(cursor)
    assert len({r.run_key for r in first + second}) == 2


def test_what_is_loaded_without_a_workspace_is_named_by_the_environment(monkeypatch, workspace):
    monkeypatch.setenv("LAPPENDEKEN_DATA", str(workspace.root))
    assert build_definitions().resources["workspace"].folder == str(workspace.root)


def test_a_part_of_the_same_name_is_replaced_and_another_comes_beside(workspace, graph):
    @dg.asset(name="review_question", deps=["warehouse_export"])
    def nothing_to_ask() -> None: ...

    @dg.asset
    def beside() -> None: ...

    @dg.asset_check(asset=beside)
    def beside_is_there() -> dg.AssetCheckResult:
        return dg.AssetCheckResult(passed=True)

    job = dg.define_asset_job(PIPELINE, selection=["review_question", "beside"])

    @dg.schedule(job=job, cron_schedule="0 0 * * *", name="yearly_run")
    def daily(): ...

    @dg.sensor(job=job, name="new_delivery_taken_in")
    def never():
        return dg.SkipReason("a test")

    staged = build_definitions(
        workspace,
        assets=[nothing_to_ask, beside],
        checks=[beside_is_there],
        resources={"dbt": "none"},
        jobs=[job],
        schedules=[daily],
        sensors=[never],
    )
    now = staged.resolve_asset_graph()
    assert now.get_all_asset_keys() == graph.get_all_asset_keys() | {key("beside")}
    assert now.get(key("review_question")).parent_keys == {key("warehouse_export")}
    assert dg.AssetCheckKey(key("beside"), "beside_is_there") in now.asset_check_keys
    made = staged.resolve_job_def(PIPELINE).asset_layer.executable_asset_keys
    assert set(made) == {key("review_question"), key("beside")}
    assert {j.name for j in staged.jobs} == {PIPELINE, RELEASE}
    assert [s.cron_schedule for s in staged.schedules] == ["0 0 * * *"]
    assert [s.name for s in staged.sensors] == ["new_delivery_taken_in"]
    assert staged.resources["dbt"] == "none"
    assert staged.resources["workspace"].folder == str(workspace.root)


def test_a_part_of_what_makes_many_tables_cannot_be_replaced_alone(workspace):
    @dg.asset(name="figure")
    def another() -> None: ...

    with pytest.raises(dg.DagsterInvalidDefinitionError, match="figure"):
        build_definitions(workspace, assets=[another]).resolve_asset_graph()
