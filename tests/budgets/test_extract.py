"""`extract` on folders of anything, and `read_budgets` for the pipeline: one bad file never costs another."""

import csv
import json
import os
import re

from dagster_project.budgets import budget_reader, extract, pipeline, read_budgets
from dagster_project.budgets.extract import COLUMNS, said_by_path
from dagster_project.budgets.record import record
from dagster_project.budgets.version import reader_version
from dagster_project.intake import Delivery
from dagster_project.workspace import Workspace, write_table
from dagster_project.workspace.hashing import sha256_of
from tests.documents import making

TABLE = "Naam;Rechtsvorm;Zetel;Resultaat\nRegio Een;GR;Assen;-1.000\nVeenwater N.V.;NV;Emmen;2.000\n"


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_folder_with_good_and_bad_files(tmp_path):
    folder = tmp_path / "in"
    (folder / "2024").mkdir(parents=True)
    making.write(folder / "2024" / "gm0106_partijen.csv", TABLE)
    making.write(folder / "2024" / "gm0109_leeg.csv", b"")
    making.write(folder / "2024" / "gm0114_x.pdf", b"%PDF-1.4 niets")
    making.write(folder / "LEESMIJ.md", "# Tekst")
    making.write(folder / "2024" / "gm0118_x.csv", 'Naam;Zetel\n"=HYPERLINK(""x"")";Assen\nRegio Twee;Assen\n')
    out = tmp_path / "out.csv"
    assert extract([folder], None, out) == (3, 3, 4)
    mentions = rows_of(out)
    assert tuple(mentions[0]) == COLUMNS
    assert [(m["document"], m["snapshot"], m["reporting_organisation"], m["name"]) for m in mentions] == [
        ("2024/gm0106_partijen.csv", "2024", "gm0106", "Regio Een"),
        ("2024/gm0106_partijen.csv", "2024", "gm0106", "Veenwater N.V."),
        ("2024/gm0118_x.csv", "2024", "gm0118", "Regio Twee"),
    ]
    assert mentions[0]["result"] == "-1000"
    assert json.loads(mentions[0]["participants"]) == []
    refused = {r["document"].split("/")[-1]: r["reason"] for r in rows_of(tmp_path / "out.refusals.csv")}
    assert refused == {
        "LEESMIJ.md": "unknown_media_type", "gm0109_leeg.csv": "empty_file", "gm0114_x.pdf": "corrupt",
        "gm0118_x.csv": "formula",
    }  # fmt: skip
    before = out.read_bytes()
    extract([folder], None, out)
    assert out.read_bytes() == before


def test_no_cell_of_the_output_is_a_formula(tmp_path):
    page = "<html><body><table><tr><th>Naam</th><th>Zetel</th><th>Doel</th></tr>"
    page += "<tr><td>Regio Een</td><td>=cmd()</td><td>x</td></tr><tr><td>=Regio()</td><td>A</td><td>x</td></tr></table>"
    out = tmp_path / "out.csv"
    extract([making.write(tmp_path / "a.html", page + "</body></html>")], 2024, out)
    cells = [c for row in rows_of(out) for c in row.values()]
    assert cells
    assert not [c for c in cells if c[:1] in "=+@" and c]


def test_doubts_and_probabilities_name_the_columns_of_the_output(tmp_path):
    party = record(
        name_written="Regio Een", locator="line=2", confidence=0.8, seat_written="Assen", result=5.0,
        doubts=["result:unit_unclear"], field_confidence={"seat_written": 0.9, "result": 0.25},
        other_reading={"result": "5000"},
    )  # fmt: skip

    class Reader:
        def read(self, paths):
            return [([party], [])]

    out = tmp_path / "out.csv"
    assert extract([making.write(tmp_path / "a.csv", TABLE)], 2024, out, Reader()) == (1, 1, 0)
    (row,) = rows_of(out)
    told = {name: json.loads(row[name]) for name in ("doubts", "field_confidence", "other_reading")}
    assert told == {
        "doubts": ["result:unit_unclear"], "field_confidence": {"result": 0.25, "seat": 0.9},
        "other_reading": {"result": "5000"},
    }  # fmt: skip


def test_what_a_path_says(tmp_path):
    assert said_by_path(tmp_path / "2020" / "pv26_x.pdf") == (2020, "pv26")
    assert said_by_path(tmp_path / "los.pdf", 2024) == (2024, "")


def delivery(path, bodies):
    return Delivery(
        delivery_id=f"d{path.stem}", sha256=sha256_of(path), media_type="", bytes=1, source="budget",
        organisation_ids=bodies, snapshots=(2024,), file_name=path.name, path=path, received_on=None,
    )  # fmt: skip


def test_rows_for_the_pipeline(tmp_path, monkeypatch):
    good = making.write(tmp_path / "a.csv", TABLE)
    bad = making.write(tmp_path / "b.pdf", b"%PDF-1.4 niets")
    empty = making.write(tmp_path / "c.csv", b"")
    given = [delivery(good, ("gm0106", "gm0109")), delivery(bad, ("gm0114",)), delivery(empty, ("gm0118",))]
    monkeypatch.setattr(pipeline, "deliveries", lambda workspace, source, snapshot: given)
    workspace = Workspace.at(tmp_path / "w").create("example")
    mentions, refusals, _ = read_budgets(workspace, 2024)
    written = write_table(workspace, "mention", mentions, part="budget-2024")
    write_table(workspace, "refusal", refusals, part="budget-2024")
    assert written["reporting_organisation_id"].to_list().count("gm0109") == 2
    assert set(written["claim"]) == {"participates"}
    assert [(r["file_name"], r["reason"]) for r in refusals] == [("b.pdf", "corrupt"), ("c.csv", "empty_file")]
    assert {m["reader_version"] for m in mentions} == {reader_version()}


def test_a_run_with_one_new_document_reads_one(tmp_path, monkeypatch):
    given = [delivery(making.write(tmp_path / f"{n}.csv", TABLE.replace("Een", n)), ("gm0106",)) for n in "abc"]
    workspace = Workspace.at(tmp_path / "w").create("example")
    monkeypatch.setattr(pipeline, "deliveries", lambda workspace, source, snapshot: given)
    with budget_reader(workspace, jobs=1) as reader:
        before = read_budgets(workspace, 2024, reader)
        assert reader.reads == 3
    given.append(delivery(making.write(tmp_path / "d.csv", TABLE.replace("Een", "d")), ("gm0106",)))
    with budget_reader(workspace, jobs=1) as reader:
        mentions, refusals, _ = read_budgets(workspace, 2024, reader)
        assert reader.reads == 1
    assert mentions[: len(before[0])] == before[0]
    assert len(mentions) == len(before[0]) + 2
    assert refusals == []


def test_what_is_no_file_is_refused(tmp_path):
    folder = tmp_path / "in"
    (folder / "map.pdf").mkdir(parents=True)
    making.write(folder / "map.pdf" / "gm0106_x.csv", TABLE)
    os.mkfifo(folder / "buis.csv")
    (folder / "weg.csv").symlink_to(tmp_path / "nergens")
    assert extract([folder], 2024, tmp_path / "out.csv") == (2, 2, 3)
    refused = {r["document"]: r["reason"] for r in rows_of(tmp_path / "out.refusals.csv")}
    assert refused == {"buis.csv": "unknown_media_type", "map.pdf": "unknown_media_type", "weg.csv": "corrupt"}


def test_the_version_of_the_reader_is_short_and_stays():
    assert re.fullmatch("[0-9a-f]{12}", reader_version())
    assert reader_version.__wrapped__() == reader_version()
