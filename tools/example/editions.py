"""Earlier editions of the register, as workbooks with their own spellings and doubles."""

from dagster_project.simulation.writers.delivery_list import delivery_list
from tools.example.documents.xlsx import one_sheet
from tools.example.truth import Collaboration, as_if, collaborations, load, number
from tools.example.wording import FORM_NL, ORIGIN, THEME_NL, Manner, participants

SHEET = "Editie"
MANNER = Manner(participants="bare")
HEADINGS = ["Nummer", "Naam", "Rechtsvorm", "Vestigingsplaats", "Doel", "Deelnemers", "Beleidsterreinen"]


def files() -> dict[str, bytes]:
    """Path below raw/ to content."""
    entries = load("editions")
    listed = [(entry["file"], str(entry["snapshot"]), str(entry["received_on"])) for entry in entries]
    made = {f"editions/{entry['file']}": edition(entry) for entry in entries}
    return made | {"editions/deliveries.csv": delivery_list("edition", ORIGIN, listed)}


def edition(entry: dict) -> bytes:
    """One workbook with a row per collaboration that the edition knew."""
    snapshot = entry["snapshot"]
    keys = [one.key for one in collaborations(entry.get("as_of", snapshot)) if one.key not in entry["left_out"]]
    shown = [(number(key), as_if(key, snapshot), entry["spelling"].get(key)) for key in keys]
    for extra in entry.get("extra", ()):
        # A second row of something listed already gets a number of its own: that is what makes it a double.
        listed_as = 900 + number(extra["key"]) if extra["key"] in keys else number(extra["key"])
        shown.append((listed_as, as_if(extra["key"], snapshot), extra.get("name")))
    title = [f"Voorbeeld - regionale samenwerkingsverbanden, editie {snapshot} (verzonnen)"]
    return one_sheet(SHEET, [title, [], HEADINGS, *[_row(*one) for one in shown]], bold={1, 3})


def _row(listed_as: int, one: Collaboration, name: str | None) -> list:
    return [
        listed_as,
        name or one.name,
        FORM_NL[one.form],
        one.seat,
        one.purpose,
        "; ".join(participants(one, MANNER)),
        "; ".join(THEME_NL[theme] for theme in one.themes),
    ]
