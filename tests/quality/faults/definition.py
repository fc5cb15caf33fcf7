"""Planted faults of the suite definition."""

from tests.quality.faults.spoiling import SV1, Fault, change, drop, mentions

FAULTS = {
    "counted_meets_every_criterion": Fault(
        change("criterion", {**SV1, "criterion": "d2"}, met="no"), ("2024|sv0000001|2024|d2",)
    ),
    "not_counted_has_a_reason": Fault(change("collaboration", SV1, meets_definition=False), ("2024|sv0000001",)),
    "every_criterion_answered": Fault(drop("criterion", **SV1, criterion="e"), ("2024|sv0000001|2024|e",)),
    "counted_has_a_government": Fault(change("collaboration", SV1, government_count=0), ("2024|sv0000001",)),
    "one_to_eight_themes": Fault(drop("theme", **SV1), ("2024|sv0000001",)),
    "no_national_bodies_counted": Fault(
        change("collaboration", SV1, name="Vereniging van Nederlandse Gemeenten"),
        ("2024|sv0000001|Vereniging van Nederlandse Gemeenten",),
    ),
    "no_shareholding_as_arrangement": Fault(
        mentions(
            {
                "source": "edition",
                "snapshot": 2024,
                "name_written": "BNG Bank",
                "legal_form_written": "Gemeenschappelijke regeling",
            }
        ),
        ("2024|edition||BNG Bank|Gemeenschappelijke regeling",),
    ),
}
