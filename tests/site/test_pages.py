"""The pages of the site against the tables of the release: nothing is missing and nothing leads nowhere."""

import json
import os
import subprocess
import sys
from collections import Counter, defaultdict

import polars as pl
import pytest
from typer.testing import CliRunner

from dagster_project.cli.main import app
from dagster_project.site import write_site
from dagster_project.workspace import WrongUse
from tests.site.pages import called, links_of, pages_of


def rows(release, name):
    return pl.read_parquet(release / "tabellen" / f"{name}.parquet").to_dicts()


def change(release, name, /, **columns):
    path = release / "tabellen" / f"{name}.parquet"
    pl.read_parquet(path).with_columns(**columns).write_parquet(path)


def text(page) -> str:
    return " ".join(page.find(".//main").text_content().split())


def test_every_link_leads_to_a_place_that_is_there(site):
    pages = pages_of(site)
    ids = {path.resolve(): {e.get("id") for e in page.iter() if e.get("id")} for path, page in pages.items()}
    count = 0
    for path, page in pages.items():
        for target, place in links_of(path, page):
            assert target.is_file(), f"{path} leads to {target}"
            assert not place or place in ids[target], f"{path} leads to no place {place} in {target}"
            count += 1
    assert count > 1000


def test_every_collaboration_organisation_and_document_has_a_page(release, site):
    expected = {
        *(f"samenwerkingsverband/{r['collaboration_id']}" for r in rows(release, "collaboration")),
        *(f"organisatie/{r['organisation_id']}" for r in rows(release, "participant")),
        *(f"document/{r['delivery_id']}" for r in rows(release, "delivery")),
    }
    assert len(expected) > 20
    assert {e for e in expected if not (site / f"{e}.html").is_file()} == set()


def test_every_cell_has_its_address_and_every_member_of_it(release, site):
    (names,) = called(site / "data" / "namen.js")
    key = {"organisation_snapshot": ["organisation"], "participant": ["collaboration", "organisation"]}
    key |= {"collaboration": ["collaboration"], "theme": ["collaboration", "theme"]}
    expected = defaultdict(Counter)
    for m in rows(release, "figure_member"):
        cell = m["figure"], f"{m['snapshot']}/{m['category']}"
        expected[cell][m["part"], m["row_table"], m["row_key"], m["weight"]] += 1
    for cell in rows(release, "figure"):
        where = f"{cell['snapshot']}/{cell['category']}"
        assert (site / "cel" / cell["figure"] / f"{where}.html").is_file()
        figure, data = called(site / "data" / "leden" / f"{cell['figure']}.js")
        assert figure == cell["figure"]
        found = Counter()
        for part, sets in data["cellen"][where].items():
            for table, year, weight, number in sets:
                kinds = key[table]
                for row in data["rijen"][number]:
                    pairs = [[row]] if len(kinds) == 1 else [[row[0], other] for other in row[1:]]
                    for pair in pairs:
                        ids = [names[kind][n][0] for kind, n in zip(kinds, pair, strict=True)]
                        found[part, table, "|".join([str(year), *ids]), weight] += 1
        assert found == expected.pop((cell["figure"], where))
    assert not expected


def test_a_set_of_members_is_written_once(site):
    _, data = called(site / "data" / "leden" / "legal_form_group.js")
    shared = {
        sets[0][3]
        for place, cell in data["cellen"].items()
        if place.startswith("2017")
        for sets in [cell["denominator"]]
    }
    assert len(shared) == 1
    texts = [json.dumps(r) for r in data["rijen"]]
    assert len(texts) == len(set(texts))


def test_what_was_read_stands_beside_its_mention(release, site):
    (texts,) = called(site / "data" / "teksten.js")
    seen = 0
    for delivery, mentions in pl.read_parquet(release / "tabellen" / "mention.parquet").group_by("delivery_id"):
        page = pages_of(site / "document")[site / "document" / f"{delivery[0]}.html"]
        order = [e.get("id") for e in page.find_class("mention")]
        (data,) = called(site / "data" / "gelezen" / f"{delivery[0]}.js")
        assert len(data) == len(order)
        found = dict(zip(order, data, strict=True))
        for m in mentions.to_dicts():
            read = found[m["mention_id"]]
            of = {texts["kolommen"][read[n]]: read[n + 1] for n in range(0, len(read), 2)}
            said = [texts["teksten"][v] if isinstance(v, int) else v for v in of.get("Deelnemers", [])]
            assert said == (m["participants_written"] or [])
            seen += len(said)
    assert seen > 10


def test_the_same_release_gives_the_same_bytes_elsewhere(release, site, tmp_path):
    program = "import sys; from pathlib import Path; from dagster_project.site import write_site; "
    program += "write_site(Path(sys.argv[1]), Path(sys.argv[2]))"
    other = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    subprocess.run([sys.executable, "-c", program, release, tmp_path / "elders"], env=other, check=True)
    ours = {p.relative_to(site): p.read_bytes() for p in site.rglob("*") if p.is_file()}
    theirs = {
        p.relative_to(tmp_path / "elders"): p.read_bytes() for p in (tmp_path / "elders").rglob("*") if p.is_file()
    }
    assert ours == theirs


def test_a_name_is_shown_as_it_stands_whatever_it_holds(copy, tmp_path):
    name = '</td> <b>A</b> a="b" & <script>alert(1)</script> <!--'
    change(copy, "collaboration", name=pl.lit(name))
    change(copy, "mention", name_written=pl.lit(name))
    write_site(copy, tmp_path / "site")
    pages = pages_of(tmp_path / "site")
    shown = [page for path, page in pages.items() if path.parent.name == "samenwerkingsverband"]
    assert shown
    for page in shown:
        assert page.find(".//h1").text_content() == name
        assert len(page.findall(".//script")) == 1
    assert any(name in text(page) for path, page in pages.items() if path.parent.name == "document")


def test_a_release_without_tables_of_today_still_has_its_pages(copy, tmp_path):
    for name in ("figure_saying", "doubtful_pair", "event", "evidence", "resolved_participant", "restated_cell"):
        (copy / "tabellen" / f"{name}.parquet").unlink(missing_ok=True)
    path = copy / "tabellen" / "mention.parquet"
    pl.read_parquet(path).drop("doubts", "field_confidence", "other_reading").write_parquet(path)
    assert write_site(copy, tmp_path / "site") > 50


def test_what_is_no_release_is_refused_and_what_stands_elsewhere_is_left(copy, tmp_path):
    (tmp_path / "leeg").mkdir()
    with pytest.raises(WrongUse, match="no folder of a release"):
        write_site(tmp_path / "leeg", tmp_path / "site")
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol" / "brief.txt").write_text("van een ander")
    with pytest.raises(WrongUse, match="something else"):
        write_site(copy, tmp_path / "vol")
    assert (tmp_path / "vol" / "brief.txt").read_text() == "van een ander"


def test_a_site_that_is_written_again_keeps_nothing_of_before(copy, tmp_path):
    write_site(copy, tmp_path / "site")
    (tmp_path / "site" / "document" / "oud.html").write_text("oud")
    write_site(copy, tmp_path / "site")
    assert not (tmp_path / "site" / "document" / "oud.html").exists()


def test_the_page_of_changes_leads_to_those_of_the_release_where_it_has_them(copy, site, tmp_path):
    page = pages_of(site)[site / "wijzigingen.html"]
    assert ((site.parent / "wijzigingen.html").resolve(), "") in links_of(site / "wijzigingen.html", page)
    (copy / "wijzigingen.html").unlink()
    write_site(copy, copy / "site")
    assert "geen vergelijking" in text(pages_of(copy / "site")[copy / "site" / "wijzigingen.html"])
    (copy / "wijzigingen.html").write_text("<!doctype html>")
    (copy / "RECTIFICATIE.md").write_text("# Rectificatie\n\nUitgave 2024.2 komt na `2024.1`.\n\nReden: <fout>\n")
    write_site(copy, copy / "site")
    first = text(pages_of(copy / "site")[copy / "site" / "index.html"])
    assert "Rectificatie. Uitgave 2024.2 komt na 2024.1." in first
    page = pages_of(copy / "site")[copy / "site" / "wijzigingen.html"]
    assert ((copy / "wijzigingen.html").resolve(), "") in links_of(copy / "site" / "wijzigingen.html", page)
    assert "Reden: <fout>" in text(page)


def test_the_page_of_a_collaboration_tells_events_decisions_doubts_and_what_was_not_chosen(copy, tmp_path):
    (id_, other) = sorted({r["collaboration_id"] for r in rows(copy, "collaboration")})[:2]
    (mention,) = [r["mention_id"] for r in rows(copy, "link") if r["collaboration_id"] == id_][:1]
    add(copy, "event", {"collaboration_id": id_, "from_snapshot": 2020, "to_snapshot": 2024, "kind": "merged",
                        "successors": [other], "evidence": "x"})  # fmt: skip
    lost = {"row_table": "collaboration", "row_key": f"2024|{id_}", "attribute": "seat", "value": "Elders",
            "source_type": "mention", "source_id": mention, "won": False}  # fmt: skip
    add(copy, "evidence", lost)
    add(copy, "evidence", {**lost, "value": "Assen", "source_type": "decision", "source_id": "b0001", "won": True})
    add(copy, "decision", {"decision_id": "b0001", "role": "beheerder", "reviewer": "bzk-07", "kind": "attribute",
                           "attribute": "seat", "value": "Assen", "reason": "statuten artikel 2"})  # fmt: skip
    change(copy, "mention", doubts=pl.when(pl.col("mention_id") == mention).then(pl.lit(["seat:odd_number"])))
    write_site(copy, tmp_path / "site")
    said = text(pages_of(tmp_path / "site")[tmp_path / "site" / "samenwerkingsverband" / f"{id_}.html"])
    assert "2020–2024: samengevoegd; verder als" in said
    assert "vestigingsplaats: Elders (vermelding)" in said
    assert "Reden: statuten artikel 2" in said
    assert "Twijfel: Vestigingsplaats" in said
    into = text(pages_of(tmp_path / "site")[tmp_path / "site" / "samenwerkingsverband" / f"{other}.html"])
    assert "dit kwam eruit voort" in into


def add(release, name, row):
    path = release / "tabellen" / f"{name}.parquet"
    before = pl.read_parquet(path)
    filled = {c: row.get(c) for c in before.columns}
    pl.concat([before, pl.DataFrame([filled], schema=before.schema)]).write_parquet(path)


def test_the_command_writes_the_site_of_a_release(release, site, tmp_path):
    told = CliRunner().invoke(app, ["site", str(release), str(tmp_path / "out")], catch_exceptions=False)
    assert told.exit_code == 0
    assert told.output.startswith(f"{len(list(site.rglob('*.html')))} pages; open ")
    assert (tmp_path / "out" / "index.html").read_bytes() == (site / "index.html").read_bytes()
