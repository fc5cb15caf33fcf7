"""The second reader in the pipeline: a run, its questions in the workbook, the answers back, and a run without the
model that gives the same bytes."""

import json
from datetime import datetime

import yaml
from openpyxl import load_workbook

from dagster_project.review import columns as c
from dagster_project.review import export_workbook, import_workbook, questions
from dagster_project.workspace import Workspace, read_table, write_table
from tests.budgets import chat_server as chat
from tests.documents import making
from tests.quality.register import clean, write

BUDGET = (
    "Verbonden partijen;;;\nNaam;Rechtsvorm;Zetel;Deelnemers\n"
    "Regio Een;Gemeenschappelijke regeling;Assen;Assen, Emmen\n"
    "Schap Twee;Gemeenschappelijke regeling;Meppel;Meppel\nTafel Vijf;Convenant;Assen;Assen\n"
    "Toelichting: ook het Fonds Drie te Hoogeveen ontving een bijdrage;;;\n"
)
SAYS = chat.parties(
    {"name_written": "Regio Een", "seat_written": "Emmen"},
    {"name_written": "Schap Twee", "seat_written": "Rotterdam"},
    {"name_written": "Fonds Drie", "seat_written": "Hoogeveen"},
    {"name_written": "Verzonnen Dienst"},
)
"""One value right and not in the same place, one invented, a party more, one less, and one that does not exist."""

ANSWERS = {"Regio Een": "other – de andere lezing is juist", "Fonds Drie": "accepted", "Tafel Vijf": "rejected"}


def run(where, first=False):
    """The assets of intake (`first`) and of budgets, as a run makes them, and then the questions."""
    import dagster as dg

    from dagster_project.budgets.assets import budget_mention
    from dagster_project.intake.assets import delivery
    from dagster_project.workspace.resource import WorkspaceResource

    resources = {"workspace": WorkspaceResource(folder=str(where.root))}
    if first:
        dg.materialize([delivery], resources=resources)
    assert dg.materialize(
        [delivery, budget_mention], resources=resources, selection=[budget_mention], partition_key="2024"
    )
    write_table(where, "review_question", questions(where))


def answer(path):
    """Fill in the questions of the two readers; gives what each was about."""
    headings, asked = list(c.COLUMNS), {}
    book = load_workbook(path)
    for row in book[c.SHEET].iter_rows(min_row=2):
        cells = dict(zip(headings, row, strict=False))
        if cells[c.KIND].value != "lezing":
            continue
        name = cells[c.BODY].value
        asked[name] = cells[c.QUESTION].value
        said = {
            c.ANSWER: ANSWERS[name],
            c.REASON: "nagezien",
            c.REVIEWER: "BZK-07",
            c.SECOND: "BZK-08",
            c.ROLE: "beleidsmedewerker",
        }
        for heading, value in {**said, c.DAY: datetime(2026, 1, 2)}.items():
            cells[heading].value = value
    book.save(path)
    return asked


def parts(where):
    """The bytes of all that reading wrote."""
    return {p.relative_to(where.tables).as_posix(): p.read_bytes() for p in where.tables.glob("*/budget-2024.parquet")}


def test_a_run_its_questions_their_answers_and_a_run_without_the_model(tmp_path):
    where = Workspace.at(tmp_path / "w").create("example")
    written_by_reading = ("mention", "refusal", "second_reading", "quarantine")
    write(where, {name: rows for name, rows in clean().items() if name not in written_by_reading})
    folder = where.raw / "budgets" / "2024"
    folder.mkdir(parents=True)
    making.write(folder / "gm0106_verbonden-partijen.csv", BUDGET)
    with chat.Chat(SAYS) as server:
        model = {"address": server.address, "model": "proef", "seconds": 5}
        said = {"kind": "example", "format": 2, "second_reader": model}
        where.config_file.write_text(yaml.safe_dump(said), encoding="utf-8")
        run(where, first=True)
        assert len(server.bodies) == 1
        undecided = read_table(where, "mention").filter(source="budget").sort("locator")["doubts"].to_list()
        assert undecided == [["seat:readers_differ"], [], ["party:readers_differ"]]
        out = tmp_path / "vragen.xlsx"
        export_workbook(where, out)
        asked = answer(out)
        assert asked.keys() == ANSWERS.keys()
        assert all("gm0106_verbonden-partijen.csv (regel " in question for question in asked.values())
        import_workbook(where, out)
        run(where)
        assert len(server.bodies) == 1  # the answer was kept
    mentions = read_table(where, "mention").filter(source="budget").sort("locator")
    assert mentions.select("name_written", "seat_written", "reader").rows() == [
        ("Regio Een", "Emmen", "budgets"),
        ("Schap Twee", "Meppel", "budgets"),
        ("Fonds Drie", "Hoogeveen", "second_reader"),
    ]
    assert mentions["doubts"].to_list() == [[], [], []]
    assert json.loads(mentions["field_confidence"].to_list()[0])["seat_written"] == 1.0
    assert read_table(where, "quarantine").select("reason", "locator").rows() == [("no_party", "line=5")]
    invented = read_table(where, "second_reading").filter(outcome="not_in_text").sort("name_written")
    assert invented.select("name_written", "second_value").rows() == [
        ("Schap Twee", "Rotterdam"), ("Verzonnen Dienst", "Verzonnen Dienst"),
    ]  # fmt: skip
    assert read_table(where, "review_question").filter(kind="reading").height == 0
    with_the_model = parts(where)
    assert with_the_model.keys() >= {f"{t}/budget-2024.parquet" for t in ("mention", "quarantine", "second_reading")}
    run(where)  # the server is gone
    assert parts(where) == with_the_model
