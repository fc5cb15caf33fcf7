"""Ids that last: over runs, over changed files, over releases."""

import pytest

from dagster_project.dictionary.contract import enforce
from dagster_project.linkage import identities, link_mentions, mint
from dagster_project.workspace import LappendekenError, UnreadableInput, Workspace, frame_of
from tests.organisations.making import mention


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    return Workspace.at(tmp_path).create("simulated")


def some(prefix: str = "m", **changes) -> list[dict]:
    base = [
        {"name_written": "Recreatieschap Zwarte Berk", "reporting_organisation_id": "gm0106", "snapshot": 2017},
        {"name_written": "Havenschap Gele Klif", "reporting_organisation_id": "gm0983", "snapshot": 2020},
        {"name_written": "Sociaal", "identifiers": ["chain:7"], "source": "register", "snapshot": 2017},
    ]
    return [mention(mention_id=f"{prefix}{i}", delivery_id=f"d{i}", **{**b, **changes}) for i, b in enumerate(base)]


def run(workspace, rows):
    frame = frame_of("mention", rows)
    links, identity = identities(workspace, link_mentions(frame, None, []).links, frame)
    enforce("link", links)
    enforce("collaboration_identity", identity)
    return dict(links.select("mention_id", "collaboration_id").iter_rows()), identity


def ledger_bytes(workspace) -> bytes:
    return (workspace.ledger / "identity.csv").read_bytes()


def test_a_run_gives_provisional_ids_in_order_and_leaves_the_ledger_alone(workspace):
    ids, identity = run(workspace, some())
    assert ids == {"m0": "sv0000001", "m2": "sv0000002", "m1": "sv0000003"}
    assert set(identity["status"]) == {"provisional"}
    assert not (workspace.ledger / "identity.csv").exists()
    assert run(workspace, some())[0] == ids


def test_minting_twice_gives_the_same_bytes(workspace):
    _, identity = run(workspace, some())
    assert mint(workspace, identity, "2024.1") == 3
    first = ledger_bytes(workspace)
    assert mint(workspace, identity, "2024.1") == 0
    assert ledger_bytes(workspace) == first
    _, again = run(workspace, some())
    assert set(again["status"]) == {"minted"}
    mint(workspace, again, "2024.2")
    assert ledger_bytes(workspace) == first


def test_an_id_survives_that_all_mention_ids_change(workspace):
    ids, identity = run(workspace, some())
    mint(workspace, identity, "2024.1")
    changed, _ = run(workspace, some(prefix="n"))
    assert {m[1:]: i for m, i in changed.items()} == {m[1:]: i for m, i in ids.items()}


def test_an_id_survives_a_new_name_through_its_identifier(workspace):
    ids, identity = run(workspace, some())
    mint(workspace, identity, "2024.1")
    renamed = some(prefix="n")
    renamed[2]["name_written"] = "Geheel Anders"
    assert run(workspace, renamed)[0]["n2"] == ids["m2"]


def test_an_id_is_never_given_again(workspace):
    _, identity = run(workspace, some())
    mint(workspace, identity, "2024.1")
    ids, identity = run(
        workspace, [mention(mention_id="x", name_written="Waterlaboratorium Nieuw", seat_written="Goes")]
    )
    assert ids == {"x": "sv0000004"}
    mint(workspace, identity, "2024.2")
    assert ledger_bytes(workspace).decode().count("\nsv") == 4


def test_when_two_clusters_share_an_identity_one_keeps_it(workspace):
    rows = some()[:1]
    _, identity = run(workspace, rows)
    mint(workspace, identity, "2024.1")
    twin = mention(mention_id="t", name_written="Recreatieschap Zwarte Berk", reporting_organisation_id="gm0106")
    frame = frame_of("mention", [*rows, twin])
    apart = [{"kind": "must_not_link", "target": "m0|t"}]
    links, identity = identities(workspace, link_mentions(frame, None, apart).links, frame)
    assert dict(links.select("mention_id", "collaboration_id").iter_rows()) == {"m0": "sv0000001", "t": "sv0000002"}


def test_minting_an_id_that_went_to_something_else_is_refused(workspace):
    _, identity = run(workspace, some()[:1])
    _, other = run(workspace, some()[1:2])
    mint(workspace, identity, "2024.1")
    before = ledger_bytes(workspace)
    with pytest.raises(LappendekenError, match="sv0000001 was given to"):
        mint(workspace, other, "2024.2")
    assert ledger_bytes(workspace) == before


@pytest.mark.parametrize(
    "content",
    ["id,name\n", "collaboration_id,minted_in,name,anchors\nsv1,r,n,a\n",
     "collaboration_id,minted_in,name,anchors\nsv0000001,r,n,a\nsv0000001,r,n,a\n"],
)  # fmt: skip
def test_a_broken_ledger_is_told_with_its_line(workspace, content):
    (workspace.ledger / "identity.csv").write_text(content, encoding="utf-8")
    with pytest.raises(UnreadableInput, match=r"identity\.csv line"):
        run(workspace, some())
