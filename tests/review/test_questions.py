"""What is asked, of what, in which order; what is known or was answered is not asked."""

import pytest

from dagster_project.decisions import add_decisions
from dagster_project.review import questions
from dagster_project.workspace import Workspace, write_table
from tests.quality.register import clean, write


def _by_kind(workspace):
    found = questions(workspace)
    assert len({q["kind"] for q in found}) == len(found)
    return {q["kind"]: q for q in found}


def test_one_question_of_every_kind(workspace):
    found = _by_kind(workspace)
    assert {k: (q["target"], q["attribute"], q["expect"], q["candidates"][:3]) for k, q in found.items()} == {
        "criterion": ("sv0000001", "2024:d1;2024:d2", "unknown", ["ja", "nee 2024:d1", "nee 2024:d2"]),
        "must_link": ("m20202|m20242", None, "ja", ["ja", "nee"]),
        "delivery": ("d0000002", None, "held", ["accepted", "held", "replaced"]),
        "participant": ("sv0000001", None, "Groninge", ["gm0014", "pv20"]),
        "attribute": ("sv0000001", "legal_form", "-", found["attribute"]["candidates"][:3]),
        "theme": ("sv0000001", None, "veiligheid", ["ruimte", "economie", "sociaal"]),
        "merger": ("m20202|m20241", None, None, ["ja", "nee"]),
    }
    assert "onbekend" not in found["attribute"]["candidates"]


def test_what_moves_more_figures_comes_first(workspace):
    asked = questions(workspace)
    assert [q["priority"] for q in asked] == sorted((q["priority"] for q in asked), reverse=True)
    assert asked[0]["kind"] == "criterion"
    assert asked[-1]["kind"] == "merger"


def test_the_same_question_of_an_earlier_snapshot_weighs_half(workspace, tables):
    for row in tables["criterion"]:
        if (row["snapshot"], row["collaboration_id"], row["criterion"]) == (2020, "sv0000001", "reported"):
            row["met"] = "unknown"
    write(workspace, tables)
    weight = {q["snapshot"]: q["priority"] for q in questions(workspace) if q["kind"] == "criterion"}
    assert weight[2020] == weight[2024] / 2


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


def test_two_loose_mentions_are_one_question(workspace, tables):
    for row in tables["link"]:
        if row["collaboration_id"] == "sv0000002":
            row |= {"basis": "model", "weight": 9.0 if row["mention_id"] == "m20242" else 1.0}
    write(workspace, tables)
    assert _by_kind(workspace)["must_link"]["target"] == "m20172|m20202"


def test_rows_keep_the_contract_and_repeat(workspace):
    first = questions(workspace)
    assert write_table(workspace, "review_question", first).height == 7
    assert questions(workspace) == first


def test_a_merger_is_asked_with_what_speaks_for_it(workspace):
    assert _by_kind(workspace)["merger"]["question"] == (
        "Is 'Veiligheidsregio Noord' opgegaan in '=Veiligheid'? Tussen 2020 en 2024 gingen 2 van de 2 deelnemers "
        "over; gelijke taak: veiligheid. Een bron noemt 01-01-2022."
    )


def test_what_is_an_event_already_is_not_asked(workspace, tables):
    tables["proposed_succession"][0]["grade"] = "dated"
    write(workspace, tables)
    assert "merger" not in _by_kind(workspace)
