"""One row costs one row: whatever a mention holds, the rooms after reading go on, and what is wrong with it is told.

Through organisations, linkage, ledger and coding to tables on disk and to the CSV and the workbook of a release.
"""

import csv
import io
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from dagster_project.coding import choose_values, propose_values
from dagster_project.intake.model import Delivery
from dagster_project.intake.records import Mentions
from dagster_project.linkage import checked_ledger, identities, link_mentions, mint
from dagster_project.linkage.names.parse import MAX_NAME_LENGTH
from dagster_project.linkage.records.record import MAX_PARTICIPANTS
from dagster_project.linkage.review.clerical_review import doubtful_pairs
from dagster_project.linkage.succession.proposals import successions
from dagster_project.organisations import resolve_participants
from dagster_project.release.files import csv_bytes
from dagster_project.workspace import Workspace, frame_of, read_table, write_table
from dagster_project.workspace.workbook import append_row, save_workbook

NOTHING = [
    "",
    " ",
    "-",
    "--",
    "n.v.t.",
    "(geen)",
    "?!?",
    "...",
    "\u200b",
    "\u202e",
    "~~~",
    "()",
    "((((",
    "😀",
    "#N/A",
    "0",
]
LONG = ["Samenwerking " * 40, "a" * 500, "(" * 450, "é" * 401, "ij " * 200, "gemeente " * 60, "A-" * 300]
ODD = ["\x00", "a\x00b", "Regio\rNoord", "Regio\nNoord", "\x1b[31mRood", "\ud800", "Regio \udcff Noord", "ﷺ" * 30,
       "שלום עולם", "مرحبا", "\u202eNoord", "=1+1", "@x", "'=1", "a|b", "a;b", "name:x@y", "mention:m1", "sv0000001",
       '"', '"a', "a,b", "\\", "%s{name}", "{0}", "${x}", "𝔊𝔤𝔡", "Ⅷ", "①②③", "12" * 40, "\u2028", "~"]  # fmt: skip
NAMES = st.one_of(
    st.sampled_from([*NOTHING, *LONG, *ODD]),
    st.text(st.characters(), max_size=30),
    st.text("-.,:;()[]'\"&/~ aZ0é", max_size=20),
    st.sampled_from(["GGD Groningen", "Veiligheidsregio Noord", "Omgevingsdienst Proef"]),
)
IDENTIFIERS = st.sampled_from(
    [
        "kvk:",
        ":",
        "kvk",
        "",
        "sv:sv0000001",
        "sv:x",
        "nr:" + "9" * 50,
        "chain:;",
        "so:so1",
        "kvk:1\x002",
        "chain:\ud800",
    ]
)
ROWS = st.fixed_dictionaries(
    {"name": NAMES},
    optional={
        "other_names": st.lists(NAMES, max_size=3),
        "identifiers": st.lists(IDENTIFIERS, max_size=3),
        "participants_written": st.lists(NAMES, max_size=4),
        "participant_codes": st.lists(st.sampled_from(["", "gm0014", "gm9999", "x", "\x00", "GM0037 "]), max_size=5),
        "legal_form_written": NAMES,
        "seat_written": NAMES,
        "purpose_written": NAMES,
        "section_written": NAMES,
        "themes_written": st.lists(NAMES, max_size=3),
        "valid_from": st.dates(),
        "valid_to": st.dates(),
        "equity_end": st.floats(),
        "source": st.sampled_from(["budget", "survey", "register", "edition", "programme"]),
        "reporting_organisation_id": st.sampled_from([None, "", "gm0014", "gm9999", "x"]),
        "claim": st.sampled_from(["lists", "participates", "denies_existence", "dissolved"]),
    },
)


def read(*rows: dict) -> list[dict]:
    """The rows of `mention` that a reader makes of these, some for each snapshot."""
    made = []
    for turn, snapshot in enumerate((2017, 2020, 2024)):
        delivery = Delivery("d1", "0" * 64, "text/csv", 1, "budget", ("gm0014",), (), "a.csv", Path("a"), date.min)
        maker = Mentions(delivery, snapshot, "test", "1")
        at = [row for number, row in enumerate(rows) if number % 3 == turn]
        made += [maker.row(r["name"], f"row={n}", **{k: v for k, v in r.items() if k != "name"}) for n, r in
                 enumerate(at)]  # fmt: skip
    return made


def through(workspace: Workspace, mentions: list[dict]) -> list[dict]:
    """All that comes after reading; gives the rows of quarantine."""
    mention = write_table(workspace, "mention", mentions)
    resolved, quarantine = resolve_participants(mention)
    resolved = write_table(workspace, "resolved_participant", resolved)
    linked = link_mentions(mention, resolved)
    links, identity = identities(workspace, linked.links, mention)
    links, identity = write_table(workspace, "link", links), write_table(workspace, "collaboration_identity", identity)
    mint(workspace, identity, "2024.1")
    ledger, _, _ = checked_ledger(workspace)
    assert {i: row.anchors for i, row in ledger.items()} == {
        i: frozenset(anchors) for i, anchors in identity.select("collaboration_id", "anchors").iter_rows()
    }
    again, _ = identities(workspace, linked.links, mention)
    assert again.equals(links)
    write_table(workspace, "doubtful_pair", doubtful_pairs(linked, mention))
    write_table(workspace, "proposed_succession", successions(mention, links, resolved))
    write_table(workspace, "coding", choose_values(propose_values(mention, links), []))
    write_table(workspace, "quarantine", [*quarantine, *linked.quarantine])
    assert links["mention_id"].to_list() == sorted(m["mention_id"] for m in mentions)
    for name in ("mention", "resolved_participant", "link", "collaboration_identity", "coding", "quarantine"):
        _published(workspace, name)
    return read_table(workspace, "quarantine").to_dicts()


def _published(workspace: Workspace, name: str) -> None:
    import openpyxl

    frame = read_table(workspace, name)
    _, *rows = csv.reader(io.StringIO(csv_bytes(frame).decode("utf-8"), newline=""))
    assert {len(row) for row in rows} <= {frame.width}
    assert len(rows) == frame.height
    book = openpyxl.Workbook()
    for row in frame.iter_rows():
        append_row(book.active, [str(v)[:100] if isinstance(v, str | list) else v for v in row])
    save_workbook(book, workspace.root / "book.xlsx")


SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
# A linking costs half a second, so making a failing example smaller would take minutes.
NO_SHRINKING = [Phase.explicit, Phase.reuse, Phase.generate]


@settings(max_examples=15, deadline=None, suppress_health_check=SLOW, phases=NO_SHRINKING)
@given(st.lists(ROWS, min_size=1, max_size=12))
def test_no_row_ends_a_run(rows):
    with tempfile.TemporaryDirectory() as folder:
        through(Workspace.at(folder).create("simulated"), read(*rows))


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """Every odd name at once, in every column that holds text, and what is in quarantine after it."""
    workspace = Workspace.at(tmp_path_factory.mktemp("odd")).create("simulated")
    names = [*NOTHING, *LONG, *ODD]
    rows = [{"name": n} for n in names for _ in range(3)]
    rows += [
        {"name": f"Samenwerking {number}", "other_names": [n], "seat_written": n, "legal_form_written": n,
         "purpose_written": n, "section_written": n, "participants_written": [n, n], "themes_written": [n]}
        for number, n in enumerate(names)
    ]  # fmt: skip
    rows += [
        {"name": "Land van allen", "participants_written": [f"Stichting {n}" for n in range(3000)]},
        {"name": "Veel namen", "participants_written": ["gemeente Groningen"] * (MAX_PARTICIPANTS + 300)},
        {"name": "Alle codes", "participant_codes": [f"gm{n:04}" for n in range(2000)],
         "participants_written": ["x"] * 2000},
        {"name": "Bedrag", "equity_end": float("nan"), "debt_end": float("inf"), "result": -1e308},
        {"name": "Dagen", "valid_from": date.max, "valid_to": date.min, "source": "register"},
    ]  # fmt: skip
    mentions = read(*rows)
    return mentions, through(workspace, mentions), workspace


@pytest.mark.parametrize(("reason", "names"), [("no_name", ["-", "?!?", "\u202e", "😀"]), ("name_too_long", LONG)])
def test_what_is_wrong_with_a_name_is_in_quarantine(told, reason, names):
    mentions, quarantine, _ = told
    said = {q["row_key"] for q in quarantine if q["reason"] == reason}
    for name in names:
        ids = {m["mention_id"] for m in mentions if m["name_written"] == name}
        assert ids
        assert ids <= said, name


def test_too_many_participants_are_told(told):
    mentions, quarantine, _ = told
    [mention_id] = {m["mention_id"] for m in mentions if m["name_written"] == "Alle codes"}
    assert mention_id in {q["row_key"] for q in quarantine if q["reason"] == "too_many_participants"}


def test_an_amount_without_end_is_no_amount(told):
    _, _, workspace = told
    [row] = [r for r in read_table(workspace, "mention").to_dicts() if r["name_written"] == "Bedrag"]
    assert (row["equity_end"], row["debt_end"], row["result"]) == (None, None, -1e308)


def test_half_a_character_is_told_as_a_sign_and_not_lost():
    assert frame_of("mention", read({"name": "Regio \ud800 Noord"}))["name_written"].to_list() == ["Regio \ufffd Noord"]


def test_the_longest_name_that_is_none_too_long():
    assert all(len(name) > MAX_NAME_LENGTH for name in LONG)
