"""What a party lacks has a probability: lower where its text was left over, or where the others have it."""

import json

import pytest

from dagster_project.budgets import read_budget
from dagster_project.dictionary import VALUE_UNSURE_BELOW
from tests.documents import making

PAGE = "<html><body><h1>Verbonden partijen</h1>{}</body></html>"


def read(folder, *parties):
    body = "".join(f"<h2>{name}</h2>{''.join(f'<p>{line}</p>' for line in lines)}" for name, *lines in parties)
    return read_budget(making.write(folder / "a.html", PAGE.format(body)), snapshot=2024, organisation_id="gm0106")[0]


@pytest.fixture
def three(tmp_path):
    full = ["Rechtsvorm: Gemeenschappelijke regeling", "Vestigingsplaats: Assen", "Deelnemers: Assen, Emmen"]
    return read(
        tmp_path,
        ("Omgevingsdienst Drentheland", *full),
        ("Veiligheidsregio Drentheland", *full),
        ("GGD Drentheland", *full[:1]),
    )


def test_what_the_others_have_is_less_surely_absent(three):
    lacks = three[2]
    assert lacks["name_written"] == "GGD Drentheland"
    assert lacks["seat_written"] is None
    surely = min(VALUE_UNSURE_BELOW, three[0]["field_confidence"]["equity_end"])  # nothing asks for that one
    assert lacks["field_confidence"]["seat_written"] < surely
    assert lacks["field_confidence"]["participants_written"] < 0.8


def test_what_no_label_asks_for_is_surely_absent(three):
    assert three[0]["equity_end"] is None
    assert three[0]["field_confidence"]["equity_end"] > 0.8


def test_a_list_of_names_says_that_little_else_was_there(tmp_path):
    items = "".join(f"<li>{kind} Drentheland</li>" for kind in ("Omgevingsdienst", "Veiligheidsregio", "GGD"))
    page = making.write(tmp_path / "a.html", PAGE.format(f"<ul>{items}</ul>"))
    rows, _ = read_budget(page, snapshot=2024, organisation_id="gm0106")
    assert len(rows) == 3
    assert all(row["field_confidence"]["debt_end"] > 0.8 for row in rows)


def test_each_probability_is_one_and_of_a_column(three):
    for row in three:
        assert all(0 <= p <= 1 for p in row["field_confidence"].values())
        assert json.dumps(row["field_confidence"], sort_keys=True)
        assert row["field_confidence"].keys() <= row.keys()
