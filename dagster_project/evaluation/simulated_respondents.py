"""Organisations that fill in a questionnaire: what they plant in it is known, so that what is read can be held to it.

They confirm, correct, end, deny in two ways, add and leave rows open, and write as people do: other capitals, more
spaces, participants in another order, a full stop behind an answer. Belongs here: filling in, by a seed. Does not
belong here: what must come of it (`survey`).
"""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ANSWERED = (("confirmed", 0.66), ("corrected", 0.16), ("ended", 0.05), ("denied_participation", 0.05),
            ("denied_existence", 0.03), ("unanswered", 0.05))  # fmt: skip
"""How rows are answered, by what share: more is changed than people change, so that each kind is there often."""
SLIPS = 0.3
"""The part of the rows that are written differently without saying anything else."""
MOST_ADDED = 3
_SAID = {"confirmed": "klopt", "corrected": "gewijzigd", "ended": "opgeheven",
         "denied_participation": "wij doen niet mee", "denied_existence": "dit bestaat niet"}  # fmt: skip
_HEADINGS = {"name": "Naam", "participants": "Deelnemers", "themes": "Beleidsterreinen", "legal_form": "Rechtsvorm",
             "purpose": "Doel", "goal": "Soort doel", "seat": "Vestigingsplaats", "d1": "Vaste groep mensen",
             "d2": "Vaste frequentie", "d3": "Agenda vooraf"}  # fmt: skip
_CHOICES = {
    "themes": ("Ruimte", "Sociaal domein", "Veiligheid", "Mobiliteit", "Bedrijfsvoering"),
    "legal_form": ("Stichting", "Convenant", "Openbaar lichaam (Wgr)", "Vereniging"),
    "goal": ("operationeel", "tactisch", "strategisch"),
    **dict.fromkeys(("d1", "d2", "d3"), ("ja", "nee")),
}
_OWN = {"name": "Samenwerking {} en omgeving", "purpose": "Samen optrekken bij opgave {}.", "seat": "Plaats {}",
        "participants": "gemeente Zuidhoorn {}"}  # fmt: skip


class Said(NamedTuple):
    """One thing that was answered: about which row (a number, or the name of what was added), and what."""

    organisation: str
    row: str
    kind: str
    attribute: str | None = None
    sent: str | None = None
    answered: str | None = None


def fill_in(path: Path, seed: int) -> list[Said]:
    """Fill a questionnaire in where it stands; gives what was planted. The same seed plants the same."""
    from openpyxl import load_workbook

    book = load_workbook(path)
    sheet = book["Samenwerkingsverbanden"]
    organisation = path.name.partition("_")[0]
    chance = random.Random(f"{seed}|{organisation}")
    [head] = [row[0].row for row in sheet.iter_rows() if row[0].value == "Nummer"]
    column = {cell.value: cell.column for cell in sheet[head]}
    planted: list[Said] = []
    row = head + 1
    while number := sheet.cell(row, column["Nummer"]).value:
        cells = {heading: sheet.cell(row, place) for heading, place in column.items()}
        planted += _answer(cells, organisation, number, chance)
        row += 1
    for nth in range(chance.randint(0, MOST_ADDED)):
        cells = {heading: sheet.cell(row + nth, place) for heading, place in column.items()}
        planted += _add(cells, organisation, f"{organisation} {nth + 1}", chance)
    book.save(path)
    return planted


def _answer(cells: dict, organisation: str, number: str, chance: random.Random) -> Iterator[Said]:
    [kind] = chance.choices([kind for kind, _ in ANSWERED], [weight for _, weight in ANSWERED])
    cells["Antwoord"].value = _SAID.get(kind)
    if kind == "ended":
        cells["Opgeheven op"].value = f"{chance.randint(1, 28)}-{chance.randint(1, 12)}-2023"
    yield Said(organisation, number, kind)
    if kind == "corrected":
        for attribute in sorted(chance.sample(sorted(_HEADINGS), chance.randint(1, 3))):
            for sent, answered in _change(cells[_HEADINGS[attribute]], attribute, number, chance):
                yield Said(organisation, number, kind, attribute, sent, answered)
    if kind != "unanswered" and chance.random() < SLIPS:
        _slip(cells, chance)


def _change(cell, attribute: str, number: str, chance: random.Random) -> Iterator[tuple[str | None, str | None]]:
    """Write another value in a cell; gives what was there and what is, thing by thing."""
    before = cell.value or ""
    if attribute in ("participants", "themes"):
        held = [item for item in before.split("; ") if item]
        lost = chance.choice(held) if len(held) > 1 and chance.random() < 0.5 else None
        new = _other(attribute, held, number, chance) if lost is None or chance.random() < 0.5 else None
        cell.value = "; ".join([item for item in held if item != lost] + ([new] if new else []))
        yield from ((sent, answered) for sent, answered in ((lost, None), (None, new)) if sent or answered)
        return
    cell.value = _other(attribute, [before], number, chance)
    yield before or None, cell.value


def _other(attribute: str, held: list[str], number: str, chance: random.Random) -> str:
    if attribute in _OWN:
        return _OWN[attribute].format(number)
    return chance.choice([choice for choice in _CHOICES[attribute] if choice not in held])


def _slip(cells: dict, chance: random.Random) -> None:
    """Write the same otherwise."""
    answer, members, name = cells["Antwoord"], cells["Deelnemers"], cells["Naam"]
    answer.value = chance.choice([answer.value.capitalize(), f" {answer.value}.", answer.value.upper()])
    items = (members.value or "").split("; ")
    chance.shuffle(items)
    members.value = chance.choice([" ;", ";  ", "\n"]).join(items)
    name.value = f"{name.value}  "
    cells["Rechtsvorm"].value = (cells["Rechtsvorm"].value or "").upper() or None
    cells["Toelichting"].value = "nagekeken"


def _add(cells: dict, organisation: str, tag: str, chance: random.Random) -> Iterator[Said]:
    name = f"Nieuw verband {tag}"
    filled = {"name": name, "participants": f"gemeente Zuidhoorn {tag}", "legal_form": "Convenant"}
    if chance.random() < 0.5:
        filled |= {"d1": "ja", "purpose": f"Samen iets nieuws, {tag}."}
    cells["Antwoord"].value = chance.choice(["toegevoegd", None])
    yield Said(organisation, name, "added")
    for attribute, value in filled.items():
        cells[_HEADINGS[attribute]].value = value
        yield Said(organisation, name, "added", attribute, None, value)
