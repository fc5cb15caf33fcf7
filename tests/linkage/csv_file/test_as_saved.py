"""Files as spreadsheets save them, and texts that stand where no name is."""

import csv

import pytest

from dagster_project.linkage import link_file

PAIR = [("m1", "begroting", "Coöperatie Zonnekracht"), ("m2", "enquête", "Coöperatie Zonnekracht")]


def save(path, heading, rows, delimiter, encoding):
    lines = [delimiter.join(row) for row in (heading, *rows)]
    path.write_bytes(("\r\n".join(lines) + "\r\n").encode(encoding))
    return path


def entities(tmp_path, rows, decided=(), delimiter=",", encoding="utf-8"):
    heading = ("mention_id", "source", "name_as_written")
    source = save(tmp_path / "in.csv", heading, rows, delimiter, encoding)
    decisions = ("kind", "mention_id_a", "mention_id_b")
    given = save(tmp_path / "d.csv", decisions, decided, delimiter, encoding) if decided else None
    link_file(source, tmp_path / "out.csv", decisions_csv=given)
    with (tmp_path / "out.csv").open(encoding="utf-8") as file:
        return {row["mention_id"]: row["entity_id"] for row in csv.DictReader(file)}


@pytest.mark.parametrize(
    ("delimiter", "encoding"),
    [(",", "utf-8"), (";", "utf-8-sig"), (";", "cp1252"), ("\t", "utf-16"), (";", "mac_roman")],
)
def test_a_file_and_its_decisions_are_read_as_a_spreadsheet_saves_them(tmp_path, delimiter, encoding):
    joined = entities(tmp_path, PAIR, delimiter=delimiter, encoding=encoding)
    assert joined["m1"] == joined["m2"]
    parted = entities(tmp_path, PAIR, [("must_not_link", "m1", "m2")], delimiter, encoding)
    assert parted["m1"] != parted["m2"]


@pytest.mark.parametrize(
    "name", ["n.v.t.", "nvt", "onbekend", "Onbekend", "niet bekend", "geen naam", "naam volgt", "ntb", "idem",
             "zie boven", "p.m.", "?", "-", "#N/B"]
)  # fmt: skip
def test_what_stands_where_no_name_is_joins_nothing(tmp_path, name):
    found = entities(tmp_path, [("m1", "A", name), ("m2", "B", name), ("m3", "A", "Zwarte Berk")])
    assert len(set(found.values())) == 3
