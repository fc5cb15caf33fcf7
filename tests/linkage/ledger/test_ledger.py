"""No minted id changes without a person, and every one that did says where it went."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from dagster_project.linkage import diff_of_run, link_decisions, link_mentions, mint
from dagster_project.linkage.ledger.crosswalk import heirs, read_crosswalk, steps_of, successors
from dagster_project.linkage.ledger.decisions import minted_in_links
from dagster_project.linkage.ledger.identities import read_ledger
from dagster_project.linkage.ledger.matching import identities
from dagster_project.workspace import GateRefused, LappendekenError, UnreadableInput, Workspace, frame_of
from dagster_project.workspace.lock import Locked, workspace_lock
from tests.linkage.ledger.runs import decide, ledger_files, released, rows_of, run

ONE, TWO, THREE, FOUR = (f"sv000000{n}" for n in range(1, 5))


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    return Workspace.at(tmp_path).create("simulated")


def changes(workspace, identity):
    return [(c.reason, c.old_id, c.new_id, c.mentions, c.target) for c in diff_of_run(workspace, identity).changes]


def test_two_minted_ids_in_one_cluster_are_refused_and_nothing_is_written(workspace):
    assert released(workspace, "2024.1", "ab", "c") == {"a": TWO, "b": TWO, "c": ONE}
    before = ledger_files(workspace)
    _, identity = run(workspace, "abc")
    assert changes(workspace, identity) == [("merged", ONE, TWO, 1, f"{ONE}|{TWO}")]
    with pytest.raises(GateRefused, match=f"{ONE} 'Havenschap Gele Klif' fell together with {TWO}.*ledger diff"):
        mint(workspace, identity, "2024.2")
    assert ledger_files(workspace) == before


def test_a_refusal_names_the_first_and_counts_the_rest(workspace):
    released(workspace, "2024.1", *"abcdefgh")
    _, identity = run(workspace, "abcdefgh")
    with pytest.raises(GateRefused, match=r"changes 7 minted identities.*and 2 more"):
        mint(workspace, identity, "2024.2")


@pytest.mark.parametrize("target", [f"{ONE}|{TWO}", "b|c"])
def test_a_must_link_accepts_a_merger_which_the_crosswalk_then_tells(workspace, target):
    released(workspace, "2024.1", "ab", "c")
    decide(workspace, "must_link", target)
    ids, identity = run(workspace, "abc")
    assert mint(workspace, identity, "2024.2") == 0
    assert set(ids.values()) == {TWO}
    [step] = read_crosswalk(workspace)
    assert (step.old_id, step.new_id, step.release, step.reason) == (ONE, TWO, "2024.2", "merged")
    assert step.decisions == "all/0001-002"
    assert ONE in read_ledger(workspace)
    after = ledger_files(workspace)
    ids, again = run(workspace, "abc")
    assert set(ids.values()) == {TWO}
    assert diff_of_run(workspace, again).changes == []
    mint(workspace, again, "2024.3")
    assert ledger_files(workspace) == after


def test_a_must_link_of_others_or_of_a_new_mention_accepts_nothing(workspace):
    released(workspace, "2024.1", "ab", "c", "d")
    decide(workspace, "must_link", "a|b")
    decide(workspace, "must_link", "c|e")
    decide(workspace, "must_link", f"{ONE}|{THREE}")
    _, identity = run(workspace, "abce", "d")
    assert len(diff_of_run(workspace, identity).refused) == 1


def test_three_ids_are_one_by_way_of_the_second(workspace):
    released(workspace, "2024.1", "ab", "c", "d")
    decide(workspace, "must_link", "b|c")
    decide(workspace, "must_link", "c|d")
    _, identity = run(workspace, "abcd")
    assert diff_of_run(workspace, identity).refused == []
    mint(workspace, identity, "2024.2")
    assert {s.reason for s in read_crosswalk(workspace)} == {"merged"}


def test_a_split_needs_a_must_not_link_between_what_stays_and_what_goes(workspace):
    released(workspace, "2024.1", "abc")
    ids, identity = run(workspace, "ab", "c")
    assert changes(workspace, identity) == [("split", ONE, TWO, 1, "a|c")]
    with pytest.raises(GateRefused, match=f"1 mentions of {ONE}"):
        mint(workspace, identity, "2024.2")
    decide(workspace, "must_not_link", "b|c")
    mint(workspace, identity, "2024.2")
    [step] = read_crosswalk(workspace)
    assert (step.old_id, step.new_id, step.reason) == (ONE, TWO, "split")
    assert run(workspace, "ab", "c")[0] == ids == {"a": ONE, "b": ONE, "c": TWO}
    assert successors([step]) == {}


def test_a_part_that_goes_to_another_minted_id_is_a_change_too(workspace):
    released(workspace, "2024.1", "abc", "d")
    ids, identity = run(workspace, "ab", "cd")
    old = ids["a"]
    assert changes(workspace, identity) == [("split", old, ids["d"], 1, "a|c")]
    decide(workspace, "must_link", "c|d")
    assert diff_of_run(workspace, identity).refused == []


def test_a_merger_undone_gives_a_new_id_and_not_the_old_one(workspace):
    released(workspace, "2024.1", "ab", "c")
    decide(workspace, "must_link", f"{ONE}|{TWO}")
    released(workspace, "2024.2", "abc")
    decide(workspace, "must_not_link", "a|c", supersedes="all/0001-002")
    ids = released(workspace, "2024.3", "ab", "c")
    assert ids == {"a": TWO, "b": TWO, "c": THREE}
    steps = read_crosswalk(workspace)
    assert [(s.old_id, s.new_id, s.reason) for s in steps_of(ONE, steps)] == [
        (ONE, TWO, "merged"), (TWO, THREE, "split")
    ]  # fmt: skip


def test_an_id_is_where_its_mentions_are_whatever_bears_its_name(workspace):
    released(workspace, "2024.1", "ab", "h")
    rows = rows_of("abch")
    rows[2] |= {"name_written": "Waterlab"}
    rows[3] |= {"name_written": "Laboratorium voor Water"}
    ids, identity = run(workspace, "abh", "c", rows=rows)
    assert ids["c"] == THREE
    assert [c.reason for c in diff_of_run(workspace, identity).changes] == ["merged"]


def test_what_is_not_seen_and_what_is_new_is_told_and_needs_nobody(workspace):
    released(workspace, "2024.1", "ab", "c")
    _, identity = run(workspace, "ab", "d")
    diff = diff_of_run(workspace, identity)
    assert (diff.changes, [i.collaboration_id for i in diff.unseen]) == ([], [ONE])
    assert diff.fresh == [(THREE, "Sociaal", 1)]
    mint(workspace, identity, "2024.2")
    assert run(workspace, "ab", "c", "d")[0]["c"] == ONE


def test_a_file_that_was_away_for_a_release_finds_its_id(workspace):
    released(workspace, "2024.1", "ab", "c")
    released(workspace, "2024.2", "a", "c")
    ids, _ = run(workspace, "b", "c")
    assert ids["b"] == TWO


def test_a_source_that_names_a_retired_id_means_its_heir(workspace):
    released(workspace, "2024.1", "ab", "c")
    decide(workspace, "must_link", f"{ONE}|{TWO}")
    released(workspace, "2024.2", "abc")
    rows = rows_of("h")
    rows[0] |= {"identifiers": [f"sv:{ONE}"]}
    assert run(workspace, "h", rows=rows)[0] == {"h": TWO}


def test_a_link_of_two_ids_is_obeyed_before_and_after_the_merger(workspace):
    released(workspace, "2024.1", "ab", "c")
    decide(workspace, "must_link", f"{ONE}|{TWO}")
    frame = frame_of("mention", rows_of("abc"))
    assert [d["target"] for d in link_decisions(workspace, frame)] == ["c|a"]
    assert minted_in_links(workspace, frame) == {ONE, TWO}
    _, identity = run(workspace, "abc")
    mint(workspace, identity, "2024.2")
    decided = link_decisions(workspace, frame)
    assert [d["target"] for d in decided] == ["c|a"]
    linked = link_mentions(frame, None, decided)
    assert linked.quarantine == []
    ids, _ = identities(workspace, linked.links, frame)
    found = dict(ids.select("mention_id", "collaboration_id").iter_rows())
    assert found["a"] == found["c"] == TWO


def test_a_link_of_an_id_whose_files_were_replaced_is_obeyed_by_its_name(workspace):
    released(workspace, "2024.1", "ab", "c")
    decide(workspace, "must_link", f"{ONE}|{TWO}")
    rows = [{**r, "mention_id": r["mention_id"] + "2"} for r in rows_of("ac")]
    assert [d["target"] for d in link_decisions(workspace, frame_of("mention", rows))] == ["c2|a2"]


def test_two_ids_that_must_not_be_one_share_no_mention_however_alike(workspace):
    released(workspace, "2024.1", "ab", "cd")
    alike = {"name_written": "Recreatieschap Zwarte Berk"}
    frame = frame_of("mention", [r | alike for r in rows_of("abcd")])
    assert link_mentions(frame, None, []).links["cluster"].to_list() == [0, 0, 0, 0]
    decide(workspace, "must_not_link", f"{ONE}|{TWO}")
    linked = link_mentions(frame, None, link_decisions(workspace, frame))
    assert linked.links["cluster"].to_list() == [0, 0, 1, 1]
    assert linked.quarantine == []


def test_a_link_of_an_id_of_which_nothing_is_left_is_reported(workspace):
    released(workspace, "2024.1", "ab", "c")
    decide(workspace, "must_link", f"{ONE}|{TWO}")
    frame = frame_of("mention", rows_of("ab"))
    assert minted_in_links(workspace, frame) == {TWO}
    [row] = link_mentions(frame, None, link_decisions(workspace, frame)).quarantine
    assert row["reason"] == "unmatched_decision"
    assert ONE in row["detail"]


def test_a_release_cut_off_between_the_two_files_ends_the_same_when_made_again(workspace, monkeypatch):
    from dagster_project.linkage.ledger import minting

    released(workspace, "2024.1", "abc", "d", "e")
    decide(workspace, "must_not_link", "a|c")
    decide(workspace, "must_link", "d|e")
    _, identity = run(workspace, "ab", "c", "de")
    before = ledger_files(workspace)
    write = minting.write_text

    def killed(path, text):
        if path.name == "identity.csv":
            raise KeyboardInterrupt
        write(path, text)

    monkeypatch.setattr(minting, "write_text", killed)
    with pytest.raises(KeyboardInterrupt):
        mint(workspace, identity, "2024.2")
    assert ledger_files(workspace)["identity.csv"] == before["identity.csv"]
    monkeypatch.setattr(minting, "write_text", write)
    mint(workspace, identity, "2024.2")
    whole = ledger_files(workspace)
    assert len(read_crosswalk(workspace)) == 2
    mint(workspace, identity, "2024.2")
    assert ledger_files(workspace) == whole


def test_a_ledger_that_is_another_than_the_run_saw_is_refused(workspace):
    released(workspace, "2024.1", "ab", "c")
    _, identity = run(workspace, "ab", "c")
    path = workspace.ledger / "identity.csv"
    path.write_text("".join(path.read_text().splitlines(keepends=True)[:2]), encoding="utf-8")
    with pytest.raises(LappendekenError, match=f"as {TWO}, which the ledger does not hold"):
        mint(workspace, identity, "2024.2")


def test_of_two_who_mint_at_once_one_waits_and_the_ids_of_the_first_stay(workspace):
    frames = [run(workspace, c)[1] for c in ("ab", "cd")]

    def under_lock(frame):
        while True:
            try:
                with workspace_lock(workspace, "test"):
                    return mint(workspace, frame, "2024.1")
            except Locked:
                continue
            except LappendekenError as error:
                return str(error)

    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(under_lock, frames))
    assert sorted(map(str, outcomes))[0] == "1"
    assert f"{ONE} was given to" in sorted(map(str, outcomes))[1]
    assert list(read_ledger(workspace)) == [ONE]


@pytest.mark.parametrize(
    "content", ["old,new\n", f"old_id,new_id,release,reason,decisions\n{ONE},{TWO},2024.1,lost,\n",
                f"old_id,new_id,release,reason,decisions\nsv1,{TWO},2024.1,merged,\n"],
)  # fmt: skip
def test_a_broken_crosswalk_is_told_with_its_line(workspace, content):
    (workspace.ledger / "crosswalk.csv").write_text(content, encoding="utf-8")
    with pytest.raises(UnreadableInput, match=r"crosswalk\.csv line"):
        run(workspace, "ab")


def test_heirs_are_found_through_later_mergers_and_a_circle_does_not_hang():
    from dagster_project.linkage.ledger.crosswalk import Step

    steps = [Step(ONE, TWO, "2024.1", "merged", ""), Step(TWO, THREE, "2025.1", "merged", "")]
    assert heirs(steps) == {ONE: {THREE}, TWO: {THREE}}
    assert successors(steps) == {ONE: THREE, TWO: THREE}
    assert heirs([*steps, Step(THREE, ONE, "2026.1", "merged", "")])[ONE] == frozenset()
