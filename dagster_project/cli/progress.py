"""What a run shows while it goes: a bar on a terminal, a line per asset elsewhere. Errors stay with their raiser."""

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager

SHOWN = {"ASSET_MATERIALIZATION", "ASSET_CHECK_EVALUATION"}


class _Lines(logging.Handler):
    """A line per table that was made and per check that said no."""

    def __init__(self, show):
        super().__init__(logging.DEBUG)
        self.show = show

    def emit(self, record: logging.LogRecord) -> None:
        event = getattr(record, "dagster_meta", {}).get("dagster_event")
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
        yield lambda text, advance: print(text, file=sys.stderr, flush=True)
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
            bar.console.print(text, highlight=False, markup=False)
            bar.update(task, advance=1 if advance else 0, description=text.split()[1] if advance else "checks")

        yield show
