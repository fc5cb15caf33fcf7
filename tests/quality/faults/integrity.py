"""Planted faults of the suite integrity."""

from tests.quality.faults.spoiling import SV1, Fault, both, change, double, drop, mentions


def _found(*found: tuple[str, str, str], source: str = "register"):
    """Findings in a list of twenty rows: place, finding and what it is about."""

    def spoil(tables) -> None:
        tables["raw_finding"] += [
            {"delivery_id": "d0000004", "source": source, "file_name": "lijst.csv", "locator": place,
             "finding": finding, "detail": detail, "list_rows": 20}
            for place, finding, detail in found
        ]  # fmt: skip

    return spoil


FAULTS = {
    "mention_id_unique": Fault(double("mention", mention_id="m20241"), ("m20241",)),
    "collaboration_unique": Fault(double("collaboration", **SV1), ("2024|sv0000001",)),
    "participant_unique": Fault(double("participant", **SV1, organisation_id="gm0014"), ("2024|sv0000001|gm0014",)),
    "collaboration_id_well_formed": Fault(
        change("collaboration_identity", {"collaboration_id": "sv0000001"}, collaboration_id="sv1"), ("sv1",)
    ),
    "participant_has_collaboration": Fault(
        drop("collaboration", **SV1), ("2024|sv0000001|gm0014", "2024|sv0000001|gm0037")
    ),
    "theme_has_collaboration": Fault(drop("collaboration", **SV1), ("2024|sv0000001|veiligheid",)),
    "link_has_mention": Fault(drop("mention", mention_id="m20241"), ("m20241",)),
    "mention_has_accepted_delivery": Fault(
        both(
            change("delivery", {"delivery_id": "d0000002"}, status="withdrawn"),
            change("mention", {"mention_id": "m20241"}, delivery_id="d0000002"),
            change("mention", {"mention_id": "m20242"}, delivery_id="d0000009"),
        ),
        ("m20241", "m20242"),
    ),
    "mention_has_link": Fault(drop("link", mention_id="m20241"), ("m20241",)),
    "link_has_identity": Fault(
        drop("collaboration_identity", collaboration_id="sv0000001"), ("m20171", "m20201", "m20241")
    ),
    "collaboration_has_mention": Fault(
        drop("link", collaboration_id="sv0000001"), ("2017|sv0000001", "2020|sv0000001", "2024|sv0000001")
    ),
    "evidence_has_mention": Fault(
        change("evidence", {"row_key": "2024|sv0000001"}, source_id="m0"),
        ("collaboration|2024|sv0000001|name|Veiligheidsregio Noord|m0",),
    ),
    "organisation_existed": Fault(
        drop("organisation_snapshot", snapshot=2024, organisation_id="gm0037"),
        ("2024|sv0000001|gm0037", "2024|sv0000002|gm0037"),
    ),
    "member_counts_add_up": Fault(
        change("participant", {**SV1, "organisation_id": "gm0037"}, counted=False), ("2024|sv0000001",)
    ),
    "one_region_per_system": Fault(
        change("participant", {**SV1, "organisation_id": "gm0037"}, counted=False), ("2024|safety_region|gm0037",)
    ),
    "identifiers_name_one": Fault(
        mentions(*({"snapshot": 2024, "identifiers": ["roo:1"]} for _ in range(2))), ("2024|d0000004.csv|roo:1",)
    ),
    "names_stand_once": Fault(
        mentions(*({"snapshot": 2024, "source": "edition", "name_written": f"Naam {n % 3}"} for n in range(6))),
        ("2024|d0000004.csv|4 of 4",),
    ),
    "quarantine_within_bounds": Fault(
        lambda tables: tables["quarantine"].extend(
            {
                "quarantine_id": f"q{n}",
                "row_table": "mention",
                "row_key": f"x{n}",
                "reason": "ends_before_begin",
                "detail": "x",
                "file_name": "d0000004.csv",
            }
            for n in range(6)
        ),
        ("d0000004.csv|ends_before_begin|6",),
    ),
    "columns_hold_one_sort": Fault(
        _found(*(("line=1", "column_shifted", heading) for heading in ("datum", "naam", "nummer"))),
        ("lijst.csv|datum, naam, nummer",),
    ),
    "codes_fit_in_lists": Fault(
        _found(*((f"line={n}", "code_unknown", "gm9999") for n in (2, 3, 4))),
        ("lijst.csv|code_unknown|3 of 20|gm9999",),
    ),
    "register_dates_are_possible": Fault(
        _found(*((f"line={n}", "date_impossible", "1") for n in (2, 3, 4))), ("lijst.csv|date_impossible|3 of 20",)
    ),
    "register_versions_follow_another": Fault(
        _found(("line=2", "own_successor", "1"), ("line=3", "own_successor", "2")), ("lijst.csv|own_successor|2 of 20",)
    ),
    "register_memberships_fit": Fault(
        _found(*((f"line={n}", "membership_date", "1") for n in (2, 3, 4))), ("lijst.csv|membership_date|3 of 20",)
    ),
    "register_members_were_alive": Fault(
        mentions(*({"snapshot": 2024, "participant_codes": ["gm0001", "gm0014"]} for _ in range(5))),
        ("2024|register|5 of 5|gm0001",),
    ),
    "register_lists_are_of_their_time": Fault(
        mentions(
            {"snapshot": 2024, "participant_codes": ["gm0003", "gm0014"]},
            {"snapshot": 2017, "participant_codes": ["gm1979", "gm0014"]},
        ),
        ("2017|register|gm1979|not there yet|1", "2024|register|gm0003|ended|1"),
    ),
    "every_municipality_in_a_region": Fault(
        change("participant", {**SV1, "organisation_id": "gm0037"}, counted=False), ("2024|safety_region|gm0037",)
    ),
    "regions_do_not_overlap": Fault(
        change(
            "collaboration", {"snapshot": 2024, "collaboration_id": "sv0000002"}, statutory_systems=["safety_region"]
        ),
        ("2024|safety_region|2 of 2",),
    ),
    "edition_numbers_name_one": Fault(
        mentions(*({"snapshot": 2024, "source": "edition", "identifiers": ["nr:1"]} for _ in range(2))),
        ("2024|d0000004.csv|nr:1",),
    ),
    "refusals_within_bounds": Fault(
        lambda tables: tables["refusal"].extend(
            {
                "refusal_id": f"r{n}",
                "stage": "reading",
                "file_name": "d0000004.csv",
                "locator": f"line={n}",
                "reason": "row_unreadable",
                "detail": "x",
            }
            for n in range(4)
        ),
        ("d0000004.csv|row_unreadable|4",),
    ),
    "letters_are_whole": Fault(
        both(
            mentions(*({"snapshot": 2024, "name_written": f"Co?peratie {n}"} for n in range(2))),
            lambda tables: tables["quarantine"].extend(
                {
                    "quarantine_id": f"q{n}",
                    "row_table": "mention",
                    "row_key": f"x{n}",
                    "reason": "double_encoding_repaired",
                    "detail": "x",
                    "file_name": "lijst.csv",
                }
                for n in range(2)
            ),
        ),
        ("d0000004.csv|question marks|2", "lijst.csv|double_encoding_repaired|2"),
    ),
    "answers_fit_their_dates": Fault(
        _found(*((f"line={n}", "ended_before_all", "") for n in (2, 3, 4)), source="survey"),
        ("lijst.csv|ended_before_all|3 of 20",),
    ),
    "what_goes_on_has_no_end": Fault(
        _found(("line=2", "ended_and_going_on", ""), source="survey"), ("lijst.csv|line=2",)
    ),
    "register_numbers_are_given_once": Fault(
        _found(*((f"line={n}", "number_twice", "1") for n in (2, 3, 4))), ("lijst.csv|number_twice|3 of 20",)
    ),
}
