"""The figures as pictures: in Dutch, with every value for who cannot see them, beside the table they are drawn from."""

import csv
import struct

import pytest
from lxml import etree

from dagster_project.release.drawings import BREAK_SIGN, chart_of, csv_of, described
from dagster_project.release.figures import FigureTable
from dagster_project.release.publication import INVENTED
from dagster_project.release.texts import Edition

EDITION = Edition("2024.1", 2024, "example", "goedgekeurd", (), INVENTED)
SVG = "{http://www.w3.org/2000/svg}"


def cell(value, status="gewoon", decimals=1):
    return {"value": value, "numerator": 3.0, "denominator": None, "obs_status": status, "decimals": decimals,
            "unit": "procent", "address": "f/2024/x"}  # fmt: skip


@pytest.fixture
def figure():
    cells = {("x", 2020): cell(1.5), ("x", 2024): cell(1234.0, "reeksbreuk", 0), ("y", 2020): cell(None, "schatting")}
    return FigureTable(7, "f", "Deelname", "share", "procent", (2020, 2024), (("x", "Het Rijk"), ("y", "Geen")), cells)


def test_who_cannot_see_it_is_told_every_value_and_break(figure):
    told = described(figure, EDITION)
    assert "Het Rijk: 2020 1,5, 2024 1.234 *." in told
    assert "Geen: 2020 –." in told
    assert told.startswith("VOORBEELDGEGEVENS. ")
    assert "* reeksbreuk" in told
    assert "geen waarde" in told


def test_the_svg_carries_title_description_and_role_and_draws_its_values(figure):
    root = etree.fromstring(chart_of(figure, EDITION).svg())
    assert (root.get("role"), root[0].tag, root[1].tag) == ("img", f"{SVG}title", f"{SVG}desc")
    assert root[0].text == "Figuur 7. Deelname"
    assert root[1].text == described(figure, EDITION)
    drawn = {said for text in root.iter(f"{SVG}text") for said in text.itertext()}
    assert {"1,5", f"1.234 {BREAK_SIGN}", "Het Rijk", "2020", "2024", "VOORBEELDGEGEVENS"} <= drawn


def test_its_table_holds_the_values_as_published(figure):
    rows = list(csv.DictReader(csv_of(figure).splitlines()))
    assert [(r["Categorie"], r["Peiling"], r["Waarde"], r["Teller"]) for r in rows] == [
        ("Het Rijk", "2020", "1.5", "3"), ("Het Rijk", "2024", "1234", "3"), ("Geen", "2020", "", "3"),
    ]  # fmt: skip


def test_a_release_holds_each_figure_three_times_and_those_agree_with_its_tables(made):
    folder = made[1] / "figuren"
    assert sorted(p.name for p in folder.iterdir()) == [
        f"figuur-{n:02}.{kind}" for n in (1, 2, 3, 4, 5) for kind in ("csv", "png", "svg")
    ]
    with (made[1] / "tabellen" / "figure.csv").open(encoding="utf-8") as file:
        published = {f"{r['figure']}/{r['snapshot']}/{r['category']}": r["value"] for r in csv.DictReader(file)}
    for path in folder.glob("*.csv"):
        rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
        assert rows
        assert all(published[r["Adres"]] == r["Waarde"] for r in rows), path.name
    for path in folder.glob("*.png"):
        head = path.read_bytes()[:24]
        assert head.startswith(b"\x89PNG")
        assert min(struct.unpack(">II", head[16:24])) > 100
