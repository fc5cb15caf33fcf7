"""What a run shows while it goes: a bar on a terminal, lines elsewhere. Errors stay with their raiser."""

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from dagster_project.cli.screen import say_error
from dagster_project.texts import printable

SHOWN = {"ASSET_MATERIALIZATION", "ASSET_CHECK_EVALUATION"}
_FOR_DEVELOPERS = "Logging an `AssetObservation`"
"""How a note of dagster-dbt begins, one per test of dbt over several tables: dozens in a run, which hide the rest."""


class _Lines(logging.Handler):
    """A line per table that was made and per check that said no."""

    def __init__(self, show):
        super().__init__(logging.DEBUG)
        self.show = show

    def emit(self, record: logging.LogRecord) -> None:
        meta = getattr(record, "dagster_meta", {})
        event = meta.get("dagster_event")
        if event is None and (meta.get("step_key") or "").endswith("_mention"):
            self.show(f"  read   {meta['orig_message']}", advance=False)
        elif event is None and record.levelno >= logging.WARNING:
            said = meta.get("orig_message", record.getMessage())
            if not said.startswith(_FOR_DEVELOPERS):
                self.show(f"  note   {said}", advance=False)
        if event is None or event.event_type_value not in SHOWN:
            return
        data = event.event_specific_data
        if event.event_type_value == "ASSET_CHECK_EVALUATION":
            if not data.passed:
                self.show(f"  check  {data.asset_key.to_user_string()}: {data.check_name} says no", advance=False)
            return
        made = data.materialization
        rows = made.metadata.get("dagster/row_count")
        told = f"{rows.value:>9,} rows" if rows is not None else ""
        part = f" {made.partition}" if made.partition else ""
        self.show(f"  made   {made.asset_key.to_user_string() + part:<34}{told}", advance=True)


@contextmanager
def event_logger(steps: int | None) -> Iterator:
    """A Dagster logger that shows progress on standard error."""
    import dagster as dg

    with _shower(steps) as show:

        @dg.logger
        def shown(_) -> logging.Logger:
            logger = logging.Logger("lappendeken", logging.DEBUG)
            logger.addHandler(_Lines(show))
            return logger

        yield shown


@contextmanager
def _shower(steps: int | None) -> Iterator:
    if not sys.stderr.isatty():
        yield lambda text, advance: say_error(text)
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    with Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    ) as bar:
        task = bar.add_task("running", total=steps)

        def show(text: str, advance: bool) -> None:
            text = printable(text)
            bar.console.print(text, highlight=False, markup=False)
            bar.update(task, advance=1 if advance else 0, description=text.split()[1] if advance else "checks")

        yield show


@contextmanager
def documents_shown() -> Iterator:
    """What to call with each `budgets.Progress`: a bar of documents on a terminal, a line now and then elsewhere."""
    from dagster_project.budgets import Lines

    if not sys.stderr.isatty():
        yield Lines(lambda line: say_error(line))
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    with Progress(
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("documents, {task.fields[pages]:.0f} pages/s, {task.fields[refusals]} refusals"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
    ) as bar:
        task = bar.add_task("", total=None, pages=0.0, refusals=0)
        yield lambda p: bar.update(task, total=p.total, completed=p.done, pages=p.pages_per_second, refusals=p.refusals)
