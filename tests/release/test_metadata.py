"""What a release says of itself holds by the standard of each file, and agrees with its tables."""

import csv
import json
import re
from pathlib import Path

import pytest
import yaml
from lxml import html

from dagster_project.release.metadata.origin import tooi
from dagster_project.release.metadata.quality_page import quality_page
from dagster_project.release.metadata.turtle import iri, text
from dagster_project.release.publication import INVENTED
from dagster_project.release.texts import Edition
from tests.chromium import Chromium
from tests.real import real_data
from tests.review.browser.test_keyboard import violations

RELEASE = "https://example.org/lappendeken/regionale-samenwerkingsverbanden/2024.1"
EDITION = Edition("2024.1", 2024, "example", "goedgekeurd", (), INVENTED)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def graph(path: Path):
    rdflib = pytest.importorskip("rdflib")
    return rdflib.Graph().parse(path)


@pytest.fixture(scope="module")
def shapes():
    """The official shapes of DCAT-AP-NL 3, all of them."""
    rdflib = pytest.importorskip("rdflib")
    folder = real_data("standards/dcat-ap-nl-3.0")
    whole = rdflib.Graph()
    for path in sorted(folder.glob("*.ttl")):
        whole.parse(path)
    return whole


def broken(data, shapes) -> list[tuple[str, str]]:
    """Severity and path of each result of the official shapes."""
    import pyshacl
    import rdflib

    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, advanced=True)
    of = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    found = report.subjects(rdflib.RDF.type, of.ValidationResult)
    return sorted((str(report.value(r, of.resultSeverity)), str(report.value(r, of.resultPath))) for r in found)


def test_the_catalogue_holds_by_the_official_shapes(made, shapes):
    found = broken(graph(made[1] / "dcat.ttl"), shapes)
    assert [path for severity, path in found if severity.endswith("Violation")] == []
    # Recommended, and not to be had: a folder of files is no service.
    assert {path.rsplit("#", 1)[1] for _, path in found} <= {"accessService"}


@pytest.mark.parametrize("statement", ["dct:publisher", "dcat:theme", "dct:accessRights", "dct:identifier"])
def test_the_shapes_find_what_is_left_out(made, shapes, statement):
    import rdflib

    said = (made[1] / "dcat.ttl").read_text(encoding="utf-8")
    data = rdflib.Graph().parse(data=re.sub(rf"    {statement} .*\n", "", said), format="turtle")
    assert any(severity.endswith("Violation") for severity, _ in broken(data, shapes))


def test_the_catalogue_says_series_files_licences_and_who(made):
    from rdflib import DCAT, DCTERMS, URIRef

    data = graph(made[1] / "dcat.ttl")
    release = URIRef(RELEASE)
    assert str(data.value(release, URIRef(f"{DCAT}inSeries"))).endswith("/reeks")
    assert str(data.value(release, DCTERMS.publisher)) == INVENTED.publisher_identifier
    files = [
        str(data.value(d, DCAT.downloadURL)).removeprefix(f"{RELEASE}/")
        for d in data.objects(release, DCAT.distribution)
    ]
    sizes = {str(data.value(URIRef(f"{RELEASE}/{f}"), DCAT.byteSize)) for f in files}
    assert len(files) == 3
    assert sizes == {str((made[1] / f).stat().st_size) for f in files}
    sources = list(data.objects(release, URIRef("http://www.w3.org/ns/prov#wasDerivedFrom")))
    assert len(sources) == len(rows(made[1] / "tabellen" / "delivery.csv"))
    assert all(data.value(s, DCTERMS.license) or data.value(s, DCTERMS.rights) for s in sources)


def test_the_origin_names_all_that_was_used_and_every_table(made):
    from rdflib import DCTERMS, PROV, URIRef

    data, stated = graph(made[1] / "herkomst.ttl"), json.loads((made[1] / "herkomst.json").read_text(encoding="utf-8"))
    used = {str(o).removeprefix(f"{RELEASE}/") for o in data.objects(URIRef(f"{RELEASE}/maken"), PROV.used)}
    accepted = [d for d in stated["leveringen"] if d["status"] == "accepted"]
    assert {u for u in used if u.startswith("levering/")} == {f"levering/{d['delivery_id']}" for d in accepted}
    assert {"code/pijplijn", "gegevens/besluiten", "gegevens/identiteiten"} <= used
    hashes = {str(data.value(URIRef(f"{RELEASE}/levering/{d['delivery_id']}"), DCTERMS.identifier)) for d in accepted}
    assert hashes == {f"sha256:{d['sha256']}" for d in accepted}
    tables = {str(o).rsplit("/", 1)[1] for o in data.objects(URIRef(RELEASE), PROV.hadMember)}
    assert tables == {p.name for p in (made[1] / "tabellen").glob("*.parquet")}


def test_governments_have_their_tooi_address():
    assert tooi("gm0014") == "https://identifier.overheid.nl/tooi/id/gemeente/gm0014"
    assert tooi("mnre1034") == "https://identifier.overheid.nl/tooi/id/ministerie/mnre1034"
    assert [tooi(other) for other in ("ng0000001", "gmxx", "")] == [None] * 3


def test_what_would_break_turtle_is_escaped(tmp_path):
    rdflib = pytest.importorskip("rdflib")
    said = 'Een "naam" \\ met\nregels é'
    data = rdflib.Graph().parse(data=f"{iri('https://e.org/a b<c>')} <https://e.org/p> {text(said)} .", format="turtle")
    ((subject, _, value),) = data
    assert (str(subject), str(value), value.language) == ("https://e.org/a%20b%3Cc%3E", said, "nl")


def test_each_csv_is_as_its_csvw_says(made):
    folder = made[1] / "tabellen"
    group = json.loads((folder / "csv-metadata.json").read_text(encoding="utf-8"))
    assert sorted(t["url"] for t in group["tables"]) == sorted(p.name for p in folder.glob("*.csv"))
    for table in group["tables"]:
        columns = table["tableSchema"]["columns"]
        with (folder / table["url"]).open(encoding="utf-8", newline="") as file:
            heads = next(csv.reader(file))
        assert [c["titles"][0] for c in columns] == heads
        for row in rows(folder / table["url"]):
            for column in columns:
                kind, value = column["datatype"], row[column["name"]]
                assert value or not column.get("required"), (table["url"], column["name"])
                if value and isinstance(kind, dict):
                    parts = value.split(column["separator"]) if "separator" in column else [value]
                    assert all(re.fullmatch(kind["format"], p) for p in parts), (table["url"], column["name"], value)
        for key in table["tableSchema"].get("foreignKeys", ()):
            assert (folder / key["reference"]["resource"]).exists()


def test_the_long_form_has_every_cell_with_its_status_and_every_code_its_word(made):
    cells = {(r["figure"], r["category"], r["snapshot"]): r for r in rows(made[1] / "tabellen" / "figure.csv")}
    long = rows(made[1] / "cijfers.sdmx.csv")
    assert {(r["FIGURE"], r["CATEGORY"], r["TIME_PERIOD"]) for r in long} == set(cells)
    for r in long:
        cell = cells[r["FIGURE"], r["CATEGORY"], r["TIME_PERIOD"]]
        assert (r["OBS_VALUE"], r["OBS_STATUS"]) == (cell["value"], cell["obs_status"])
    assert {(r["STRUCTURE"], r["ACTION"]) for r in long} == {("dataflow", "I")}
    words = {(r["DIMENSION"], r["CODE"]) for r in rows(made[1] / "cijfers-codes.csv")}
    for dimension in ("FIGURE", "CATEGORY", "TIME_PERIOD", "OBS_STATUS", "UNIT_MEASURE"):
        assert {(dimension, r[dimension]) for r in long} <= words


def test_it_can_be_cited(made):
    said = yaml.safe_load((made[1] / "CITATION.cff").read_text(encoding="utf-8"))
    assert (said["cff-version"], said["type"], said["version"]) == ("1.2.0", "dataset", "2024.1")
    assert said["authors"][0]["name"] == INVENTED.publisher
    assert said["date-released"] == INVENTED.published_on


def test_the_page_on_quality_has_the_headings_of_the_statistical_system_and_escapes_what_it_is_given(made):
    import polars as pl

    frames = {p.stem: pl.read_parquet(p) for p in (made[1] / "tabellen").glob("*.parquet")}
    verdict = {"oordeel": "afgekeurd <b>", "opmerkingen": ["Let op & lees"], "foutmarges": [], "ontheffingen": []}
    page = html.fromstring(quality_page(EDITION, verdict, frames))
    heads = [h.text_content() for h in page.iter("h2")]
    assert heads[1:6] == [
        "Relevantie", "Nauwkeurigheid en betrouwbaarheid", "Tijdigheid en punctualiteit",
        "Vergelijkbaarheid en samenhang", "Toegankelijkheid en duidelijkheid",
    ]  # fmt: skip
    assert page.find_class("verdict")[0].text_content() == "afgekeurd <b>"
    assert "Let op & lees" in page.text_content()
    assert "VOORBEELDGEGEVENS" in page.find_class("marking")[0].text_content()


def test_the_page_on_quality_is_clean_for_axe_on_a_desk_and_a_phone(made, tmp_path):
    with Chromium(tmp_path) as browser:
        for width in (390, 1280):
            browser.size(width, 900)
            browser.go((made[1] / "kwaliteit.html").as_uri())
            assert violations(browser) == []
            assert browser.run("document.documentElement.scrollWidth") <= width
