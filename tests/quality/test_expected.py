"""What was expected and what came: the scope as declared or by rule, each status, and files that end within a line."""

from datetime import date

import pytest

from dagster_project.intake import scan
from dagster_project.organisations import organisation_snapshots
from dagster_project.quality import evaluate, expected_deliveries
from dagster_project.quality.declaration import declared
from dagster_project.quality.whole import ends_within_a_line, ends_without_its_end
from dagster_project.workspace import Workspace, WrongUse, write_table
from tests.quality.register import clean

BODIES = ("gm0014", "gm0037", "pv20")
LIST = "file,source,received_on\nregelingen.csv,register,2025-01-31\n"
TABLE = "nummer;naam;vorm\n1;Regio Noord;openbaar lichaam\n2;Regio Zuid;openbaar lichaam\n"


@pytest.fixture
def workspace(tmp_path):
    """Three bodies in scope; budgets of 2017 and 2024 of the two municipalities, and a table of a register."""
    where = Workspace.at(tmp_path / "w").create("example")
    _settings(where)
    for year in (2017, 2024):
        for body in BODIES[:2]:
            path = where.raw / "budgets" / str(year) / f"{body}_begroting.csv"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"partij;vorm\n{body} {year};NV\n", encoding="utf-8")
    register = where.raw / "registers"
    register.mkdir()
    (register / "deliveries.csv").write_text(LIST, encoding="utf-8")
    (register / "regelingen.csv").write_text(TABLE, encoding="utf-8")
    scan(where, today=date(2025, 2, 1))
    write_table(where, "organisation_snapshot", organisation_snapshots(where.scope))
    write_table(where, "refusal", [])
    _mentions(where)
    return where


def _settings(where, **expected):
    import yaml

    said = {"kind": "example", "format": 2, "scope": {"organisations": list(BODIES)}}
    where.config_file.write_text(yaml.safe_dump(said | ({"expected": expected} if expected else {})), encoding="utf-8")


def _mentions(where, without=()):
    """One mention per delivery and snapshot, save of the files named."""
    from dagster_project.intake import deliveries

    like = clean()["mention"][0]
    rows = [
        {**like, "mention_id": f"m{n}{snapshot}", "delivery_id": d.delivery_id, "source": d.source,
         "reporting_organisation_id": next(iter(d.organisation_ids), None), "snapshot": snapshot}
        for n, d in enumerate(deliveries(where))
        if d.file_name not in without
        for snapshot in d.snapshots or (2017, 2020, 2024)
    ]  # fmt: skip
    write_table(where, "mention", rows)


def _rows(where, **wanted):
    rows = expected_deliveries(Workspace.at(where.root))
    return [r for r in rows if all(r[k] == v for k, v in wanted.items())]


def test_by_rule_all_in_scope_are_expected_where_budgets_were_read(workspace):
    rows = {(r["snapshot"], r["source"], r["organisation_id"]): r["status"] for r in _rows(workspace)}
    assert {key for key in rows if key[1] == "budget"} == {(s, "budget", b) for s in (2017, 2024) for b in BODIES}
    assert {key for key in rows if key[1] == "survey"} == {(2024, "survey", b) for b in BODIES}
    national = {(s, "register", "") for s in (2017, 2020, 2024)} | {(2020, "edition", ""), (2024, "programme", "")}
    assert {key for key in rows if key[1] not in ("budget", "survey")} == national
    assert rows[2024, "budget", "gm0014"] == "received"
    assert rows[2024, "budget", "pv20"] == rows[2020, "edition", ""] == "missing"


def test_what_came_before_stands_beside_it(workspace):
    [row] = _rows(workspace, snapshot=2024, source="budget", organisation_id="gm0014")
    assert (row["mentions"], row["snapshot_before"], row["mentions_before"]) == (1, 2017, 1)
    assert row["file_names"][0].endswith("budgets/2024/gm0014_begroting.csv")
    [first] = _rows(workspace, snapshot=2017, source="budget", organisation_id="gm0014")
    assert (first["snapshot_before"], first["mentions_before"], first["mentions_released"]) == (None, None, None)


def test_a_document_that_tells_of_nothing_is_empty_or_refused(workspace):
    [row] = _rows(workspace, snapshot=2024, source="budget", organisation_id="gm0037")
    _mentions(workspace, without=row["file_names"])
    [row] = _rows(workspace, snapshot=2024, source="budget", organisation_id="gm0037")
    assert row["status"] == "empty"
    fault = {"refusal_id": "rf1", "stage": "reading", "delivery_id": row["delivery_ids"][0], "locator": "document"}
    write_table(workspace, "refusal", [{**fault, "file_name": "a.csv", "reason": "corrupt", "detail": "x"}])
    [row] = _rows(workspace, snapshot=2024, source="budget", organisation_id="gm0037")
    assert (row["status"], row["reason"]) == ("refused", "corrupt: a.csv")


def test_a_file_refused_at_the_door_is_told_of_its_body(workspace):
    fault = {"refusal_id": "rf1", "stage": "intake", "locator": "document", "reason": "empty_file", "detail": "x"}
    write_table(workspace, "refusal", [{**fault, "file_name": "raw/budgets/2024/pv20_begroting.pdf"}])
    [row] = _rows(workspace, snapshot=2024, source="budget", organisation_id="pv20")
    assert (row["status"], row["reason"]) == ("refused", "empty_file: raw/budgets/2024/pv20_begroting.pdf")


def test_a_declaration_takes_the_place_of_the_rule_of_its_source(workspace):
    waived = [{"source": "budget", "snapshot": 2024, "organisation": "pv20", "reason": "niet openbaar"}]
    _settings(workspace, budget={2024: ["gm0014", "pv20"]}, edition=[], waived=waived)
    rows = _rows(workspace)
    found = [(r["snapshot"], r["organisation_id"], r["status"], r["reason"]) for r in rows if r["source"] == "budget"]
    assert found == [(2024, "gm0014", "received", None), (2024, "pv20", "waived", "niet openbaar")]
    assert not [r for r in rows if r["source"] == "edition"]
    assert [r for r in rows if r["source"] == "survey"]


@pytest.mark.parametrize(
    ("expected", "said"),
    [
        ({"bugdet": {2024: []}}, "no list of sources"),
        ({"budget": ["gm0014"]}, "no list per snapshot"),
        ({"budget": {2023: ["gm0014"]}}, "2023 is no published snapshot"),
        ({"budget": {2024: ["gm0003"]}}, "gm0003 did not exist at 2024"),
        ({"register": {2024: True}}, "register is no list"),
        (
            {"waived": [{"source": "budget", "snapshot": 2024, "organisation": "pv20", "reason": " "}]},
            "without a reason",
        ),
        ({"waived": [{"source": "budget", "snapshot": 2020, "reason": "x"}]}, "waived, but not expected"),
        ({"waived": [{"source": "budget"}]}, "waived"),
    ],
)
def test_a_declaration_that_cannot_be_used_is_refused(workspace, expected, said):
    _settings(workspace, **expected)
    with pytest.raises(WrongUse, match=said):
        _rows(workspace)


def test_a_register_cut_within_a_line_is_told(workspace):
    assert not any(r["cut_files"] for r in _rows(workspace))
    (workspace.raw / "registers" / "regelingen.csv").write_text(TABLE[:-20], encoding="utf-8")
    cut = {r["cut_files"][0] for r in _rows(workspace) if r["cut_files"]}
    assert {name.rpartition("/")[2] for name in cut} == {"regelingen.csv"}


def test_half_of_the_bodies_missing_is_an_error_that_names_them(workspace):
    write_table(workspace, "expected_delivery", expected_deliveries(workspace))
    [one] = [e for e in declared() if e.id == "budgets_received"]
    [row] = evaluate(workspace, expectations=[one])
    assert (row["severity"], row["outcome"]) == ("error", "failed")
    assert row["failing_keys"] == ["2017|budget|pv20|missing", "2024|budget|pv20|missing"]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        (TABLE, False),
        (TABLE.rstrip("\n"), False),  # many programs write no end of the last line
        (TABLE[:-20], True),
        (TABLE.rstrip("\n") + '\n3;"Regio', True),
        (TABLE + '3;Regio Oost;"stichting of', True),
        (TABLE + '3;Regio Oost;"stichting of\nvereni', True),
        (TABLE + '3;Regio Oost;"stichting of\nvereniging"', False),  # a cell of two lines, whole
        (TABLE + '3;Regio Oost;buis van 2"', False),
        (TABLE.replace("\n", "\r")[:-20], True),
        ("", False),
        ("geen tabel", False),
    ],
)
def test_a_file_that_ends_within_a_line(tmp_path, text, cut):
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    assert ends_within_a_line(tmp_path / "a.csv") is cut


@pytest.mark.parametrize(
    ("name", "text", "cut"),
    [
        ("a.html", "<html><body><p>Begroting</p></body></html>", False),
        ("a.html", "<HTML><BODY><p>Begroting</p></BODY>", False),
        ("a.html", "<html><body><table><tr><td>Begro", True),
        ("a.html", "<p>Begroting", False),  # both ends may be left out by who leaves the beginnings out
        ("a.txt", "<html><body>", False),
    ],
)
def test_a_web_page_that_opens_and_never_closes(tmp_path, name, text, cut):
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert ends_without_its_end(tmp_path / name) is cut


@pytest.mark.parametrize(
    ("top", "years", "other"),
    [
        ("Gemeente Stadskanaal, begroting 2024", [2024], None),
        ("Gemeente Stadskanaal, begroting 2017", [2017], None),
        ("Gemeente Elders, begroting 2024", [2024], "Gemeente Elders"),
        ("Verbonden partijen", [], None),
        (f"Regio Noord met {'de raden van ' * 12}Gemeente Elders", [], None),
    ],
)
def test_what_a_budget_says_of_itself_stands_beside_its_delivery(workspace, top, years, other):
    path = workspace.raw / "budgets" / "2024" / "gm0037_begroting.csv"
    path.unlink()
    path = path.with_name("gm0037_nieuw.csv")
    path.write_text(f"{top};\npartij;vorm\nRegio Noord;NV\n", encoding="utf-8")
    scan(workspace, today=date(2025, 2, 2))
    _mentions(workspace)
    [row] = _rows(Workspace.at(workspace.root), snapshot=2024, source="budget", organisation_id="gm0037")
    assert (row["stated_years"], row["other_body"]) == (years, other)


def test_what_a_release_told_stands_beside_it_only_where_it_was_more(workspace):
    from dagster_project.workspace import frame_of
    from dagster_project.workspace.releases import TABLES
    from dagster_project.workspace.tables import read_table, write_parquet

    rows = read_table(workspace, "mention").to_dicts()
    [row] = _rows(workspace, snapshot=2024, source="budget", organisation_id="gm0037")
    of_body = next(r for r in rows if r["delivery_id"] == row["delivery_ids"][0])
    path = workspace.releases / "2024.1" / TABLES / "mention.parquet"
    write_parquet(frame_of("mention", [*rows, {**of_body, "mention_id": "m9"}]), path, ["mention_id"])
    told = {(r["source"], r["organisation_id"], r["snapshot"]): r["mentions_released"] for r in _rows(workspace)}
    assert {key: number for key, number in told.items() if number} == {("budget", "gm0037", 2024): 2}
