"""What the tools wrote, the readers read: party by party, and no person with it."""

from dataclasses import asdict

import pytest

from tests.example.test_truth import INVENTED_PERSONS
from tools.example import budgets
from tools.example.documents.content import Party
from tools.example.truth import load

ENTRIES = load("documents")


def as_written(section: str, party: Party) -> dict:
    """A party under the names of the table `mention`; the word gemeente is left to the reader."""
    return {
        "name_written": party.name,
        "section_written": section,
        "legal_form_written": party.form,
        "seat_written": party.seat,
        "purpose_written": party.purpose,
        "participants_written": [text.removeprefix("gemeente ") for text in party.participants],
        **asdict(party.balance),
    }


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry["file"] for entry in ENTRIES])
def test_each_party_is_read_as_it_was_written(entry, mentions):
    written = [as_written(section, party) for section, group in budgets.document(entry).sections for party in group]
    read = [
        row | {"participants_written": [text.removeprefix("gemeente ") for text in row["participants_written"]]}
        for row in mentions[f"budgets/{entry['file']}"]
    ]
    columns = list(written[0])
    assert [{column: row[column] for column in columns} for row in read] == written


def test_no_person_is_read(rows):
    surnames = [person.split()[-1] for person in INVENTED_PERSONS if person != "J. Voorbeeld"]
    assert [row for row in rows if any(name in str(row) for name in ("J. Voorbeeld", *surnames))] == []
