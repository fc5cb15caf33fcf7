"""Planted faults of the suite comparability."""

from datetime import date

from tests.quality.faults.spoiling import TOTAL, Fault, add, both, change, drop, mentions

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

WGR = {"figure": "legal_form_group", "category": "wgr"}

EDITION = {"source": "edition", "snapshot": 2024}


def _programmes(ministries: dict[int, tuple[str, ...]]):
    """Three programmes, the same in each snapshot, of these ministries."""

    def spoil(tables) -> None:
        before = len(tables["resolved_participant"])
        rows = ({"source": "programme", "snapshot": s, "name_written": f"P {n}", "organisations": of}
                for s, of in ministries.items() for n in range(3))  # fmt: skip
        mentions(*rows)(tables)
        for row in tables["resolved_participant"][before:]:
            row["kind"] = "ministry"

    return spoil


FAULTS = {
    "editions_change_over_the_years": Fault(
        mentions(
            *(
                {"source": "edition", "snapshot": s, "name_written": f"Regio {n}", "seat_written": f"Plaats {n}"}
                for s in (2017, 2020)
                for n in range(10)
            )
        ),
        ("2020|edition|10 of 10",),
    ),
    "growth_adds_up": Fault(change("growth_part", {"part": "total"}, least=1, most=1), ("2020|2024",)),
    "changed_sources_declared": Fault(drop("series_break", from_snapshot=2024), ("2024",)),
    "break_flags_cells": Fault(change("figure", TOTAL, obs_status="A"), ("total|2024|all",)),
    "counts_move_as_explained": Fault(
        change("figure", TOTAL, numerator=60.0, value=60.0), ("total|2024|all|2 -> 60|0.90 to 1.34",)
    ),
    "shares_move_as_explained": Fault(
        both(
            change("figure", WGR, numerator=400.0, denominator=400.0),
            change("figure", {**WGR, "snapshot": 2024}, numerator=40.0, denominator=400.0, value=10.0),
        ),
        ("legal_form_group|2024|wgr|100% -> 10%|-3 to +0",),
    ),
    "interim_not_published": Fault(change("figure", TOTAL, snapshot=2023), ("total|2023|all",)),
    "shares_move_within_bounds": Fault(add("share_shift", **FORM), ("2024|legal_form|all|openbaar_lichaam|31% -> 2%",)),
    "sizes_move_within_bounds": Fault(
        add("share_shift", **{**FORM, "attribute": "size", "category": "over 20"}), ("2024|all|over 20|31% -> 2%",)
    ),
    "no_participant_in_every_list": Fault(
        mentions(*({**EDITION, "organisations": ("gm0014", f"gm{n}")} for n in range(30))),
        ("2024|edition|gm0014|30 of 30",),
    ),
    "texts_differ": Fault(
        mentions(*({**EDITION, "purpose_written": "Alles"} for n in range(10))),
        ("2024|edition|end of purpose|alles", "2024|edition|purpose|alles"),
    ),
    "seats_differ": Fault(
        mentions(*({**EDITION, "purpose_written": None, "seat_written": "Assen"} for n in range(10))),
        ("2024|edition|assen",),
    ),
    "fields_filled_as_before": Fault(
        mentions(
            *(
                {**EDITION, "snapshot": s, "seat_written": seat}
                for s, seat in ((2020, "Assen"), (2024, None))
                for n in range(8)
            )
        ),
        ("2024|edition|seat|100% -> 0%",),
    ),
    "names_go_on": Fault(
        mentions(*({**EDITION, "snapshot": s, "name_written": f"{s} {n}"} for s in (2020, 2024) for n in range(8))),
        ("2024|edition|0 of 8",),
    ),
    "budgets_change_over_the_years": Fault(
        mentions(
            *(
                {"source": "budget", "reporting_organisation_id": "gm0014", "snapshot": s, "name_written": f"Naam {n}"}
                for s in (2017, 2024)
                for n in range(30)
            )
        ),
        ("2024|budget|30 of 30",),
    ),
    "register_is_recent": Fault(
        change("mention", {"mention_id": "m20241"}, valid_from=date(2019, 1, 1)), ("2024|register|2019-01-01",)
    ),
    "forms_are_known": Fault(
        mentions(*({**EDITION, "legal_form_written": "blauw"} for n in range(5))), ("2024|edition|5 of 5|blauw",)
    ),
    "themes_are_known": Fault(
        both(
            change("theme", {"snapshot": 2024}, coder="rule"),
            lambda tables: tables["theme"].extend(
                {**tables["theme"][0], "snapshot": 2024, "collaboration_id": f"sv{n}", "coder": "rule"}
                for n in range(5)
            ),
            mentions(*({**EDITION, "collaboration_id": f"sv{n}", "themes_written": ["7"]} for n in range(5))),
        ),
        ("2024|5 of 5|7",),
    ),
    "lists_as_long_as_before": Fault(
        mentions(
            *(
                {**EDITION, "snapshot": s, "participants_written": ["Assen"] * length}
                for s, length in ((2020, 6), (2024, 3))
                for n in range(8)
            )
        ),
        ("2024|edition|6.0 -> 3.0",),
    ),
    "seats_are_places": Fault(
        mentions({**EDITION, "seat_written": "Het uitvoeren van taken voor allen"}),
        ("2024|edition|Het uitvoeren van taken voor allen",),
    ),
    "fields_filled_nearly_as_before": Fault(
        mentions(
            *(
                {**EDITION, "snapshot": s, "seat_written": "Assen" if n < told else None}
                for s, told in ((2020, 8), (2024, 6))
                for n in range(8)
            )
        ),
        ("2024|edition|seat|100% -> 75%",),
    ),
    "numbers_keep_their_names": Fault(
        mentions(
            *(
                {**EDITION, "snapshot": s, "name_written": f"{s} {n}", "identifiers": [f"nr:{n}"]}
                for s in (2020, 2024)
                for n in range(8)
            )
        ),
        ("2024|edition|0 of 8",),
    ),
    "programmes_keep_their_ministries": Fault(
        _programmes({2020: ("mnre1034",), 2024: ("mnre1045",)}), ("2024|programme|0 of 3",)
    ),
    "programmes_of_as_many_ministries": Fault(
        _programmes({2020: ("mnre1034",), 2024: ("mnre1034", "mnre1045")}), ("2024|programme|1.0 -> 2.0",)
    ),
    "no_group_of_forms_vanishes": Fault(
        lambda tables: (
            mentions({**EDITION, "snapshot": 2020}, EDITION)(tables),
            tables["evidence"].extend(
                {
                    **tables["evidence"][0],
                    "row_key": f"{s}|sv{n}",
                    "attribute": "legal_form",
                    "value": value,
                    "source_id": id_,
                }
                for s, id_, values in (
                    (2020, tables["mention"][-2]["mention_id"], ["nv"] * 20),
                    (2024, tables["mention"][-1]["mention_id"], ["nv"] + ["openbaar_lichaam"] * 19),
                )
                for n, value in enumerate(values)
            ),
        ),
        ("2024|edition|private|100% -> 5%",),
    ),
}
