"""Blind samples: drawn by stratum with known probabilities, blind to what we hold, kept apart from decisions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from dagster_project.review import WorkbookRefused, audit_answers, blind, import_sample, write_sample
from dagster_project.review.sampling import LEAST, allocated, sample
from dagster_project.workspace import UnreadableInput, WrongUse, write_table
from tests.quality.register import write


@pytest.fixture
def books(workspace, tmp_path):
    return write_sample(workspace, "theme", 2, 7, tmp_path / "uit")


def answer(path, coder="BZK-21", day="01-03-2025", **said):
    """Answer all rows alike, or those whose number is given."""
    book = load_workbook(path)
    book[blind.GUIDE]["B3"], book[blind.GUIDE]["B4"] = coder, day
    for row in book[blind.SHEET].iter_rows(min_row=2):
        row[3].value = said.get(f"n{row[0].value}", said.get("every"))
        row[4].value = said.get("remark")
    book.save(path)


@given(st.dictionaries(st.text("abcd", min_size=1), st.integers(1, 60), min_size=1, max_size=6), st.integers(1, 150))
def test_each_stratum_gives_at_least_two_or_all_and_together_what_is_asked(sizes, n):
    given_ = allocated(sizes, n)
    assert all(min(LEAST, sizes[s]) <= number <= sizes[s] for s, number in given_.items())
    least = sum(min(LEAST, size) for size in sizes.values())
    assert sum(given_.values()) == max(least, min(n, sum(sizes.values())))


def test_the_probability_is_what_was_drawn_of_its_stratum(workspace, books):
    rows = sample(workspace, "0001-theme")
    # One of the two collaborations is coded with doubt, of the other nothing is coded: both strata are taken whole.
    assert {(r["stratum"], r["probability"]) for r in rows} == {("doubtful", 1.0), ("none", 1.0)}


def test_a_seed_repeats_its_draw_and_every_collaboration_can_be_drawn(workspace, tables, tmp_path):
    body = next(r for r in tables["collaboration"] if r["snapshot"] == 2024)
    more = [{**body, "collaboration_id": f"sv00001{n:02d}"} for n in range(20)]
    tables["collaboration"] += more
    for n, added in enumerate(more):
        tables["link"].append(
            {**tables["link"][0], "mention_id": f"x{n}", "collaboration_id": added["collaboration_id"]}
        )
        tables["mention"].append({**tables["mention"][-1], "mention_id": f"x{n}", "snapshot": 2024})
    write(workspace, tables)
    drawn = {}
    for seed in (*range(12), 0):
        write_sample(workspace, "theme", 6, seed, tmp_path / "uit")
        (sample_id,) = [p.stem for p in sorted(workspace.audits.glob("*.csv"))][-1:]
        drawn.setdefault(seed, []).append([r["target"] for r in sample(workspace, sample_id)])
    assert drawn[0][0] == drawn[0][1] != drawn[1][0]
    assert len({target for draws in drawn.values() for draw in draws for target in draw}) == 22


def test_the_workbooks_show_nothing_of_what_is_held_and_have_orders_of_their_own(workspace, books):
    for path in books:
        book = load_workbook(path)
        texts = [str(v) for sheet in book for row in sheet.iter_rows(values_only=True) for v in row if v]
        assert not {"doubtful", "none", "1.0", "rule"} & set(texts)
        assert all(row[3] is None for row in book[blind.SHEET].iter_rows(min_row=2, values_only=True))
        assert any("Veiligheidsregio Noord" in text for text in texts)


def test_answers_of_two_coders_go_to_their_table_and_never_to_decisions(workspace, books):
    answer(books[0], every="Sociaal domein; Veiligheid", remark="zie begroting")
    answer(books[1], coder="BZK-22", n1="veiligheid")
    files = [import_sample(workspace, path) for path in books]
    assert [f.relative_to(workspace.audits).as_posix() for f in files] == [
        "0001-theme/BZK-21.csv",
        "0001-theme/BZK-22.csv",
    ]
    frame = write_table(workspace, "audit_answer", list(audit_answers(workspace)))
    assert frame.sort("item", "coder").select("coder", "item", "value").rows() == [
        ("BZK-21", 1, "sociaal;veiligheid"), ("BZK-22", 1, "veiligheid"), ("BZK-21", 2, "sociaal;veiligheid"),
    ]  # fmt: skip
    assert not list(workspace.decisions.rglob("*.csv"))


def test_the_answers_of_a_coder_are_taken_once(workspace, books):
    answer(books[0], every="ruimte")
    import_sample(workspace, books[0])
    answer(books[0], every="sociaal")
    with pytest.raises(WrongUse, match="there already"):
        import_sample(workspace, books[0])


def test_all_that_is_wrong_is_told_at_once_and_nothing_is_kept(workspace, books):
    answer(books[0], coder="Noor", day="gisteren", every="gezelligheid", remark="bel 06-12345678")
    with pytest.raises(WorkbookRefused) as refused:
        import_sample(workspace, books[0])
    assert [(r.sheet, r.heading) for r in refused.value.remarks] == [
        (blind.GUIDE, blind.CODER), (blind.GUIDE, blind.DAY),
        *[(blind.SHEET, h) for _ in range(2) for h in (blind.ANSWER, blind.REMARK)],
    ]  # fmt: skip
    assert list(audit_answers(workspace)) == []


def test_an_answer_that_cannot_be_read_is_told_and_not_passed_over(workspace, books):
    answer(books[0], every="veiligheid", n1="=1+1")
    with pytest.raises(WorkbookRefused) as refused:
        import_sample(workspace, books[0])
    assert [(r.sheet, r.heading) for r in refused.value.remarks] == [(blind.SHEET, blind.ANSWER)]
    answer(books[0], every="veiligheid", n1=";")
    with pytest.raises(WorkbookRefused, match="het antwoord is leeg"):
        import_sample(workspace, books[0])


def test_a_workbook_without_its_headings_is_refused(workspace, books):
    answer(books[0], every="veiligheid")
    book = load_workbook(books[0])
    book[blind.SHEET].delete_cols(3)
    book.save(books[0])
    with pytest.raises(UnreadableInput, match="there is no column Vraag"):
        import_sample(workspace, books[0])


@pytest.mark.parametrize(("attribute", "n"), [("name", 5), ("theme", 0)])
def test_what_cannot_be_drawn_is_said(workspace, tmp_path, attribute, n):
    with pytest.raises(WrongUse):
        write_sample(workspace, attribute, n, 1, tmp_path)
