"""Lists of the ministries' programmes: the state's side of who takes part."""

from dagster_project.simulation.writers.delimited import rows_to_csv
from dagster_project.simulation.writers.delivery_list import delivery_list
from tools.example.documents.xlsx import one_sheet
from tools.example.truth import Collaboration, as_if, load, organisation_name
from tools.example.wording import ORIGIN, THEME_NL, organisation

HEADINGS = ["Programma", "Naam", "Departement", "Deelnemers", "Doel", "Beleidsterreinen"]


def files() -> dict[str, bytes]:
    """Path below raw/ to content."""
    entries = load("programmes")
    listed = [(entry["file"], str(entry["snapshot"]), str(entry["received_on"])) for entry in entries]
    made = {f"programmes/{entry['file']}": _list(entry) for entry in entries}
    return made | {"programmes/deliveries.csv": delivery_list("programme", ORIGIN, listed)}


def _list(entry: dict) -> bytes:
    snapshot = entry["snapshot"]
    rows = [_row(as_if(key, snapshot), *said) for key, said in entry["programmes"].items()]
    title = [f"Voorbeeld - programma's van het Rijk {snapshot} (verzonnen)"]
    if entry["file"].endswith(".xlsx"):
        return one_sheet("Programma's", [title, HEADINGS, *rows], bold={1, 2})
    return rows_to_csv([HEADINGS, *rows])


def _row(one: Collaboration, sort: str, leading: str) -> list[str]:
    """The leading ministry has a column of its own; the other ministries stand among the participants."""
    others = [ministry for ministry in one.ministries if ministry != leading]
    members = [organisation(member, one.snapshot) for member in (*one.members, *others)]
    return [
        sort,
        one.name,
        f"Ministerie van {organisation_name(leading, one.snapshot)}",
        "; ".join([*members, *one.parties]),
        one.purpose,
        "; ".join(THEME_NL[theme] for theme in one.themes),
    ]
