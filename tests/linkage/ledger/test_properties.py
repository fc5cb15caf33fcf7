"""Whatever a better or a worse model makes of the mentions, release after release: ids last."""

import tempfile
from unittest.mock import patch

from hypothesis import example, given, settings
from hypothesis import strategies as st

from dagster_project.linkage import diff_of_run
from dagster_project.linkage.ledger import minting
from dagster_project.linkage.ledger.crosswalk import heirs, read_crosswalk, successors
from dagster_project.linkage.ledger.identities import read_ledger
from dagster_project.workspace import GateRefused, Workspace
from tests.linkage.ledger.runs import ledger_files, rows_of, run

LETTERS = "abcdefgh"
ROUND = st.lists(st.integers(0, 4), min_size=8, max_size=8)  # 0: not there; else the number of its cluster
ROUNDS = st.lists(ROUND, min_size=2, max_size=4)


def clusters_of(numbers: list[int]) -> list[str]:
    found = {}
    for letter, number in zip(LETTERS, numbers, strict=True):
        if number:
            found[number] = found.get(number, "") + letter
    return list(found.values()) or ["a"]


def accepting(diff):
    """Decisions that accept every change, as `active_decisions` gives those of one kind."""
    kinds = {"merged": "must_link", "split": "must_not_link"}
    all_of = [{"kind": kinds[c.reason], "target": c.target, "decision_id": f"all/0001-{n:03}"} for n, c in
              enumerate(diff.changes)]  # fmt: skip
    return lambda workspace, kind: [d for d in all_of if d["kind"] == kind]


FOUND_AGAIN = [[0] * 8, [0, 0, 0, 0, 0, 1, 0, 1], [1, 0, 0, 0, 0, 0, 0, 1], [1, 0, 0, 0, 0, 2, 0, 0]]


@example(rounds=FOUND_AGAIN, shuffled=list(range(8)))  # a part of a retired id comes back beside its heir
@settings(max_examples=50, deadline=None)
@given(rounds=ROUNDS, shuffled=st.permutations(range(8)))
def test_ids_last_are_never_given_to_another_and_never_come_back(rounds, shuffled):
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace.at(folder).create("simulated")
        last: dict[str, str] = {}
        for number, clusters in enumerate(map(clusters_of, rounds), 1):
            before, gone = read_ledger(workspace), heirs(read_crosswalk(workspace))
            ids, identity = run(workspace, *clusters)
            rows = rows_of(*clusters)
            order = sorted(range(len(rows)), key=lambda i: shuffled[i])
            assert run(workspace, *reversed(clusters), rows=[rows[i] for i in order])[0] == ids
            assert not set(ids.values()) & gone.keys()
            for key, known in before.items():
                has = {m for m, i in ids.items() if i == key}
                assert not has or has & known.mentions or not known.mentions & ids.keys()
            diff = diff_of_run(workspace, identity)
            # A mention that was away while its id went on as two is nobody's; every other one is followed.
            went = successors(read_crosswalk(workspace))
            was = {m: went.get(i, i) for m, i in last.items() if i in went or i not in gone}
            moved = {(was[m], i) for m, i in ids.items() if m in was and was[m] != i}
            assert moved <= {(c.old_id, c.new_id) for c in diff.changes}
            _refused_unless_same(workspace, identity, diff, f"2024.{number}")
            with patch.object(minting, "active_decisions", accepting(diff)):
                minting.mint(workspace, identity, f"2024.{number}")
            after = read_ledger(workspace)
            assert {k: (i.name, i.minted_in) for k, i in before.items()}.items() <= {
                k: (i.name, i.minted_in) for k, i in after.items()
            }.items()
            assert moved <= {(s.old_id, s.new_id) for s in read_crosswalk(workspace)}
            files = ledger_files(workspace)
            again, identity = run(workspace, *clusters)
            assert again == ids
            assert diff_of_run(workspace, identity).changes == []
            minting.mint(workspace, identity, f"2024.{number}")
            assert ledger_files(workspace) == files
            last |= ids


def _refused_unless_same(workspace, identity, diff, release_id) -> None:
    if not diff.changes:
        return
    files = ledger_files(workspace)
    try:
        minting.mint(workspace, identity, release_id)
    except GateRefused:
        assert ledger_files(workspace) == files
    else:
        raise AssertionError("a change of minted ids slipped through")
