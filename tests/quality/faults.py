"""One planted fault per expectation: how to spoil the clean register, and the keys that must be named."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.quality.register import Tables


@dataclass(frozen=True)
class Fault:
    """`spoil` changes the tables in place; `keys` are the failing keys, all of them, in order."""

    spoil: Callable[[Tables], None]
    keys: tuple[str, ...]


def _set(table: str, where: dict, **values) -> Callable[[Tables], None]:
    """Change the rows that match."""

    def spoil(tables: Tables) -> None:
        hit = [r for r in tables[table] if all(r[k] == v for k, v in where.items())]
        assert hit, f"no row of {table} matches {where}"
        for row in hit:
            row.update(values)

    return spoil


def _drop(table: str, **where) -> Callable[[Tables], None]:
    """Take the rows that match away."""

    def spoil(tables: Tables) -> None:
        kept = [r for r in tables[table] if not all(r[k] == v for k, v in where.items())]
        assert len(kept) < len(tables[table]), f"no row of {table} matches {where}"
        tables[table] = kept

    return spoil


def _double(table: str, **where) -> Callable[[Tables], None]:
    """Put the rows that match there twice."""

    def spoil(tables: Tables) -> None:
        tables[table] += [dict(r) for r in tables[table] if all(r[k] == v for k, v in where.items())]

    return spoil


def _add(table: str, **row) -> Callable[[Tables], None]:
    return lambda tables: tables[table].append(row)


def _amounts(by_snapshot: dict[int, list[float]], *fields: str) -> Callable[[Tables], None]:
    """Mentions in budgets of Groningen, one per amount."""

    def spoil(tables: Tables) -> None:
        like = tables["mention"][0]
        for snapshot, amounts in by_snapshot.items():
            of_budget = {"snapshot": snapshot, "source": "budget", "reporting_organisation_id": "gm0014"}
            tables["mention"] += [
                {**like, **of_budget, "mention_id": f"{fields[0]}{snapshot}{number}", **dict.fromkeys(fields, amount)}
                for number, amount in enumerate(amounts)
            ]

    return spoil


def _both(*spoils: Callable[[Tables], None]) -> Callable[[Tables], None]:
    def spoil(tables: Tables) -> None:
        for one in spoils:
            one(tables)

    return spoil


SV1 = {"snapshot": 2024, "collaboration_id": "sv0000001"}
TOTAL = {"figure": "total", "snapshot": 2024}
SHARE = {"figure": "legal_form_group", "snapshot": 2024}
DECISION = {
    "decision_id": "2024/0001-002",
    "role": "beleidsmedewerker",
    "reviewer": "BZK-07",
    "kind": "theme",
    "target": "sv0000001",
    "value": "veiligheid",
    "reason": "begroting 2024",
    "status": "active",
}
GONE = {
    "snapshot": 2024,
    "source": "budget",
    "organisation_id": "gm0014",
    "delivery_id": "d0000007",
    "file_name": "budgets/2024/gm0014_begroting.pdf",
    "mentions_released": 0,
    "mentions_before": 3,
}

BUDGET = {"snapshot": 2024, "source": "budget", "organisation_id": "gm0037"}

FORM = {
    "snapshot_before": 2020,
    "snapshot": 2024,
    "attribute": "legal_form",
    "source": "all",
    "category": "openbaar_lichaam",
    "count_before": 31,
    "total_before": 100,
    "count": 2,
    "total": 100,
    "difference": -0.29,
    "p_value": 1e-8,
    "p_corrected": 1e-6,
}

FAULTS = {
    "counted_meets_every_criterion": Fault(
        _set("criterion", {**SV1, "criterion": "d2"}, met="no"), ("2024|sv0000001|2024|d2",)
    ),
    "not_counted_has_a_reason": Fault(_set("collaboration", SV1, meets_definition=False), ("2024|sv0000001",)),
    "every_criterion_answered": Fault(_drop("criterion", **SV1, criterion="e"), ("2024|sv0000001|2024|e",)),
    "counted_has_a_government": Fault(_set("collaboration", SV1, government_count=0), ("2024|sv0000001",)),
    "one_to_eight_themes": Fault(_drop("theme", **SV1), ("2024|sv0000001",)),
    "mention_id_unique": Fault(_double("mention", mention_id="m20241"), ("m20241",)),
    "collaboration_unique": Fault(_double("collaboration", **SV1), ("2024|sv0000001",)),
    "participant_unique": Fault(_double("participant", **SV1, organisation_id="gm0014"), ("2024|sv0000001|gm0014",)),
    "collaboration_id_well_formed": Fault(
        _set("collaboration_identity", {"collaboration_id": "sv0000001"}, collaboration_id="sv1"), ("sv1",)
    ),
    "participant_has_collaboration": Fault(
        _drop("collaboration", **SV1), ("2024|sv0000001|gm0014", "2024|sv0000001|gm0037")
    ),
    "theme_has_collaboration": Fault(_drop("collaboration", **SV1), ("2024|sv0000001|veiligheid",)),
    "link_has_mention": Fault(_drop("mention", mention_id="m20241"), ("m20241",)),
    "mention_has_accepted_delivery": Fault(
        _both(
            _set("delivery", {"delivery_id": "d0000002"}, status="withdrawn"),
            _set("mention", {"mention_id": "m20241"}, delivery_id="d0000002"),
            _set("mention", {"mention_id": "m20242"}, delivery_id="d0000009"),
        ),
        ("m20241", "m20242"),
    ),
    "mention_has_link": Fault(_drop("link", mention_id="m20241"), ("m20241",)),
    "link_has_identity": Fault(
        _drop("collaboration_identity", collaboration_id="sv0000001"), ("m20171", "m20201", "m20241")
    ),
    "collaboration_has_mention": Fault(
        _drop("link", collaboration_id="sv0000001"), ("2017|sv0000001", "2020|sv0000001", "2024|sv0000001")
    ),
    "evidence_has_mention": Fault(
        _set("evidence", {"row_key": "2024|sv0000001"}, source_id="m0"),
        ("collaboration|2024|sv0000001|name|Veiligheidsregio Noord|m0",),
    ),
    "organisation_existed": Fault(
        _drop("organisation_snapshot", snapshot=2024, organisation_id="gm0037"),
        ("2024|sv0000001|gm0037", "2024|sv0000002|gm0037"),
    ),
    "member_counts_add_up": Fault(
        _set("participant", {**SV1, "organisation_id": "gm0037"}, counted=False), ("2024|sv0000001",)
    ),
    "one_region_per_system": Fault(
        _set("participant", {**SV1, "organisation_id": "gm0037"}, counted=False), ("2024|safety_region|gm0037",)
    ),
    "budgets_received": Fault(
        _set("expected_delivery", {"snapshot": 2024, "source": "budget"}, status="empty"),
        ("2024|budget|gm0014|empty", "2024|budget|gm0037|empty"),
    ),
    "every_budget_accounted_for": Fault(_set("expected_delivery", BUDGET, status="held"), ("2024|budget|gm0037|held",)),
    "survey_answered": Fault(
        _set("expected_delivery", {"source": "survey"}, status="missing"),
        ("2024|survey|gm0014|missing", "2024|survey|gm0037|missing"),
    ),
    "national_sources_received": Fault(
        _set("expected_delivery", {"snapshot": 2020, "source": "register"}, status="missing"),
        ("2020|register|missing",),
    ),
    "whole_scope_expected": Fault(_drop("expected_delivery", **BUDGET), ("2024|budget|gm0037",)),
    "files_end_whole": Fault(
        _set("expected_delivery", BUDGET, cut_files=["budget-2024-gm0037.csv"]), ("budget|budget-2024-gm0037.csv",)
    ),
    "one_file_one_snapshot": Fault(
        _set("delivery", {"delivery_id": "d0000002"}, sha256="d0000001" * 8),
        ("budget|2017|gm0014|d0000001.csv", "budget|2024|gm0014|d0000002.csv"),
    ),
    "budget_is_of_its_year": Fault(
        _set("expected_delivery", BUDGET, stated_years=[2017]), ("2024|gm0037|2017|budget-2024-gm0037.csv",)
    ),
    "budget_is_of_its_body": Fault(
        _set("expected_delivery", BUDGET, other_body="Gemeente Elders"), ("2024|gm0037|Gemeente Elders",)
    ),
    "source_tells_as_much_as_before": Fault(
        _set("expected_delivery", {"snapshot": 2020, "source": "register"}, mentions=7), ("2020|register|2017",)
    ),
    "body_tells_as_much_as_before": Fault(_set("expected_delivery", BUDGET, mentions=4), ("2024|budget|gm0037",)),
    "source_tells_as_much_as_released": Fault(
        _set("expected_delivery", BUDGET, mentions=7, mentions_released=10), ("2024|budget",)
    ),
    "register_parts_fit": Fault(
        _add("quarantine", quarantine_id="q1", row_table="mention", row_key="x", reason="orphan_row", detail="x"),
        ("register",),
    ),
    "register_in_force_not_empty": Fault(_drop("register_in_force", snapshot=2020), ("2020",)),
    "organisation_takes_part": Fault(
        _set("participant", {"snapshot": 2024, "organisation_id": "gm0037"}, counted=False), ("2024|gm0037",)
    ),
    "nothing_gone_since": Fault(
        _both(
            _add("reported_before", **GONE),
            _add("reported_before", **{**GONE, "delivery_id": "d0000008", "file_name": "ingetrokken.csv"}),
            _add("decision", **{**DECISION, "kind": "delivery", "target": "d0000008", "value": "withdrawn"}),
        ),
        ("2024|budget|gm0014|d0000007|budgets/2024/gm0014_begroting.pdf",),
    ),
    "nothing_refused": Fault(
        _add(
            "refusal",
            refusal_id="rf1",
            stage="reading",
            file_name="a.pdf",
            locator="document",
            reason="corrupt",
            detail="x",
        ),
        ("rf1",),
    ),
    "decisions_applied": Fault(_add("decision", **{**DECISION, "status": "stale"}), ("2024/0001-002",)),
    "participants_resolved": Fault(
        _set(
            "resolved_participant", {"mention_id": "m20241", "position": 1}, organisation_id=None, method="unresolved"
        ),
        ("m20241|1",),
    ),
    "legal_form_known": Fault(
        _set("collaboration", SV1, legal_form="onbekend", legal_form_group="unknown"), ("2024|sv0000001",)
    ),
    "themes_seen_by_people": Fault(_set("theme", {"snapshot": 2024}, coder="rule", reviewed=False), ("2024",)),
    "something_counted": Fault(lambda tables: tables["figure"].clear(), ("figure",)),
    "changed_sources_declared": Fault(_drop("series_break", from_snapshot=2024), ("2024",)),
    "break_flags_cells": Fault(_set("figure", TOTAL, obs_status="A"), ("total|2024|all",)),
    "total_moves_within_bounds": Fault(
        _both(_drop("series_break_figure", figure="total"), _set("figure", TOTAL, numerator=3.0, value=3.0)),
        ("total|2024|all",),
    ),
    "interim_not_published": Fault(_set("figure", TOTAL, snapshot=2023), ("total|2023|all",)),
    "closure": Fault(
        _both(
            _set("figure", TOTAL, numerator=3.0, value=3.0),
            _set("closure", TOTAL, stated=3.0, difference=1.0),
        ),
        ("total|2024|all|numerator",),
    ),
    "every_cell_in_closure": Fault(_drop("closure", **TOTAL), ("total|2024|all",)),
    "figures_have_members": Fault(_drop("figure_member", **TOTAL), ("total|2024|all",)),
    "members_are_rows": Fault(
        _set("figure_member", {**TOTAL, "row_key": "2024|sv0000001"}, row_key="2024|sv0000009"),
        ("total|2024|all|numerator|collaboration|2024|sv0000009",),
    ),
    "value_follows_formula": Fault(_set("figure", SHARE, value=50.0), ("legal_form_group|2024|wgr",)),
    "shares_within_bounds": Fault(_set("figure", SHARE, value=101.0), ("legal_form_group|2024|wgr",)),
    "stock_and_flow": Fault(
        _set("stock_flow", {"to_snapshot": 2024, "legal_form_group": "all"}, first_seen=1, difference=-1),
        ("2020|2024|all",),
    ),
    "stocks_are_counts": Fault(
        _set("stock_flow", {"to_snapshot": 2024, "legal_form_group": "wgr"}, stock_after=3), ("2020|2024|wgr",)
    ),
    "shares_move_within_bounds": Fault(
        _add("share_shift", **FORM), ("2024|legal_form|all|openbaar_lichaam|31% -> 2%",)
    ),
    "sizes_move_within_bounds": Fault(
        _add("share_shift", **{**FORM, "attribute": "size", "category": "over 20"}), ("2024|all|over 20|31% -> 2%",)
    ),
    "amounts_keep_their_magnitude": Fault(
        _amounts({2017: [1e6, 2e6, 3e6, 4e6, 5e6], 2024: [1e9, 2e9, 3e9, 4e9, 5e9]}, "equity_end"),
        ("2024|gm0014|equity_end|x 1e+03",),
    ),
    "amounts_differ_between_parties": Fault(
        _amounts({2017: [0.0, 0.0, 0.0, 0.0, 1.0, 2.0], 2024: [7.0, 7.0, 7.0, 7.0, 1.0, 2.0]}, "result"),
        ("2024|gm0014|result",),
    ),
    "signs_are_possible": Fault(
        _both(
            _amounts({2017: [-1.0, 2.0, 3.0, 4.0, 5.0], 2024: [-1.0, -2.0, 3.0, 4.0, 5.0]}, "debt_end"),
            _amounts({2017: [-1.0, -2.0, 3.0, 4.0, 5.0], 2024: [-1.0, -2.0, -3.0, 4.0, 5.0]}, "equity_end"),
        ),
        ("2024|gm0014|debt_end", "2024|gm0014|equity_end"),
    ),
    "year_changes_something": Fault(
        _amounts({2024: [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]}, "equity_begin", "equity_end"), ("2024|gm0014",)
    ),
    "no_email_addresses": Fault(
        _set("mention", {"mention_id": "m20241"}, purpose_written="Vragen: j.jansen@gemeente.nl."),
        ("mention|m20241|purpose_written",),
    ),
    "no_telephone_numbers": Fault(
        _set("mention", {"mention_id": "m20241"}, participants_written=["Groningen", "bel 050-3181234"]),
        ("mention|m20241|participants_written",),
    ),
    "no_personal_titles": Fault(
        _set("collaboration", SV1, purpose="Bestuur onder leiding van drs. A. Jansen"),
        ("collaboration|2024|sv0000001|purpose",),
    ),
    "reviewer_is_a_code": Fault(_add("decision", **{**DECISION, "reviewer": "Jansen"}), ("2024/0001-002",)),
}
