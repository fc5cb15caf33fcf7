"""Which rows there are, which values win, and how the definitions judge them."""

import pytest

from tests.miniature import GRONINGEN, VEENDAM, WASTE, sv


def test_rows_per_snapshot(rows):
    by_snapshot = {s: {r["collaboration_id"] for r in rows("collaboration", snapshot=s)} for s in (2017, 2020, 2024)}
    assert by_snapshot[2017] == {sv(n) for n in (1, 2, 3, 5, 6)}
    assert by_snapshot[2020] == {sv(n) for n in (1, 2, 5, 7, 8, 11, 15, 16)}
    # 12 comes from the interim snapshot; 7 is only dissolved; 16 stood in the register of 2023, which feeds nothing.
    assert by_snapshot[2024] == {sv(n) for n in (1, 2, 4, 5, 8, 9, 10, 12, 13, 14, 15)}
    assert rows("collaboration", snapshot=2023) == []


@pytest.mark.parametrize(
    ("number", "attribute", "value"),
    [
        (1, "name", "Veiligheidsregio Noord"),  # register before budget
        (2, "name", "Afval Noord"),  # survey before budget
        (2, "seat", "Veendam"),
        (4, "name", "Regio Deal"),  # programme before budget
        (8, "name", "Omgevingsdienst Noord"),  # decision before register
        (1, "purpose", "Veiligheid in de regio."),
        (4, "goal", "strategic"),
        (1, "statutory_systems", ["safety_region"]),
        (14, "legal_form_group", "unknown"),
        (12, "legal_form_group", "other"),
        (4, "ministry_status", "both"),
        (15, "ministry_status", "state_only"),
        (1, "ministry_status", "none"),
        (4, "province_count", 2),
        (4, "corop_count", 3),
        (4, "spread", "regional"),
        (4, "government_count", 4),
        (4, "municipality_count", 3),
        (4, "non_government_count", 2),
        (4, "sources", ["budget", "programme"]),
        (10, "mention_count", 2),
    ],
)
def test_value(rows, number, attribute, value):
    (row,) = rows("collaboration", snapshot=2024, collaboration_id=sv(number))
    assert row[attribute] == value


def test_the_losing_values_are_kept(rows):
    names = rows("evidence", row_key=f"2024|{sv(2)}", attribute="name")
    assert {(n["value"], n["won"]) for n in names} == {("Afval Noord", True), ("Afvalbedrijf Noord", False)}
    goals = rows("evidence", row_key=f"2024|{sv(4)}", attribute="goal")
    assert {(g["value"], g["won"], g["source_type"]) for g in goals} == {
        ("strategic", True, "rule"),
        ("tactical", False, "rule"),
    }
    (decided,) = rows("evidence", row_key=f"2024|{sv(8)}", source_type="decision", attribute="name")
    assert (decided["source_id"], decided["won"]) == ("0001-004", True)


def test_a_register_of_regions_does_not_name_the_body(warehouse):
    """It has no identifiers of arrangements; its name for a region goes after what an edition wrote."""
    mentions = warehouse.source("mention")
    region = "source = 'edition' and snapshot = 2017"
    warehouse.run(f"update {mentions} set source = 'register', name_written = 'Noord', identifiers = [] where {region}")
    warehouse.run(f"update {mentions} set source = 'edition' where source = 'budget' and snapshot = 2017")
    links = warehouse.source("link")
    warehouse.run(f"update {links} set collaboration_id = '{sv(2)}' where collaboration_id = '{sv(3)}'")
    warehouse.rebuild("int_mention", "int_collaboration_listed", "int_attribute")
    named = "select value from int_attribute where attribute = 'name' and won and snapshot = 2017"
    assert warehouse.run(f"{named} and collaboration_id = '{sv(2)}'") == [("Oude Dienst",)]


def test_every_canonical_value_has_evidence(rows):
    won = {(e["row_key"], e["attribute"], e["value"]) for e in rows("evidence", won=True)}
    for row in rows("collaboration"):
        for attribute in ("name", "seat", "legal_form", "obligation", "goal", "purpose"):
            if row[attribute] is not None:
                assert (f"{row['snapshot']}|{row['collaboration_id']}", attribute, row[attribute]) in won
        for system in row["statutory_systems"]:
            assert (f"{row['snapshot']}|{row['collaboration_id']}", "statutory_systems", system) in won
    for row in rows("participant"):
        key = f"{row['snapshot']}|{row['collaboration_id']}|{row['organisation_id']}"
        assert any(k == key for k, _, _ in won)


def test_a_body_of_two_systems_has_both_and_one_that_people_said_is_of_none_has_none(warehouse):
    coding = warehouse.source("coding")
    warehouse.run(
        f"insert into {coding} select * replace ('health_region' as value) from {coding} where attribute = "
        f"'statutory_system' and collaboration_id = '{sv(1)}' and snapshot = 2024"
    )
    asked = f"select statutory_systems from int_collaboration where collaboration_id = '{sv(1)}' and snapshot = 2024"
    warehouse.rebuild("int_attribute", "int_collaboration")
    assert warehouse.run(asked) == [(["health_region", "safety_region"],)]
    warehouse.run(f"update {coding} set value = 'none' where attribute = 'statutory_system'")
    warehouse.rebuild("int_attribute", "int_collaboration")
    assert warehouse.run(asked) == [([],)]


def test_what_nobody_coded_is_said_to_be_unknown(warehouse):
    coding = warehouse.source("coding")
    warehouse.run(f"update {coding} set chosen = false where collaboration_id = ? and attribute = 'legal_form'", sv(3))
    warehouse.run(f"delete from {coding} where collaboration_id = ? and attribute = 'goal'", sv(3))
    warehouse.rebuild("int_attribute", "int_collaboration")
    (row,) = warehouse.run("select legal_form, goal from int_collaboration where collaboration_id = ?", sv(3))
    assert row == ("onbekend", "unknown")


@pytest.mark.parametrize(
    ("snapshot", "number", "criterion", "met", "basis"),
    [
        (2024, 9, "d1", "yes", "observed"),  # the survey says so
        (2024, 9, "d2", "no", "observed"),
        (2024, 9, "d3", "unknown", "observed"),  # nobody answered
        (2024, 2, "d1", "yes", "observed"),
        (2024, 2, "d3", "yes", "presumed"),  # answers differ, so what may be presumed stands
        (2024, 5, "a", "no", "observed"),  # one government
        (2024, 14, "a", "unknown", "observed"),  # one, and a phrase that may be more
        (2024, 1, "c", "yes", "observed"),
        (2024, 13, "c", "yes", "presumed"),
        (2024, 14, "c", "unknown", "observed"),
        (2024, 13, "d1", "yes", "presumed"),
        (2024, 4, "d1", "yes", "decided"),
        (2024, 4, "d2", "unknown", "observed"),
        (2024, 15, "d4", "yes", "observed"),  # seen in 2020
        (2024, 4, "d4", "unknown", "observed"),
        (2024, 10, "e", "no", "observed"),
        (2024, 9, "e", "yes", "observed"),
        (2020, 15, "reported", "no", "observed"),
        (2017, 5, "government", "yes", "observed"),
        (2017, 5, "a", "no", "observed"),  # the later definition, on an earlier snapshot
    ],
)
def test_criterion(rows, snapshot, number, criterion, met, basis):
    (row,) = rows("criterion", snapshot=snapshot, collaboration_id=sv(number), criterion=criterion)
    assert (row["met"], row["basis"]) == (met, basis)


@pytest.mark.parametrize(
    ("reporter", "source", "claim", "ended", "snapshot", "met"),
    [
        (GRONINGEN, "budget", "denies_existence", None, 2024, "unknown"),  # the budget of another body gainsays it
        (None, "register", "denies_existence", None, 2024, "unknown"),
        (GRONINGEN, "budget", "denies_existence", None, 2023, "unknown"),
        (GRONINGEN, "budget", "dissolved", "2023-07-01", 2024, "unknown"),
        (GRONINGEN, "budget", "dissolved", "2023-07-01", 2023, "no"),  # what was there before does not gainsay an end
        (GRONINGEN, "budget", "dissolved", "2025-07-01", 2024, "yes"),  # it ends after the reference date
        (VEENDAM, "budget", "denies_existence", None, 2024, "no"),  # nobody but who denies it
    ],
)
def test_a_denial_that_others_gainsay_is_held(warehouse, reporter, source, claim, ended, snapshot, met):
    mentions, of = warehouse.source("mention"), "name_written = 'Mobiliteitsfonds' and snapshot = 2024 and claim"
    warehouse.run(
        f"update {mentions} set reporting_organisation_id = ?, source = ?, snapshot = ? where {of} <> ?",
        reporter, source, snapshot, "denies_existence",
    )  # fmt: skip
    warehouse.run(f"update {mentions} set claim = ?, valid_to = ? where {of} = 'denies_existence'", claim, ended)
    warehouse.rebuild("int_mention", "criterion")
    (row,) = warehouse.run(
        "select met, evidence from criterion where snapshot = 2024 and criterion = 'e' and collaboration_id = ?", sv(10)
    )
    assert row[0] == met
    assert (" against mention " in row[1]) == (met == "unknown")


def test_a_denial_of_more_than_gainsay_it_is_followed(warehouse):
    """Two bodies deny what the register alone still lists."""
    mentions, links, of = warehouse.source("mention"), warehouse.source("link"), "name_written = 'Mobiliteitsfonds'"
    warehouse.run(f"update {mentions} set reporting_organisation_id = null, source = 'register' where {of}"
                  " and claim <> 'denies_existence'")  # fmt: skip
    warehouse.run(f"insert into {mentions} select * replace ('m-other' as mention_id, ? as reporting_organisation_id)"
                  f" from {mentions} where {of} and claim = 'denies_existence'", GRONINGEN)  # fmt: skip
    warehouse.run(f"insert into {links} select * replace ('m-other' as mention_id) from {links}"
                  f" where mention_id in (select mention_id from {mentions} where {of} and claim = 'denies_existence')"
                  " limit 1")  # fmt: skip
    warehouse.rebuild("int_mention", "criterion")
    asked = "select met from criterion where snapshot = 2024 and criterion = 'e' and collaboration_id = ?"
    assert warehouse.run(asked, sv(10)) == [("no",)]


def test_a_name_that_a_person_says_is_nobody_here_no_longer_keeps_the_number_of_governments_open(warehouse):
    decisions, link, names = (warehouse.source(t) for t in ("decision", "link", "resolved_participant"))
    ((name,),) = warehouse.run(
        f"select distinct name_written from {names} join {link} using (mention_id)"
        f" where collaboration_id = '{sv(14)}' and organisation_id is null"
    )
    warehouse.run(
        f"insert into {decisions} by name select * replace ('open_name' as kind, 'x/0001-002' as decision_id, 2024 as "
        f"snapshot, '{sv(14)}' as target, ? as attribute, 'abroad' as value, 'active' as status) "
        f"from {decisions} limit 1",
        name,
    )
    warehouse.rebuild("criterion")
    asked = f"select met from criterion where snapshot = 2024 and criterion = 'a' and collaboration_id = '{sv(14)}'"
    assert warehouse.run(asked) == [("no",)]


def test_an_earlier_definition_is_not_asked_of_a_later_snapshot(rows):
    assert rows("criterion", snapshot=2024, definition=2017) == []


def test_counted_and_surely_counted(rows):
    counted = {r["collaboration_id"] for r in rows("collaboration", snapshot=2024, meets_definition=True)}
    surely = {r["collaboration_id"] for r in rows("collaboration", snapshot=2024, all_criteria_met=True)}
    assert counted == {sv(n) for n in (1, 2, 4, 8, 12, 13, 14, 15)}
    assert surely == {sv(n) for n in (1, 2, 8, 13)}


def test_a_new_criterion_is_rows_and_never_silently_yes(warehouse):
    """A later snapshot with a definition of its own: rows in the seeds, no code."""
    warehouse.run("insert into definition values (2028, 'f', 'is open to all', 'staat open voor allen')")
    warehouse.rebuild("criterion")
    answers = warehouse.run("select distinct snapshot, met from criterion where criterion = 'f' order by snapshot")
    assert answers == [(2017, "unknown"), (2020, "unknown"), (2024, "unknown")]


@pytest.mark.parametrize(
    ("name", "counted"),
    [("BNG Bank N.V.", False), ("N.V. Bank Nederlandse Gemeenten", False), ("Kredietbank Noord", True)],
)
def test_shares_in_a_bank_are_no_collaboration(warehouse, name, counted):
    warehouse.run(f"update {warehouse.source('mention')} set name_written = ? where name_written = ?", name, WASTE)
    warehouse.rebuild("int_mention", "int_attribute", "int_collaboration", "criterion", "collaboration")
    where = "snapshot = 2017 and collaboration_id = ?"
    assert warehouse.run(f"select meets_definition from collaboration where {where}", sv(2)) == [(counted,)]
    answers = warehouse.run(f"select met, basis, evidence from criterion where {where} and criterion = 'a'", sv(2))
    assert (
        answers == [("yes", "observed", answers[0][2])] if counted else [("no", "presumed", "shareholding in BNG Bank")]
    )
