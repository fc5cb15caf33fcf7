"""One party from several places: what another place says comes with the doubt that it has there."""

import pytest

from tests.budgets.odd import read
from tests.documents import making

TOLD = (
    "<table><tr><th>Naam</th><th>Rechtsvorm</th><th>Zetel</th></tr>"
    "<tr><td>Omgevingsdienst Veenrand</td><td>GR</td><td>Assen</td></tr>"
    "<tr><td>Veenwater N.V.</td><td>NV</td><td>Emmen</td></tr></table>"
)
FIGURES = (
    "<table><tr><th>Naam</th><th>Eigen vermogen 31-12-2023{unit}</th><th>Resultaat 2023{unit}</th></tr>"
    "<tr><td>Omgevingsdienst Veenrand</td><td>1.250</td><td>12</td></tr>"
    "<tr><td>Veenwater N.V.</td><td>2.410</td><td>15</td></tr></table>"
)


@pytest.mark.parametrize(("unit", "doubted"), [("", True), (" (x € 1.000)", False)])
def test_amounts_of_another_table_keep_their_doubt(tmp_path, unit, doubted):
    page = f"<html><body><h1>Verbonden partijen</h1>{TOLD}{FIGURES.format(unit=unit)}</body></html>"
    for row in read(making.write(tmp_path / "a.html", page)):
        assert ("equity_end:unit_unclear" in row["doubts"]) == doubted
        assert ("equity_end" in row["other_reading"]) == doubted
        assert len(row["other_locators"]) == 1
