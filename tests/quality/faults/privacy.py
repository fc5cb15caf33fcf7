"""Planted faults of the suite privacy."""

from tests.quality.faults.spoiling import DECISION, SV1, Fault, add, change

FAULTS = {
    "no_email_addresses": Fault(
        change("mention", {"mention_id": "m20241"}, purpose_written="Vragen: j.jansen@gemeente.nl."),
        ("mention|m20241|purpose_written",),
    ),
    "no_telephone_numbers": Fault(
        change("mention", {"mention_id": "m20241"}, participants_written=["Groningen", "bel 050-3181234"]),
        ("mention|m20241|participants_written",),
    ),
    "no_personal_titles": Fault(
        change("collaboration", SV1, purpose="Bestuur onder leiding van drs. A. Jansen"),
        ("collaboration|2024|sv0000001|purpose",),
    ),
    "reviewer_is_a_code": Fault(add("decision", **{**DECISION, "reviewer": "Jansen"}), ("2024/0001-002",)),
}
