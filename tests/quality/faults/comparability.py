"""Planted faults of the suite comparability."""

from tests.quality.faults.spoiling import TOTAL, Fault, add, both, change, drop

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
    "growth_adds_up": Fault(change("growth_part", {"part": "total"}, least=1, most=1), ("2020|2024",)),
    "changed_sources_declared": Fault(drop("series_break", from_snapshot=2024), ("2024",)),
    "break_flags_cells": Fault(change("figure", TOTAL, obs_status="A"), ("total|2024|all",)),
    "total_moves_within_bounds": Fault(
        both(drop("series_break_figure", figure="total"), change("figure", TOTAL, numerator=3.0, value=3.0)),
        ("total|2024|all",),
    ),
    "interim_not_published": Fault(change("figure", TOTAL, snapshot=2023), ("total|2023|all",)),
    "shares_move_within_bounds": Fault(add("share_shift", **FORM), ("2024|legal_form|all|openbaar_lichaam|31% -> 2%",)),
    "sizes_move_within_bounds": Fault(
        add("share_shift", **{**FORM, "attribute": "size", "category": "over 20"}), ("2024|all|over 20|31% -> 2%",)
    ),
}
