"""Labels whose letters a page set apart."""

import pytest

from dagster_project.budgets.figures.spaced import together
from tests.budgets.odd import read
from tests.documents import making


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        ("Vreemd v ermogen 01-01-20 24", "Vreemd vermogen 01-01-2024"),
        ("Financie el result aat 2 024", "Financieel resultaat 2 024"),
        ("Eigen vermogen 1 januari 2024", "Eigen vermogen 1 januari 2024"),
        ("Begroting 2019 2020", "Begroting 2019 2020"),
        ("Verschil € 20 24", "Verschil € 20 24"),
    ],
)
def test_words_of_quantities_and_dates_are_whole_again(written, whole):
    assert together(written) == whole


def test_amounts_below_heads_that_fell_apart_are_read(tmp_path):
    rows = read(
        making.write(
            tmp_path / "a.html",
            "<h1>Verbonden partijen</h1><table><tr><th>Naam</th><th>Eigen vermogen 01-01-2024</th><th>Eigen vermogen"
            " 31-12-2024</th><th>Vreemd v ermogen 01-01-20 24</th><th>Vreemd v ermogen 31-12-20 24</th></tr>"
            "<tr><td>Regio Esland</td><td>1.000.000</td><td>1.100.000</td><td>2.000.000</td><td>2.200.000</td></tr>"
            "<tr><td>GGD Esland</td><td>3.000.000</td><td>3.100.000</td><td>4.000.000</td><td>4.200.000</td></tr>"
            "</table>",
        )
    )
    assert [(row["debt_begin"], row["debt_end"]) for row in rows] == [(2e6, 2.2e6), (4e6, 4.2e6)]
