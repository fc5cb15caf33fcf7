"""Planted faults of the suite coverage."""

from datetime import date

from tests.quality.faults.spoiling import DECISION, SV1, Fault, add, both, change, drop, mentions

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

SECOND = {
    "delivery_id": "d0000009", "source": "budget", "organisation_ids": ["gm0014"], "snapshots": [2024],
    "received_on": date(2025, 2, 1), "status": "held",
}  # fmt: skip

RESPONSE = {"source": "survey", "snapshot": 2024, "reporting_organisation_id": "gm0037"}

_DAY = {"system": "safety_region", "organisation_id": "gm0014", "bodies": 1, "names": ["sv0000001"]}


FAULTS = {
    "sheets_are_shown": Fault(
        add(
            "quarantine",
            quarantine_id="q1",
            row_table="delivery",
            row_key="d0000003",
            snapshot=2024,
            reason="hidden_part",
            detail="blad",
            file_name="antwoord.xlsx",
            locator="sheet=Blad1",
        ),
        ("antwoord.xlsx|sheet=Blad1",),
    ),
    "web_pages_end": Fault(
        change("expected_delivery", BUDGET, unclosed_files=["budget-2024-gm0037.csv"]),
        ("2024|gm0037|budget-2024-gm0037.csv",),
    ),
    "budgets_are_final": Fault(
        change("expected_delivery", BUDGET, draft_words=["concept"]), ("2024|gm0037|concept|budget-2024-gm0037.csv",)
    ),
    "no_draft_beside_a_final": Fault(
        add("delivery", **SECOND, file_name="gm0014_begroting_concept.pdf", sha256="9" * 64),
        ("2024|gm0014|gm0014_begroting_concept.pdf",),
    ),
    "no_document_stands_for_two": Fault(
        add("delivery", **{**SECOND, "organisation_ids": ["gm0037"]}, file_name="b.pdf", sha256="d0000002" * 8),
        ("b.pdf d0000002.csv",),
    ),
    "held_deliveries_are_decided": Fault(
        add("delivery", **SECOND, file_name="b.pdf", sha256="9" * 64), ("budget|gm0014|b.pdf",)
    ),
    "delivered_files_can_be_read": Fault(
        change("expected_delivery", BUDGET, status="refused"), ("2024|budget|gm0037|budget-2024-gm0037.csv",)
    ),
    "nothing_is_turned_away_for_its_name": Fault(
        add(
            "refusal",
            refusal_id="r1",
            delivery_id="d9",
            file_name="gm9999_begroting.pdf",
            locator="document",
            reason="unknown_organisation",
            detail="gm9999 is er niet",
        ),
        ("gm9999_begroting.pdf|unknown_organisation",),
    ),
    "one_region_between_snapshots": Fault(
        both(
            add("region_at_date", day=date(2023, 1, 1), **_DAY),
            add("region_at_date", **{**_DAY, "day": date(2024, 1, 1), "bodies": 0, "names": []}),
        ),
        ("2024-01-01|safety_region|gm0014|in none",),
    ),
    "estimates_have_assumptions": Fault(
        change("coverage_estimate", {"odds_ratio": 2.0}, assumption_nl=""), ("2024|register|all|all",)
    ),
    "budgets_received": Fault(
        change("expected_delivery", {"snapshot": 2024, "source": "budget"}, status="empty"),
        ("2024|budget|gm0014|empty", "2024|budget|gm0037|empty"),
    ),
    "every_budget_accounted_for": Fault(
        change("expected_delivery", BUDGET, status="held"), ("2024|budget|gm0037|held",)
    ),
    "survey_answered": Fault(
        change("expected_delivery", {"source": "survey"}, status="missing"),
        ("2024|survey|gm0014|missing", "2024|survey|gm0037|missing"),
    ),
    "national_sources_received": Fault(
        change("expected_delivery", {"snapshot": 2020, "source": "register"}, status="missing"),
        ("2020|register|missing",),
    ),
    "whole_scope_expected": Fault(drop("expected_delivery", **BUDGET), ("2024|budget|gm0037",)),
    "files_end_whole": Fault(
        change("expected_delivery", BUDGET, cut_files=["budget-2024-gm0037.csv"]), ("budget|budget-2024-gm0037.csv",)
    ),
    "one_file_one_snapshot": Fault(
        change("delivery", {"delivery_id": "d0000002"}, sha256="d0000001" * 8),
        ("budget|2017|gm0014|d0000001.csv", "budget|2024|gm0014|d0000002.csv"),
    ),
    "budget_is_of_its_year": Fault(
        change("expected_delivery", BUDGET, stated_years=[2017]), ("2024|gm0037|2017|budget-2024-gm0037.csv",)
    ),
    "budget_is_of_its_body": Fault(
        change("expected_delivery", BUDGET, other_body="Gemeente Elders"), ("2024|gm0037|Gemeente Elders",)
    ),
    "source_tells_as_much_as_before": Fault(
        change("expected_delivery", {"snapshot": 2020, "source": "register"}, mentions=7), ("2020|register|2017",)
    ),
    "body_tells_as_much_as_before": Fault(change("expected_delivery", BUDGET, mentions=4), ("2024|budget|gm0037",)),
    "source_tells_as_much_as_released": Fault(
        change("expected_delivery", BUDGET, mentions=7, mentions_released=10), ("2024|budget",)
    ),
    "register_parts_fit": Fault(
        add("quarantine", quarantine_id="q1", row_table="mention", row_key="x", reason="orphan_row", detail="x"),
        ("register",),
    ),
    "register_in_force_not_empty": Fault(drop("register_in_force", snapshot=2020), ("2020",)),
    "organisation_takes_part": Fault(
        change("participant", {"snapshot": 2024, "organisation_id": "gm0037"}, counted=False), ("2024|gm0037",)
    ),
    "nothing_gone_since": Fault(
        both(
            add("reported_before", **GONE),
            add("reported_before", **{**GONE, "delivery_id": "d0000008", "file_name": "ingetrokken.csv"}),
            add("decision", **{**DECISION, "kind": "delivery", "target": "d0000008", "value": "withdrawn"}),
        ),
        ("2024|budget|gm0014|d0000007|budgets/2024/gm0014_begroting.pdf",),
    ),
    "nothing_refused": Fault(
        add(
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
    "decisions_applied": Fault(add("decision", **{**DECISION, "status": "stale"}), ("2024/0001-002",)),
    "participants_resolved": Fault(
        change(
            "resolved_participant", {"mention_id": "m20241", "position": 1}, organisation_id=None, method="unresolved"
        ),
        ("m20241|1",),
    ),
    "legal_form_known": Fault(
        change("collaboration", SV1, legal_form="onbekend", legal_form_group="unknown"), ("2024|sv0000001",)
    ),
    "themes_seen_by_people": Fault(change("theme", {"snapshot": 2024}, coder="rule", reviewed=False), ("2024",)),
    "something_counted": Fault(lambda tables: tables["figure"].clear(), ("figure",)),
    "source_tells_no_more_than_twice_as_much": Fault(
        change("expected_delivery", {"snapshot": 2020, "source": "register"}, mentions=27),
        ("2020|register|2017|10 -> 27",),
    ),
    "body_tells_as_its_like": Fault(
        both(
            change("expected_delivery", BUDGET, mentions=60),
            add(
                "expected_delivery",
                **{
                    **BUDGET,
                    "organisation_id": "gm0047",
                    "kind": "municipality",
                    "status": "received",
                    "mentions": 10,
                    "snapshot_before": 2017,
                    "mentions_before": 10,
                },
            ),
        ),
        ("2024|budget|gm0037|10 -> 60",),
    ),
    "budgets_list_what_others_name": Fault(
        mentions(
            *(
                {"source": "edition", "snapshot": 2024, "collaboration_id": f"sv{n}", "organisations": ("gm0014",)}
                for n in range(20)
            ),
            {
                "source": "budget",
                "snapshot": 2024,
                "reporting_organisation_id": "gm0014",
                "collaboration_id": "sv1",
                "claim": "participates",
                "organisations": ("gm0014",),
            },
        ),
        ("2024|budget|1 of 22",),
    ),
    "survey_goes_on": Fault(
        mentions(*({**RESPONSE, "reporting_organisation_id": f"gm{n}", "claim": "dissolved"} for n in range(10))),
        ("2024|survey|10 of 10",),
    ),
    "response_goes_on": Fault(
        mentions(*({**RESPONSE, "claim": "denies_participation"} for n in range(8))), ("2024|survey|gm0037|8 of 8",)
    ),
    "received_when_it_could_be": Fault(
        both(
            change("delivery", {"delivery_id": "d0000002"}, received_on=date(2091, 1, 1)),
            change("delivery", {"delivery_id": "d0000003"}, received_on=date(2009, 1, 1)),
        ),
        ("budget|d0000002.csv|2091-01-01", "survey|d0000003.csv|2009-01-01"),
    ),
    "survey_adds_something": Fault(
        mentions(*({**RESPONSE, "identifiers": [f"nr:{n}"]} for n in range(40))), ("2024|survey|0 of 40",)
    ),
    "responses_are_of_their_body": Fault(
        add(
            "raw_finding",
            delivery_id="d0000003",
            source="survey",
            file_name="antwoord.xlsx",
            locator="cell=B2",
            finding="of_another_body",
            detail="",
            list_rows=40,
        ),
        ("antwoord.xlsx|cell=B2",),
    ),
    "editions_are_of_the_year_in_their_name": Fault(
        lambda tables: tables["delivery"].append(
            {
                **tables["delivery"][0],
                "delivery_id": "d0000009",
                "sha256": "d0000009" * 8,
                "source": "edition",
                "organisation_ids": [],
                "snapshots": [2024],
                "file_name": "editie-2023.xlsx",
            }
        ),
        ("edition|editie-2023.xlsx|2024",),
    ),
    "statutory_systems_are_complete": Fault(
        lambda tables: tables["organisation_snapshot"].extend(
            {"snapshot": 2017, "organisation_id": f"gm9{n:03}", "kind": "municipality", "name": "x", "in_scope": True}
            for n in range(300)
        ),
        (
            "2017|care_safety_house|0 of 33",
            "2017|environment_service|0 of 29",
            "2017|health_region|1 of 25",
            "2017|labour_market_region|0 of 35",
            "2017|safety_region|1 of 25",
        ),
    ),
}
