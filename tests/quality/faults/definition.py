"""Planted faults of the suite definition."""

from tests.quality.faults.spoiling import SV1, Fault, change, drop, mentions

FAULTS = {
    "counted_meets_every_criterion": Fault(
        change("criterion", {**SV1, "criterion": "d2"}, met="no"), ("2024|sv0000001|2024|d2",)
    ),
    "not_counted_has_a_reason": Fault(change("collaboration", SV1, meets_definition=False), ("2024|sv0000001",)),
    "every_criterion_answered": Fault(drop("criterion", **SV1, criterion="e"), ("2024|sv0000001|2024|e",)),
    "denials_are_settled": Fault(change("criterion", {**SV1, "criterion": "e"}, met="unknown"), ("2024|sv0000001",)),
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
    "parties_are_of_several": Fault(
        mentions(
            *(
                {"source": "edition", "snapshot": s, "participants_written": ["Assen"] * (1 if n < alone else 2)}
                for s, alone in ((2020, 0), (2024, 2))
                for n in range(20)
            )
        ),
        ("2024|edition|0% -> 10%",),
    ),
    "few_parties_of_one": Fault(
        mentions(
            *(
                {"source": "edition", "snapshot": s, "participants_written": ["Assen"] * (1 if n < alone else 2)}
                for s, alone in ((2020, 0), (2024, 1))
                for n in range(20)
            )
        ),
        ("2024|edition|0% -> 5%",),
    ),
    "programmes_name_regions": Fault(mentions({"source": "programme", "snapshot": 2024}), ("2024|programme|1 of 1",)),
    "parties_have_participants": Fault(
        mentions(
            *(
                {
                    "source": "budget",
                    "snapshot": 2024,
                    "reporting_organisation_id": body,
                    "participants_written": written,
                }
                for body, number, written in (("gm0014", 10, []), ("gm0014", 5, ["Assen"]), ("gm0037", 5, ["Assen"]))
                for _ in range(number)
            )
        ),
        ("2024|gm0014|10 of 15",),
    ),
    "additions_say_what_they_are": Fault(
        mentions(*({"source": "survey", "snapshot": 2024, "purpose_written": None} for _ in range(5))),
        ("2024|survey|5 of 5|Naam 0",),
    ),
}
