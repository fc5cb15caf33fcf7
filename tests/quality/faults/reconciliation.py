"""Planted faults of the suite reconciliation."""

from tests.quality.faults.spoiling import TOTAL, Fault, both, change, drop, mentions

SHARE = {"figure": "legal_form_group", "snapshot": 2024}

RESPONSE = {"source": "survey", "snapshot": 2024, "reporting_organisation_id": "gm0014"}


def _differ(attribute: str, sources: tuple[str, str] = ("edition", "register"), number: int = 8):
    """Two sources that say another value of each of so many collaborations."""

    def spoil(tables) -> None:
        mentions(*({"source": source, "snapshot": 2024} for source in sources))(tables)
        like, said = tables["evidence"][0], [m["mention_id"] for m in tables["mention"][-2:]]
        tables["evidence"] += [
            {**like, "row_key": f"2024|sv{n}", "attribute": attribute, "value": id_, "source_id": id_}
            for n in range(number)
            for id_ in said
        ]

    return spoil


FAULTS = {
    "closure": Fault(
        both(
            change("figure", TOTAL, numerator=3.0, value=3.0),
            change("closure", TOTAL, stated=3.0, difference=1.0),
        ),
        ("total|2024|all|numerator",),
    ),
    "every_cell_in_closure": Fault(drop("closure", **TOTAL), ("total|2024|all",)),
    "figures_have_members": Fault(drop("figure_member", **TOTAL), ("total|2024|all",)),
    "members_are_rows": Fault(
        change("figure_member", {**TOTAL, "row_key": "2024|sv0000001"}, row_key="2024|sv0000009"),
        ("total|2024|all|numerator|collaboration|2024|sv0000009",),
    ),
    "value_follows_formula": Fault(change("figure", SHARE, value=50.0), ("legal_form_group|2024|wgr",)),
    "missing_is_told_by_its_status": Fault(change("figure", TOTAL, obs_status="O", value=None), ("total|2024|all",)),
    "every_cell_has_its_saying": Fault(change("figure_saying", TOTAL, says_not_nl=""), ("total|2024|all",)),
    "known_inconsistencies_found": Fault(drop("claim_check", rule="overlap"), ("A8",)),
    "newest_publication_reproduced": Fault(
        change("published_comparison", TOTAL, value=3.0, outcome="differs"), ("sb2025|total|2024|all|2|3",)
    ),
    "restatements_accepted": Fault(
        change("restated_cell", TOTAL, value=3.0, move=1.0, outcome="unaccepted"), ("total|2024|all|2.0 -> 3.0",)
    ),
    "errors_within_their_bounds": Fault(
        change("error_rate", {"stratum": "rule"}, errors=21), ("0001-legal_form|rule|any",)
    ),
    "coders_agree": Fault(change("audit_agreement", {}, kappa=0.4), ("0001-legal_form",)),
    "shares_within_measured_errors": Fault(
        change("corrected_share", {}, lower=60.0, upper=90.0), ("legal_form_group|2024|wgr|100.0, 60.0 to 90.0",)
    ),
    "shares_within_bounds": Fault(change("figure", SHARE, value=101.0), ("legal_form_group|2024|wgr",)),
    "stock_and_flow": Fault(
        change("stock_flow", {"to_snapshot": 2024, "legal_form_group": "all"}, first_seen=1, difference=-1),
        ("2020|2024|all",),
    ),
    "stocks_are_counts": Fault(
        change("stock_flow", {"to_snapshot": 2024, "legal_form_group": "wgr"}, stock_after=3), ("2020|2024|wgr",)
    ),
    "sources_agree_on_forms": Fault(_differ("legal_form"), ("2024|edition|0 of 8", "2024|register|0 of 8")),
    "sources_agree_on_seats": Fault(_differ("seat"), ("2024|edition|0 of 8", "2024|register|0 of 8")),
    "respondents_agree_on_themes": Fault(
        mentions(
            *(
                {
                    **RESPONSE,
                    "reporting_organisation_id": body,
                    "collaboration_id": f"sv{n}",
                    "themes_written": [theme],
                    "name_written": f"Naam {n}",
                }
                for n in range(8)
                for body, theme in (("gm0014", "a"), ("gm0037", "b"))
            )
        ),
        ("2024|survey|8 of 8",),
    ),
    "survey_agrees_with_own_budget": Fault(
        mentions(
            *(
                {**RESPONSE, "collaboration_id": f"sv{n}", "source": source, "claim": claim}
                for n in range(3)
                for source, claim in (("budget", "participates"), ("survey", "denies_participation"))
            )
        ),
        ("2024|gm0014|3 of 3",),
    ),
    "responses_do_not_contradict_themselves": Fault(
        mentions(*({**RESPONSE, "name_written": "Naam", "claim": c} for c in ("participates", "denies_participation"))),
        ("2024|survey|gm0014",),
    ),
    "no_totals_among_collaborations": Fault(
        change("mention", {"mention_id": "m20241"}, name_written="Totaal"), ("2024|register||row=1|Totaal",)
    ),
    "edition_agrees_with_budgets_on_forms": Fault(
        _differ("legal_form", ("edition", "budget"), 20), ("2024|edition|0 of 20",)
    ),
    "responses_agree_on_numbers": Fault(
        mentions(
            *(
                {
                    **RESPONSE,
                    "reporting_organisation_id": body,
                    "identifiers": [f"nr:{n}"],
                    "name_written": f"{body} {n}",
                }
                for body in ("gm0014", "gm0037")
                for n in range(8)
            )
        ),
        ("2024|survey|0 of 8",),
    ),
}
