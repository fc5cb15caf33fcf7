"""The Dutch words of codes: one for each value of the columns that name a list, and no code that none of them has."""

import pytest

from dagster_project.dictionary import all_tables, code_lists, dutch, table

COLUMNS = [(t.name, c) for t in all_tables().values() for c in t.columns if c.codes]
# Of what is no column with accepted values: the units of figures, the kind of a workspace, a part of a doubt, what the
# files of expectations and the seed of breaks name.
FREE = {"unit", "data_kind", "doubt_reason", "suite", "series_break", "criterion", "criterion_explained"}


@pytest.mark.parametrize(("name", "column"), COLUMNS, ids=[f"{n}.{c.name}" for n, c in COLUMNS])
def test_every_accepted_value_of_a_column_has_a_word(name, column):
    assert set(column.enum) <= set(code_lists()[column.codes])


@pytest.mark.parametrize("name", sorted(set(code_lists()) - FREE))
def test_every_code_of_a_list_is_a_value_of_some_column(name):
    assert set(code_lists()[name]) <= {value for _, c in COLUMNS if c.codes == name for value in c.enum} | {"all"}


def test_a_code_without_a_word_stays_as_it_is_and_a_list_that_is_not_there_is_an_error():
    assert dutch("gm0014", "organisation_kind") == "gm0014"
    assert table("participant").column("kind").dutch("ministry") == "rijksdepartement"
    assert table("participant").column("organisation_id").dutch("ministry") == "ministry"
    with pytest.raises(KeyError):
        dutch("ministry", "no_such_list")
