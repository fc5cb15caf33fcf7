"""What SQL compares names by is the folding of the rest of the house."""

import duckdb
import pytest

from dagster_project.warehouse.functions import comparable_name, register_functions


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Stichting Natuur & Recreatie", "Natuur en Recreatie"),
        ("GR Holland Rijnland", "Gemeenschappelijke Regeling Holland Rynland"),
        ("Coöperatie Dimpact U.A.", "Dimpact"),
        ("N.V. Afvalzorg", "Afvalzorg NV"),
        ("FryslÃ¢n-West", "fryslan west"),
    ],
)
def test_spellings_of_one_name_are_equal(one, other):
    assert comparable_name(one) == comparable_name(other) != ""


def test_another_name_differs():
    assert comparable_name("Regio Rivierenland") != comparable_name("Regio Rivierengebied")


def test_sql_calls_it_and_null_stays_null():
    with duckdb.connect() as connection:
        register_functions(connection)
        rows = connection.execute("select comparable_name(n) from (values ('GR IJsselland'), (null)) t (n)").fetchall()
    assert rows == [("ysselland",), (None,)]
