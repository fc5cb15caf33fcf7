"""`evaluate extract` on a tiny folder of documents with truth; figures worked out by hand."""

import csv
import json

import pytest

from dagster_project.budgets.extract import COLUMNS, REFUSAL_COLUMNS
from dagster_project.evaluation.extract import evaluate_extract
from dagster_project.evaluation.measures.refusals import code_of
from dagster_project.workspace import UnreadableInput, WrongUse
from tests.real import real_data

PARTY = {
    "legal_form_written": "N.V.", "legal_form_group": "private", "seat": "Assen", "purpose_present": True,
    "participants_written": ["Assen", "Emmen"], "participants_are_counts_or_prose": False, "equity_begin": 0,
    "equity_end": 5_000, "debt_begin": None, "debt_end": None, "result": -1_000, "page": 3, "section_written": "B",
    "table_or_block": "row 7",
}  # fmt: skip


def document(name: str, *parties: dict, **more) -> dict:
    return {"document": name, "snapshot": 2024, "parties": [*parties], "not_parties": [], "persons": [], **more}


def row(name: str, party: str, **changes) -> dict:
    said = {
        "document": name, "snapshot": 2024, "name": party, "section": "B", "legal_form_written": "NV",
        "legal_form_group": "private", "seat": "ASSEN", "purpose_present": "true",
        "participants": '["gemeente Emmen", "Assen"]', "equity_begin": "0", "equity_end": "5000", "result": "-1000",
        "page": "3",
    }  # fmt: skip
    return said | changes


@pytest.fixture
def folder(tmp_path):
    """Writes truths and what was read; gives the arguments of evaluate_extract."""

    def write(truths: list[dict], rows: list[dict], refusals: list[dict] = ()) -> dict:
        (tmp_path / "truth").mkdir()
        for number, truth in enumerate(truths):
            (tmp_path / "truth" / f"{number}.json").write_text(json.dumps(truth), encoding="utf-8")
        for path, columns, lines in (("f.csv", COLUMNS, rows), ("f.refusals.csv", REFUSAL_COLUMNS, refusals)):
            with (tmp_path / path).open("w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, columns)
                writer.writeheader()
                writer.writerows(lines)
        return {"truth": tmp_path / "truth", "extracted": tmp_path / "f.csv"}

    return write


def value(report, name: str) -> float | None:
    return report.measure(f"extraction.{name}").value


def test_a_perfect_reader_scores_one(folder):
    truth = [document("2024/a.csv", {"name": "Alfa", **PARTY}), document("2024/leeg.csv")]
    report = evaluate_extract(**folder(truth, [row("2024/a.csv", "Alfa")]))
    assert [value(report, m) for m in ("recall", "precision", "fields", "documents_without_party")] == [1, 1, 1, 1]
    assert value(report, "refused") is None


def test_missed_invented_misread_and_decoys(folder):
    truth = [
        document(
            "2024/a.csv",
            *({"name": name, **PARTY} for name in ("Alfa", "Betabedrijf Noord", "Gamma", "Delta")),
            not_parties=["Totaal"],
        )
    ]
    read = [row("2024/a.csv", name) for name in ("Alfa", "Betabedrijf Noordd", "Totaal")]
    report = evaluate_extract(**folder(truth, read))
    assert value(report, "recall") == 1 / 4
    assert value(report, "precision") == 1 / 3
    assert value(report, "misread_names") == 1
    assert value(report, "decoys_read") == 1
    assert value(report, "recall.layout.row") == 1 / 4
    assert value(report, "precision.format.csv") == 1 / 3
    tables = {table.key: table.rows for table in report.sections[0].tables}
    assert [name for _, _, name, _ in tables["missed"]] == ["Gamma", "Delta"]
    assert [name for _, name, _ in tables["invented"]] == ["Totaal"]


def test_wrong_fields_and_values_that_are_not_there(folder):
    wrong = {"seat": "Emmen", "participants": '["Assen"]', "equity_end": "5000000", "result": "1000", "debt_end": "7"}
    report = evaluate_extract(
        **folder([document("2024/a.csv", {"name": "Alfa", **PARTY})], [row("2024/a.csv", "Alfa", **wrong)])
    )
    for name in ("seat", "participants", "equity_end", "result"):
        assert value(report, f"field.{name}") == 0
    for name in ("section", "legal_form_written", "equity_begin", "page"):
        assert value(report, f"field.{name}") == 1
    assert value(report, "added.debt_end") == 1
    assert report.measure("extraction.fields").count == 7
    assert report.measure("extraction.fields").of == 11


def test_refusals_and_what_may_still_be_read(folder):
    truths = [
        document("hostile/bom.docx", expected_refusal="unreadable: zip bomb", refusal_scope="document"),
        document("hostile/slot.pdf", expected_refusal="unreadable: encrypted PDF", refusal_scope="document"),
        document("hostile/leeg.csv", expected_refusal="unreadable: empty file", refusal_scope="document"),
        document(
            "hostile/formule.csv", expected_refusal="a cell holds a formula", refusal_scope="row",
            parties_that_may_still_be_read=["Alfa"],
        ),
        document("2024/scan.pdf", expected_page_refusals=[12]),
        document("2024/goed.csv"),
    ]  # fmt: skip
    refusals = [
        {"document": "hostile/bom.docx", "locator": "document", "reason": "zip_bomb"},
        {"document": "hostile/slot.pdf", "locator": "document", "reason": "corrupt"},
        {"document": "hostile/formule.csv", "locator": "line=3", "reason": "formula"},
        {"document": "2024/scan.pdf", "locator": "page=12", "reason": "image_without_text"},
        {"document": "2024/goed.csv", "locator": "document", "reason": "corrupt"},
    ]
    read = [row("hostile/formule.csv", "Alfa"), row("hostile/bom.docx", "Bom")]
    report = evaluate_extract(**folder(truths, read, refusals))
    assert value(report, "refused") == 4 / 5
    assert value(report, "refused_for_the_right_reason") == 3 / 5
    assert value(report, "refusals_not_expected") == 1
    assert value(report, "precision") == 0  # of a file that must be refused as a whole nothing may be read


def test_a_person_that_leaks_is_told(folder):
    truth = [document("2024/a.csv", {"name": "Alfa", **PARTY}, persons=["J. Voorbeeld"])]
    report = evaluate_extract(**folder(truth, [row("2024/a.csv", "Alfa", section="Wethouder j. voorbeeld")]))
    assert value(report, "persons_leaked") == 1


def test_every_refusal_of_the_real_truth_has_a_code():
    for path in sorted((real_data("budgets") / "truth").glob("*.json")):
        said = json.loads(path.read_text(encoding="utf-8")).get("expected_refusal")
        assert said is None or code_of(said), said


def test_wrong_use_and_unreadable_truth(folder, tmp_path):
    with pytest.raises(WrongUse, match="must be a folder"):
        evaluate_extract(tmp_path / "absent")
    (tmp_path / "empty").mkdir()
    with pytest.raises(WrongUse, match="no truth"):
        evaluate_extract(tmp_path / "empty")
    arguments = folder([document("2024/a.csv", {"name": "Alfa", **PARTY})], [])
    with pytest.raises(UnreadableInput, match="not there"):
        evaluate_extract(arguments["truth"])
    with pytest.raises(WrongUse, match="no such document"):
        evaluate_extract(**arguments, files=[tmp_path / "other.csv"])
    (tmp_path / "truth" / "0.json").write_text("{", encoding="utf-8")
    with pytest.raises(UnreadableInput, match="no JSON") as caught:
        evaluate_extract(**arguments)
    assert caught.value.mend


def test_documents_that_lie_together_in_a_folder_of_their_own(folder, tmp_path):
    text = "Naam;Vestigingsplaats;Eigen vermogen 31-12-2024\nAlfa N.V.;Assen;5000\n"
    (tmp_path / "flat").mkdir()
    (tmp_path / "flat" / "gm0014_verbonden-partijen.csv").write_text(text, encoding="utf-8")
    truth = [document("2024/gm0014_verbonden-partijen.csv", {"name": "Alfa N.V.", "seat": "Assen"})]
    report = evaluate_extract(folder(truth, [])["truth"], documents=tmp_path / "flat")
    assert [value(report, name) for name in ("recall", "precision", "field.seat")] == [1, 1, 1]


def test_the_real_documents(tmp_path):
    """The reader now, on the documents with the shortest truth of each kind."""
    folder = real_data("budgets")
    files = [folder / "2020" / "gm0513_verbonden-partijen.csv", folder / "hostile" / "gm0484_leeg.csv"]
    report = evaluate_extract(folder / "truth", files=files)
    assert value(report, "recall") >= 0.98
    assert value(report, "precision") >= 0.98
    assert value(report, "refused_for_the_right_reason") == 1
