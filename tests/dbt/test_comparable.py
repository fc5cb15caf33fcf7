"""What became of each collaboration between snapshots, and that the books close."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.miniature import WASTE, sv

FORMS = ("openbaar_lichaam", "stichting", "convenant", "onbekend")


def test_events(rows):
    found = {(e["to_snapshot"], e["collaboration_id"], e["kind"]) for e in rows("event")}
    assert found == {
        (2020, sv(2), "legal_form_changed"),
        (2020, sv(3), "merged"),
        (2020, sv(6), "dissolved"),
        (2020, sv(7), "first_seen"),
        (2020, sv(8), "founded"),
        (2020, sv(11), "first_seen"),
        (2020, sv(16), "first_seen"),
        (2024, sv(2), "legal_form_changed"),
        (2024, sv(2), "renamed"),
        (2024, sv(4), "first_seen"),
        (2024, sv(5), "left_scope"),
        (2024, sv(7), "dissolved"),
        (2024, sv(11), "split"),
        (2024, sv(14), "first_seen"),
        (2024, sv(15), "entered_scope"),
        (2024, sv(16), "no_longer_seen"),
    }


def test_successors_and_values(rows):
    (merged,) = rows("event", kind="merged")
    (split,) = rows("event", kind="split")
    (renamed,) = rows("event", kind="renamed")
    (founded,) = rows("event", kind="founded")
    assert merged["successors"] == [sv(1)]
    assert split["successors"] == [sv(12), sv(13)]
    assert split["evidence"] == "decision 0001-003"
    assert (renamed["before"], renamed["after"]) == ("Afvalbedrijf Noord", "Afval Noord")
    assert founded["evidence"].endswith("in force from 2019-05-01")


def test_account(rows):
    (account,) = rows("stock_flow", to_snapshot=2024, legal_form_group="all")
    figures = {k: v for k, v in account.items() if isinstance(v, int) and v and not k.endswith("snapshot")}
    assert figures == {
        "stock_before": 7, "first_seen": 2, "entered_scope": 1, "split_in": 2, "dissolved": 1, "no_longer_seen": 1,
        "left_scope": 1, "merged_out": 1, "stock_after": 8,
    }  # fmt: skip
    (wgr,) = rows("stock_flow", to_snapshot=2024, legal_form_group="wgr")
    (private,) = rows("stock_flow", to_snapshot=2024, legal_form_group="private")
    assert (wgr["stock_before"], wgr["changed_to"], wgr["stock_after"]) == (2, 1, 3)
    assert (private["changed_from"], private["split_in"], private["stock_after"]) == (1, 1, 1)


def test_all_accounts_close(rows):
    accounts = rows("stock_flow")
    assert len(accounts) == 10
    assert all(a["difference"] == 0 for a in accounts)


def test_an_event_too_few_opens_the_books(warehouse):
    warehouse.run("delete from event where kind = 'founded'")
    warehouse.rebuild("stock_flow")
    assert warehouse.run("select legal_form_group, difference from stock_flow where difference <> 0 order by 1") == [
        ("all", 1),
        ("wgr", 1),
    ]


def test_a_later_version_does_not_found(warehouse):
    """The oldest version that we have opens no chain: it says when the arrangement changed, not when it began."""
    mentions = warehouse.source("mention")
    warehouse.run(f"update {mentions} set identifiers = ['roo:8', 'chain:7'] where list_contains(identifiers, 'roo:8')")
    warehouse.rebuild("int_mention", "event")
    assert warehouse.run("select kind from event where collaboration_id = ?", sv(8)) == [("first_seen",)]


def test_a_later_version_keeps_it_alive(warehouse):
    """The register ends a version in the interval, and holds a later one of the chain, linked elsewhere."""
    mentions = warehouse.source("mention")
    later = "snapshot = 2020 and list_contains(identifiers, 'roo:8')"
    warehouse.run(f"update {mentions} set identifiers = ['roo:6b', 'chain:6'] where {later}")
    warehouse.rebuild("int_mention", "event")
    assert warehouse.run("select kind from event where collaboration_id = ?", sv(6)) == [("no_longer_seen",)]


@pytest.mark.parametrize(
    ("written", "renamed"),
    [
        ("Afval-Noord", 0),
        ("Gemeenschappelijke Regeling Afval Noord", 0),
        ("Afval Noord N.V.", 0),
        ("Afvla Noord", 0),
        ("AN", 0),
        ("NA", 1),
        ("Afvalservice Noord", 1),
        ("Afval Zuid", 1),
    ],
)
def test_a_name_that_was_written_before_is_not_new(warehouse, written, renamed):
    mentions = warehouse.source("mention")
    warehouse.run(f"update {mentions} set other_names = [?] where snapshot = 2017 and name_written = ?", written, WASTE)
    warehouse.rebuild("int_mention", "event")
    assert len(warehouse.run("select * from event where kind = 'renamed'")) == renamed


@pytest.mark.parametrize(
    ("names", "after"),
    [
        (("VR Noord", "Hulpdienst Noord", "Hulpdienst Noord (HN)"), ["Hulpdienst Noord"]),
        (("VR Noord", "Hulpdienst Noord"), []),
        (("VR Noord", "VR Noord", "Hulpdienst Noord", "Hulpdienst Noord"), []),
        (("Veiligheidsregio Noord (VRN)", "Veiligheidsregio Noord (VRN)"), []),
    ],
    ids=["most write it", "one of two", "half", "no more than brackets"],
)
def test_a_register_that_is_behind_does_not_hide_a_new_name(warehouse, names, after):
    """Collaboration 1 has its old name in the register of 2024; these are the budgets of those who take part."""
    mentions, links = warehouse.source("mention"), warehouse.source("link")
    budget = "snapshot = 2024 and name_written = 'VR Noord'"
    for number, name in enumerate(names):
        warehouse.run(
            f"insert into {mentions} select * replace (? as mention_id, ? as reporting_organisation_id, ? as"
            f" name_written) from {mentions} where {budget} limit 1", f"new{number}", f"gm{number:04d}", name,
        )  # fmt: skip
        warehouse.run(f"insert into {links} select ?, ?, 1, 'name'", f"new{number}", sv(1))
    warehouse.run(f"delete from {mentions} where {budget} and mention_id not like 'new%'")
    warehouse.rebuild("int_mention", "event")
    found = warehouse.run("select after from event where kind = 'renamed' and collaboration_id = ?", sv(1))
    assert [one for (one,) in found] == after


PROPOSED = {"from_snapshot": 2017, "to_snapshot": 2020, "participants": ["gm0014", "gm0047"], "words": ["dienst"],
            "mention_ids": ["m1", "m2"], "grade": "dated", "dated_on": "2019-01-01"}  # fmt: skip


def _propose(warehouse, **row) -> None:
    row = {**PROPOSED, **row}
    table = warehouse.source("proposed_succession")
    warehouse.run(f"insert into {table} by name select {', '.join(f'? as {c}' for c in row)}", *row.values())


def _undecided(warehouse) -> None:
    warehouse.run(f"delete from {warehouse.source('decision')}")


def test_a_merger_that_sources_show(warehouse):
    _undecided(warehouse)
    _propose(warehouse, kind="merger", collaboration_id=sv(6), successor=sv(8))
    warehouse.rebuild("event", "stock_flow")
    found = warehouse.run("select kind, successors, evidence from event where collaboration_id = ?", sv(6))
    assert found == [("merged", [sv(8)], "mentions m1, m2; 2 participants passed, dated 2019-01-01")]
    assert warehouse.run("select * from stock_flow where difference <> 0") == []


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ({"kind": "merger", "collaboration_id": sv(6), "successor": sv(8), "grade": "asked"}, "dissolved"),
        ({"kind": "merger", "collaboration_id": sv(6), "successor": sv(3)}, "dissolved"),
        ({"kind": "merger", "collaboration_id": sv(3), "successor": sv(8)}, "merged"),
    ],
    ids=["only asked", "into what is not counted", "decided otherwise"],
)
def test_a_proposal_that_is_no_event(warehouse, row, kind):
    _propose(warehouse, **row)
    warehouse.rebuild("event")
    found = warehouse.run("select kind, successors from event where collaboration_id = ?", row["collaboration_id"])
    assert found == [(kind, [sv(1)] if kind == "merged" else [])]


def test_a_proposal_that_a_person_denied(warehouse):
    decisions = warehouse.source("decision")
    warehouse.run(
        f"update {decisions} set kind = 'no_succession', target = ? where kind = 'merger'", f"{sv(6)}|{sv(8)}"
    )
    _propose(warehouse, kind="merger", collaboration_id=sv(6), successor=sv(8))
    warehouse.rebuild("event")
    assert warehouse.run("select kind from event where collaboration_id = ?", sv(6)) == [("dissolved",)]


def test_a_split_that_sources_show_keeps_what_goes_on(warehouse):
    _undecided(warehouse)
    _propose(warehouse, kind="split", collaboration_id=sv(2), successor=sv(8))
    warehouse.rebuild("event", "stock_flow")
    found = warehouse.run("select successors from event where collaboration_id = ? and kind = 'split'", sv(2))
    assert found == [([sv(2), sv(8)],)]
    assert warehouse.run("select * from event where collaboration_id = ? and to_snapshot = 2020", sv(8)) == []
    assert warehouse.run("select * from stock_flow where difference <> 0") == []


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows_=st.dictionaries(
        st.tuples(st.sampled_from((2017, 2020, 2024)), st.integers(1, 6)),
        st.tuples(st.booleans(), st.sampled_from(FORMS), st.sampled_from(("A", "B"))),
        min_size=1,
        max_size=18,
    ),
    decided=st.lists(
        st.tuples(
            st.sampled_from(("merger", "split")),
            st.sampled_from((None, 2020, 2024)),
            st.lists(st.integers(1, 6), min_size=2, max_size=3, unique=True),
        ),
        max_size=3,
    ),
    shown=st.lists(
        st.tuples(
            st.sampled_from(("merger", "split")),
            st.sampled_from(((2017, 2020), (2020, 2024))),
            st.permutations(range(1, 7)).map(lambda some: tuple(some[:2])),
        ),
        max_size=3,
        unique=True,
    ),
)
def test_the_books_close_whatever_happens(warehouse, rows_, decided, shown):
    _replace(warehouse, rows_, decided)
    warehouse.run(f"delete from {warehouse.source('proposed_succession')}")
    for kind, (start, end), (old, new) in shown:
        _propose(
            warehouse, kind=kind, from_snapshot=start, to_snapshot=end, collaboration_id=sv(old), successor=sv(new)
        )
    warehouse.rebuild("int_passage", "event", "stock_flow")
    assert warehouse.run("select * from stock_flow where difference <> 0") == []
    doubled = "group by collaboration_id, from_snapshot, kind having count(*) > 1"
    assert warehouse.run(f"select collaboration_id from event {doubled}") == []


def _replace(warehouse, rows_, decided) -> None:
    """Other collaborations and other decisions in the same warehouse."""
    decisions = warehouse.source("decision")
    warehouse.run("create table if not exists pattern as select * from collaboration limit 1")
    warehouse.run("create table if not exists judged as from " + decisions + " where kind = 'merger'")
    for table in ("collaboration", "int_collaboration_listed", decisions):
        warehouse.run(f"delete from {table}")
    for (snapshot, number), (counted, form, name) in rows_.items():
        group = {"openbaar_lichaam": "wgr", "stichting": "private", "convenant": "other"}.get(form, "unknown")
        warehouse.run(
            "insert into collaboration select * replace (?::bigint as snapshot, ? as collaboration_id, ? as name,"
            " ? as legal_form, ? as legal_form_group, ?::boolean as meets_definition) from pattern",
            snapshot, sv(number), name, form, group, counted,
        )  # fmt: skip
        warehouse.run("insert into int_collaboration_listed values (?, ?, 1, ['budget'])", snapshot, sv(number))
    for place, (kind, snapshot, numbers) in enumerate(decided):
        warehouse.run(
            f"insert into {decisions} select * replace (? as decision_id, ? as kind, ?::bigint as snapshot,"
            " ? as target) from judged",
            f"0001-{place:03d}", kind, snapshot, "|".join(sv(n) for n in numbers),
        )  # fmt: skip


def test_comparable_series(rows):
    (row,) = rows("comparable_series", from_snapshot=2020, to_snapshot=2024)
    assert row["shared_sources"] == ["budget", "programme", "register"]
    # By the definition of 2024, and seen in a budget, a programme or the register: 1 and 8.
    assert (row["total_before"], row["shared_before"]) == (7, 2)
    assert (row["total_after"], row["shared_after"]) == (8, 8)
    assert row["break_ids"] == ["B3", "B4", "B5", "B6"]


def test_coverage(rows):
    (survey,) = rows("coverage", snapshot=2024, source="survey")
    (budget,) = rows("coverage", snapshot=2024, source="budget")
    (edition,) = rows("coverage", snapshot=2024, source="edition")
    assert [survey[c] for c in ("deliveries", "mentions", "collaborations", "only_here")] == [3, 5, 3, 1]
    # One of the budgets is that of the interim snapshot.
    assert [budget[c] for c in ("deliveries", "mentions", "collaborations", "only_here")] == [4, 8, 8, 4]
    assert [edition[c] for c in ("deliveries", "mentions", "collaborations", "only_here")] == [0, 0, 0, 0]


def test_register_in_force(rows):
    found = {(r["snapshot"], r["legal_form_written"], r["versions"]) for r in rows("register_in_force")}
    assert found == {
        (2017, "openbaar lichaam", 1),
        (2017, "gemeenschappelijk orgaan", 1),
        (2020, "openbaar lichaam", 2),
        (2023, "centrumregeling", 1),
        (2024, "openbaar lichaam", 2),
    }
