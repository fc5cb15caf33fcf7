"""Planted faults of the suite privacy."""

from tests.quality.faults.spoiling import DECISION, SV1, Fault, add, change

FOUND = {
    "delivery_id": "d0000003",
    "source": "survey",
    "file_name": "antwoord.xlsx",
    "locator": "cell=J9",
    "detail": "",
    "list_rows": 40,
}

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
    "no_citizen_numbers": Fault(
        change("mention", {"mention_id": "m20241"}, purpose_written="Zaak van 999990019."),
        ("mention|m20241|purpose_written",),
    ),
    "lists_hold_no_citizen_numbers": Fault(add("raw_finding", **FOUND, finding="bsn"), ("antwoord.xlsx|cell=J9|bsn|",)),
    "lists_hold_no_personal_data": Fault(
        add("raw_finding", **FOUND, finding="person"), ("antwoord.xlsx|cell=J9|person|",)
    ),
    "lists_hold_no_formulas": Fault(
        add("raw_finding", **FOUND, finding="formula"), ("antwoord.xlsx|cell=J9|formula|",)
    ),
    "budgets_in_sheets_name_no_persons": Fault(
        add("raw_finding", **{**FOUND, "source": "budget"}, finding="person"), ("antwoord.xlsx|cell=J9|person",)
    ),
    "lists_of_deliveries_name_no_persons": Fault(
        add(
            "refusal",
            refusal_id="r1",
            delivery_id="d9",
            file_name="deliveries.csv",
            locator="line=2",
            reason="personal_name",
            detail="noem een functie",
        ),
        ("deliveries.csv|line=2|personal_name",),
    ),
    "lists_are_in_utf8": Fault(add("raw_finding", **FOUND, finding="other_encoding"), ("survey|antwoord.xlsx",)),
    "lists_are_not_signed": Fault(add("raw_finding", **FOUND, finding="signed"), ("antwoord.xlsx|cell=J9|signed|",)),
}
