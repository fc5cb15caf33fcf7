"""What a run shows of its warnings: those that people can do something with."""

import dagster as dg

from dagster_project.cli.progress import event_logger


def test_a_warning_is_shown_and_what_dagster_tells_developers_is_not(capsys):
    @dg.op
    def warns(context) -> None:
        context.log.warning("half a state: removed")
        context.log.warning("Logging an `AssetObservation` instead of an `AssetCheckResult`")

    with event_logger(None) as logger:
        job = dg.GraphDefinition(name="job", node_defs=[warns]).to_job(logger_defs={"console": logger})
        job.execute_in_process(run_config={"loggers": {"console": {}}})
    assert capsys.readouterr().err == "  note   half a state: removed\n"
