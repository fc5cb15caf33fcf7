"""Planted faults of the suite integrity."""

from tests.quality.faults.spoiling import SV1, Fault, both, change, double, drop

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
}
