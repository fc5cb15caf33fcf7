"""A chart of every kind."""

import pytest

from dagster_project.charts import Axis, BarRow, Bin, Chart, DotRow, Mark, bars, calibration, dots, lines, waterfall

SHARES = Axis(0.0, 1.0, (0.0, 0.5, 0.995), ".1~%", "aandeel")


def chart_of_every_kind() -> dict[str, Chart]:
    """The charts by the name of their kind."""
    words = {"title": 'Eén "titel"', "description": "Wat er <staat> & hoe"}
    rows = [DotRow('O\'Brien "x" \\ Súdwest', (0.5, 1.0), "50% / 100%"), DotRow("leeg", (None, 0.25), "– / 25%")]
    bar_rows = [BarRow("rij", (100.0, 2000.0), ("100", "2.000")), BarRow("leeg", (None, 5.0), ("–", "5"))]
    across = Axis(0.0, 2500.0, (0.0, 1250.5, 2500.0), title="keren")
    series = [("precisie", [(0.0, 0.5), (1000.0, 1.0)]), ("gevonden", [(0.0, 0.25), (1000.0, 0.75)])]
    return {
        "bars": bars(bar_rows, ["2020", "2024"], across, heading=["kop", "let op"], **words),
        "dots": dots(rows, ["gevonden", "terecht"], SHARES, **words),
        "lines": lines(series, across, SHARES, Mark(1000.0, "gekozen"), **words),
        "calibration": calibration(
            [Bin(0.25, "1.200", 0.2, 0.25, 0.1, 0.5), Bin(0.75, "0")], "paren", SHARES, SHARES, **words
        ),
        "waterfall": waterfall([("begin", -6.5), ("naam", 8.25)], "samen", Mark(0.5, "drempel"), **words),
    }


@pytest.fixture(scope="session")
def charts() -> dict[str, Chart]:
    return chart_of_every_kind()
