"""What is asked, of what, in which order; what is known or was answered is not asked."""

import pytest

from dagster_project.decisions import add_decisions
from dagster_project.review import identity_questions, questions
from dagster_project.review.identity_questions import LEAST_GAIN
from dagster_project.review.quoting import words
from dagster_project.review.register import Register
from dagster_project.workspace import Workspace, write_table
from tests.quality.register import clean, write
from tests.review.conftest import doubtful, rows_of


def _by_kind(workspace):
    found = questions(workspace)
    assert len({q["kind"] for q in found}) == len(found)
    return {q["kind"]: q for q in found}


def test_one_question_of_every_kind(workspace):
    found = _by_kind(workspace)
    assert {k: (q["target"], q["attribute"], q["expect"], q["candidates"][:3]) for k, q in found.items()} == {
        "criterion": ("sv0000001", "2024:d1;2024:d2", "unknown", ["ja", "ja 2024:d1", "nee 2024:d1"]),
        "must_link": ("m20202|m20242", None, "ja", ["ja", "nee"]),
        "delivery": ("d0000002", None, "held", ["accepted", "held", "replaced"]),
        "participant": ("sv0000001", None, "Groninge", ["gm0014", "pv20", "niet-overheidspartij"]),
        "attribute": ("sv0000001", "legal_form", "-", found["attribute"]["candidates"][:3]),
        "theme": ("sv0000001", None, "veiligheid", ["ruimte", "economie", "sociaal"]),
        "merger": ("m20202|m20241", None, None, ["ja", "nee"]),
    }
    assert "onbekend" not in found["attribute"]["candidates"]


def test_what_moves_the_figures_more_comes_first_and_what_moves_none_last(workspace):
    asked = questions(workspace)
    assert [q["priority"] for q in asked] == sorted((q["priority"] for q in asked), reverse=True)
    assert (asked[-1]["kind"], asked[-1]["priority"], asked[-1]["moves"]) == ("merger", 0.0, [])
    assert all(bool(q["priority"]) == bool(q["moves"]) for q in asked)
    assert asked[0]["priority"] > 0


def cell(figure: str, snapshot: int, category: str = "all", numerator: float = 1, denominator=2, **given) -> dict:
    value = 100 * numerator / denominator if denominator else numerator
    return {
        "figure": figure, "snapshot": snapshot, "category": category, "value": value, "numerator": numerator,
        "denominator": denominator, "unit": "percent", "obs_status": "A", "break_ids": [], "sql_model": "x", **given,
    }  # fmt: skip


def test_the_same_question_of_an_earlier_snapshot_weighs_half(workspace, tables):
    for row in tables["collaboration"]:
        if (row["snapshot"], row["collaboration_id"]) in ((2020, "sv0000002"), (2024, "sv0000002")):
            row |= {"legal_form": "onbekend", "legal_form_group": "unknown"}
    of = [("legal_form_group", group) for group in ("wgr", "unknown")]
    tables["figure"] = [cell(figure, snapshot, group) for figure, group in of for snapshot in (2020, 2024)]
    write(workspace, tables)
    asked = [q for q in questions(workspace) if q["kind"] == "attribute" and q["target"] == "sv0000002"]
    # One of two collaborations leaves one half for the other: both cells move by the whole of the largest.
    assert {q["snapshot"]: q["priority"] for q in asked} == {2024: 2000.0, 2020: 1000.0}


def test_a_question_says_for_whom_it_is_and_how_sure_its_weight_is(workspace):
    found = {k: (q["audience"], q["basis"]) for k, q in _by_kind(workspace).items()}
    assert found == {
        "criterion": ("organisation", "exact"),
        "participant": ("organisation", "exact"),
        "theme": ("policy", "exact"),
        "attribute": ("policy", "exact"),
        "must_link": ("keeper", "bound"),
        "delivery": ("keeper", "bound"),
        "merger": ("policy", "exact"),
    }


def test_what_nothing_speaks_of_is_asked_last(workspace, tables):
    rows_of(tables, "collaboration", snapshot=2024, collaboration_id="sv0000002")[0].update(goal="unknown")
    write(workspace, tables)
    asked = questions(workspace)
    (goal,) = [q for q in asked if q["attribute"] == "goal"]
    assert (goal["candidates"], goal["priority"]) == (["operational", "tactical", "strategic"], 0.0)


@pytest.mark.parametrize(("status", "asked"), [("named_by_others", 1), ("denied", 0)])
def test_a_ministry_of_which_one_side_speaks_is_asked_where_the_other_was_heard(workspace, tables, status, asked):
    body = {"snapshot": 2024, "collaboration_id": "sv0000002", "kind": "ministry", "counted": False}
    more = {
        "organisation_id": "mnre1034",
        "status": status,
        "sources": ["budget"],
        "first_seen": 2024,
        "last_seen": 2024,
    }
    tables["participant"].append({**body, **more})
    write(workspace, tables)
    found = [q for q in questions(workspace) if q["kind"] == "membership"]
    assert [(q["attribute"], q["expect"], q["audience"]) for q in found] == [("mnre1034", status, "state")] * asked
    tables["figure"] = [cell("with_ministry", 2024, numerator=0, denominator=None, value=None, obs_status="O")]
    write(workspace, tables)
    assert [q for q in questions(workspace) if q["kind"] == "membership"] == []


def test_what_was_answered_about_a_mention_is_not_asked_again_once_its_id_is_minted(workspace, tables):
    for row in tables["collaboration_identity"]:
        row["status"] = "provisional"
    write(workspace, tables)
    asked = _by_kind(workspace)["participant"]
    assert asked["target"] == "m20241"
    row = {"decided_on": "2025-02-01", "role": "beheerder", "reviewer": "BZK-07", "reason": "nagezocht", "kind":
           "participant", "snapshot": 2024, "target": "m20241", "attribute": "gm0014", "value": "participates",
           "expect": "Groninge"}  # fmt: skip
    add_decisions(workspace, None, "x", [row])
    for minted in tables["collaboration_identity"]:
        minted["status"] = "minted"
    write(workspace, tables)
    assert "participant" not in _by_kind(workspace)


def test_a_clean_register_asks_nothing(tmp_path):
    workspace = Workspace.at(tmp_path).create()
    write(workspace, clean())
    assert questions(workspace) == []


def test_what_is_not_counted_is_not_asked_about(workspace, tables):
    for row in tables["collaboration"]:
        row["meets_definition"] = False
    write(workspace, tables)
    assert {q["kind"] for q in questions(workspace)} == {"delivery", "must_link"}


def test_an_id_that_is_not_minted_is_named_by_a_mention(workspace, tables):
    for row in tables["collaboration_identity"]:
        row["status"] = "provisional"
    write(workspace, tables)
    assert _by_kind(workspace)["criterion"]["target"] == "m20241"


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        ("participant", {"attribute": "gm0014", "value": "participates"}),
        ("delivery", {"value": "accepted"}),
        ("must_link", {"expect": None}),
        ("merger", {}),
        ("merger", {"kind": "no_succession"}),
    ],
)
def test_what_was_answered_is_not_asked_again(workspace, kind, answer):
    asked = _by_kind(workspace)[kind]
    row = {"decided_on": "2025-02-01", "role": "beheerder", "reviewer": "BZK-07", "reason": "nagezocht",
           **{k: asked[k] for k in ("kind", "snapshot", "target", "attribute", "expect")}, **answer}  # fmt: skip
    add_decisions(workspace, None, "x", [row])
    assert kind not in _by_kind(workspace)


def _links(workspace):
    return [q for q in questions(workspace) if q["kind"] == "must_link"]


def test_doubtful_pairs_weigh_what_they_move_at_most_times_the_chance_that_they_do(workspace, tables):
    pairs = [("m20241", "m20242"), ("m20242", "m20202"), ("m20201", "m20242")]
    tables["doubtful_pair"] = [
        doubtful(*pair, rank, linked=rank == 2, gain=gain)
        for rank, (pair, gain) in enumerate(zip(pairs, (0.1, 0.5, 0.4), strict=True), start=1)
    ]
    write(workspace, tables)
    asked = _links(workspace)
    weight = {q["target"]: q["priority"] for q in asked}
    # Both join the same two collaborations, so that the chance decides.
    assert weight["m20201|m20242"] == pytest.approx(4 * weight["m20241|m20242"], abs=0.01)
    assert weight["m20242|m20202"] > 0
    assert [q["expect"] for q in sorted(asked, key=lambda q: pairs.index(tuple(q["target"].split("|"))))] == [
        "nee", "ja", "nee",
    ]  # fmt: skip


def test_a_pair_shows_both_sides_and_what_an_answer_does(workspace, tables):
    tables["doubtful_pair"] = [doubtful("m20171", "m20242", linked=False, moved=3)]
    write(workspace, tables)
    (asked,) = _links(workspace)
    first, *lines = asked["question"].splitlines()
    assert first == "Zijn deze twee hetzelfde samenwerkingsverband? Nu: nee; 'ja' voegt 3 vermeldingen toe."
    said = dict(line.split(": ", 1) for line in lines)
    assert said["bron"].split(" | ")[0].startswith("register 2017")
    assert all(len(line.split(" | ")) == 2 for label, line in said.items() if not label.endswith(")"))
    assert any(label.startswith("deelnemers bij beide") for label in said)


def test_what_an_answer_would_hardly_mend_is_not_asked(workspace, tables):
    tables["doubtful_pair"] = [doubtful("m20171", "m20172", gain=LEAST_GAIN - 0.001)]
    write(workspace, tables)
    assert _links(workspace) == []


def test_no_more_links_than_people_can_answer_and_the_answered_ones_do_not_count(workspace, tables, monkeypatch):
    monkeypatch.setattr(identity_questions, "LINKS_ASKED", 1)
    tables["doubtful_pair"] = [doubtful("m20171", "m20172"), doubtful("m20202", "m20242", 2)]
    write(workspace, tables)
    (first,) = _links(workspace)
    row = {"decided_on": "2025-02-01", "role": "beheerder", "reviewer": "BZK-07", "reason": "nagezocht",
           "kind": "must_not_link", "target": first["target"]}  # fmt: skip
    add_decisions(workspace, None, "x", [row])
    assert [q["target"] for q in _links(workspace)] == ["m20202|m20242"]


def test_rows_keep_the_contract_and_repeat(workspace):
    first = questions(workspace)
    assert write_table(workspace, "review_question", first).height == 7
    assert questions(workspace) == first


def _minted_as_two(workspace, first: str, second: str) -> None:
    """The ledger as if the mentions of the first body had been minted as two."""
    lines = ["collaboration_id,minted_in,name,anchors"]
    lines += [f"{first},2020.1,Een,mention:m20201", f"{second},2020.1,Ander,mention:m20241"]
    (workspace.ledger / "identity.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    rows = [
        {"collaboration_id": first, "status": "minted", "name": "Een", "mentions": 2,
         "anchors": ["mention:m20201", "mention:m20241"]}
    ]  # fmt: skip
    write_table(workspace, "collaboration_identity", rows)


def test_a_change_of_minted_ids_is_asked_first_until_it_is_decided(workspace):
    _minted_as_two(workspace, "sv0000001", "sv0000002")
    asked = questions(workspace)[0]
    assert (asked["kind"], asked["target"], asked["expect"]) == ("must_link", "sv0000001|sv0000002", "ja")
    assert "sv0000002 'Ander' (1 vermelding) valt samen met sv0000001 'Een'" in asked["question"]
    assert len(words(Register(workspace), None, asked["target"]).splitlines()) == 2  # what a source writes of each
    decision = {"decided_on": "2025-02-01", "role": "beleidsmedewerker", "reviewer": "BZK-07", "reason": "zelfde"}
    add_decisions(workspace, None, "x", [{**decision, "kind": "must_not_link", "target": asked["target"]}])
    assert asked["question_id"] not in {q["question_id"] for q in questions(workspace)}


def test_a_merger_is_asked_with_what_speaks_for_it(workspace):
    assert _by_kind(workspace)["merger"]["question"] == (
        "Is 'Veiligheidsregio Noord' opgegaan in '=Veiligheid'? Tussen 2020 en 2024 gingen 2 van de 2 deelnemers "
        "over; gelijke taak: veiligheid. Een bron noemt 01-01-2022."
    )


def test_what_is_an_event_already_is_not_asked(workspace, tables):
    tables["proposed_succession"][0]["grade"] = "dated"
    write(workspace, tables)
    assert "merger" not in _by_kind(workspace)
