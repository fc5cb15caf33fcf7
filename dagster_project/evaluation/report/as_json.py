"""A report as JSON: the same bytes for the same report, all rows of all tables."""

import json
from pathlib import Path

from dagster_project.evaluation.report.model import Report
from dagster_project.workspace.atomic import write_text

DECIMALS = 6


def write_json(report: Report, path: Path) -> None:
    """Write the report; shares to the sixth decimal, `null` where there was nothing to measure."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_text(path, json.dumps(to_dict(report), ensure_ascii=False, indent=1) + "\n")


def to_dict(report: Report) -> dict:
    """subject; measures by name; per section its tables, each a list of rows by column."""
    return {
        "subject": report.subject,
        "measures": {
            m.name: {"value": _number(m.value), "count": _number(m.count), "of": _number(m.of), "better": m.better}
            for m in report.measures()
        },
        "tables": {
            section.key: {
                table.key: [{name: _number(value) for name, value in row.items()} for row in table.named()]
                for table in section.tables
            }
            for section in report.sections
        },
    }


def _number(value: object) -> object:
    return round(value, DECIMALS) if isinstance(value, float) else value
