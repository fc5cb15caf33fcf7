"""A report on a terminal: its measures as a table, and the first rows of what went wrong. The whole is in the JSON."""

from dagster_project.evaluation.report.model import Measure, Report, Table
from dagster_project.texts import printable

COUNTED_IN_TABLES = ("by_",)
"""Tables that lay out measures anew; the measures themselves are shown."""
DOCUMENTS = "by_document"
FEW_DOCUMENTS = 40
"""So many are all shown; of more, the worst."""
FULL_WIDTH = 60


def show(report: Report, examples: int) -> None:
    """Print the measures, and of each table of errors the first `examples` rows."""
    from rich.console import Console
    from rich.table import Table as Shown

    console = Console()
    console.print(report.subject, style="bold", highlight=False)
    for section in report.sections:
        shown = Shown("measure", "value", "count", "of", title=section.key, title_justify="left", box=None)
        for column in shown.columns[1:]:
            column.justify = "right"
        for measure in section.measures:
            shown.add_row(measure.name, value_of(measure), _count(measure.count), _count(measure.of))
        console.print(shown)
        for table in section.tables:
            if table.key == DOCUMENTS and examples:
                _show_documents(console, table, examples)
            elif examples and table.rows and not table.key.startswith(COUNTED_IN_TABLES):
                _show_errors(console, table, examples)


def value_of(measure: Measure) -> str:
    """The value for people: a share with four decimals, a number as it is, a dash for nothing."""
    if measure.value is None:
        return "-"
    return (
        f"{measure.value:.4f}" if measure.of is not None or isinstance(measure.value, float) else f"{measure.value:,}"
    )


def _count(number: float | None) -> str:
    return "" if number is None else f"{number:,}"


def _show_documents(console, table: Table, examples: int) -> None:
    """Recall and precision per document, the worst first."""
    from rich.markup import escape
    from rich.table import Table as Shown

    rows = sorted(table.named(), key=lambda row: (row["right"] - max(row["true"], row["read"]), row["document"]))
    shown = Shown(*table.columns, title_justify="left", box=None)
    for column in shown.columns[1:]:
        column.justify = "right"
    some = rows if len(rows) <= FEW_DOCUMENTS else rows[:examples]
    for row in some:
        shares = ["-" if row[name] is None else f"{row[name]:.4f}" for name in ("recall", "precision")]
        counts = [f"{row[name]:,}" for name in ("true", "read", "right")]
        shown.add_row(escape(printable(row["document"])), *counts, *shares)
    console.print(shown)
    if len(rows) > len(some):
        console.print(f"    and {len(rows) - len(some)} documents more; --json FILE has all", highlight=False)


def _show_errors(console, table: Table, examples: int) -> None:
    console.print(f"  {table.key}: {len(table.rows)}", style="bold", highlight=False)
    for row in table.rows[:examples]:
        cells = [f"{column}={_cut(value)}" for column, value in zip(table.columns, row, strict=True)]
        console.print(printable("    " + "  ".join(cells)), highlight=False, markup=False, soft_wrap=True)
    if len(table.rows) > examples:
        console.print(f"    and {len(table.rows) - examples} more; --json FILE has all", highlight=False)


def _cut(value: object) -> str:
    text = f"{value:.4f}" if isinstance(value, float) else str(value)
    return text if len(text) <= FULL_WIDTH else text[: FULL_WIDTH - 1] + "…"
