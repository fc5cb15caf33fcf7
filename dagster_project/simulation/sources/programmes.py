"""Ministries' lists of programmes with regions: the state's side of who takes part."""

from dagster_project.simulation.model import Observation, PlantedFault, Population, TrueCollaboration
from dagster_project.simulation.sources.capture import observable
from dagster_project.simulation.sources.delivery import Files, Source, deliveries
from dagster_project.simulation.sources.errors import Struck, believed
from dagster_project.simulation.sources.faults import Conditions
from dagster_project.simulation.sources.vocabulary import theme_names
from dagster_project.simulation.world.organisations import listed_name
from dagster_project.simulation.writers.delimited import rows_to_csv
from dagster_project.simulation.writers.workbook import workbook

HEADINGS = ["Programma", "Naam", "Departement", "Deelnemers", "Doel", "Beleidsterreinen"]
SHEET = "Programma's"
# In 2017 no ministry had a list. In 2024 one ministry keeps its own list beside the common one.
SNAPSHOTS = (2020, 2024)
RECEIVED = {2020: "2020-06-15", 2024: "2024-12-02"}
SORTS = {
    "ruimte": "Ruimtelijke programma's",
    "economie": "Regio Deals en economische agenda's",
    "sociaal": "Sociale programma's",
    "veiligheid": "Veiligheidsagenda's",
    "energie_duurzaamheid": "Klimaat en energie",
    "mobiliteit": "Bereikbaarheid",
}
OTHER_SORT = "Overige programma's"
OWN_LIST_2024 = "Ruimtelijke programma's"


def programme_source(population: Population, by: Conditions, snapshots: tuple[int, ...], files: bool = True) -> Source:
    """One list for 2020, two for 2024; none is written without `files`."""
    made = Source()
    listed = []
    for snapshot in SNAPSHOTS:
        if snapshot not in snapshots:
            continue
        known, omitted = [], []
        for one in observable(population, snapshot):
            if one.ministries or one.ministries_state_only:
                (omitted if by.strikes("programme_omitted", snapshot, one.truth_id) else known).append(one)
        if snapshot == 2020:
            parts = {"rijksprogrammas-2020.csv": known}
        else:
            spatial = [one for one in known if _sort(one) == OWN_LIST_2024]
            parts = {
                "rijksprogrammas-2024.xlsx": [one for one in known if one not in spatial],
                "ruimtelijke-programmas-2024.csv": spatial,
            }
        for file, ones in parts.items():
            rows = [(one, *believed(one, "programme", by, snapshot, one.truth_id)) for one in ones]
            if files:
                made.files.update(_list(file, snapshot, [said for _, said, _ in rows]))
            made.observations.extend(_observations(file, [said for _, said, _ in rows], [w for _, _, w in rows]))
            made.faults.extend(_faults(file, rows))
            listed.append((file, str(snapshot), RECEIVED[snapshot]))
        for one in omitted:
            file = "programmes/" + next(iter(parts))
            made.faults.append(
                PlantedFault("programme_omitted", file, "document", one.truth_id, f"nothing <- {one.name}")
            )
    if listed and files:
        made.files["programmes/deliveries.csv"] = deliveries("programme", listed)
    return made


def _list(file: str, snapshot: int, ones: list[TrueCollaboration]) -> Files:
    rows = []
    for one in ones:
        ministries, others = _sides(one)
        themes = "; ".join(theme_names(one.themes))
        rows.append([_sort(one), one.name, "; ".join(ministries), "; ".join(others), one.purpose, themes])
    if file.endswith(".csv"):
        return {f"programmes/{file}": rows_to_csv([HEADINGS, *rows])}
    title = [f"Programma's van het Rijk met de regio {snapshot} (gesimuleerd)"]
    return {f"programmes/{file}": workbook({SHEET: [title, HEADINGS, *rows]}, bold={1, 2}, widths=(30, 50, 50, 80))}


def _place(file: str, number: int) -> str:
    return f"line={number + 2}" if file.endswith(".csv") else f"sheet={SHEET};row={number + 3}"


def _faults(file: str, rows: list[tuple[TrueCollaboration, TrueCollaboration, Struck]]) -> list[PlantedFault]:
    return [
        PlantedFault(kind, f"programmes/{file}", _place(file, number), one.truth_id, detail)
        for number, (one, _, wrong) in enumerate(rows)
        for kind, detail in wrong
    ]


def _observations(file: str, ones: list[TrueCollaboration], wrong: list[Struck]) -> list[Observation]:
    found = []
    for number, one in enumerate(ones):
        ministries, others = _sides(one)
        found.append(
            Observation(
                file=f"programmes/{file}",
                place=_place(file, number),
                source="programme",
                snapshot=one.snapshot,
                reporter=_state(one)[0],
                truth_id=one.truth_id,
                name_written=one.name,
                legal_form_written=None,
                seat_written=None,
                purpose_written=one.purpose,
                participants_written=(*ministries, *others),
                themes_written=theme_names(one.themes),
                section=_sort(one),
                faults=tuple(kind for kind, _ in wrong[number]),
            )
        )
    return found


def _state(one: TrueCollaboration) -> tuple[str, ...]:
    """The ministries that the state names; the first of them leads."""
    return one.ministries + one.ministries_state_only


def _sides(one: TrueCollaboration) -> tuple[list[str], list[str]]:
    """Names of ministries, and of the others."""
    others = [listed_name(member, one.snapshot, with_kind=True) for member in one.participants]
    # `ministerie van Defensie` in lower case stands in running text; a list begins with a capital.
    ministries = [listed_name(ministry, one.snapshot) for ministry in _state(one)]
    return [name[0].upper() + name[1:] for name in ministries], [*others, *one.non_government]


def _sort(one: TrueCollaboration) -> str:
    return SORTS.get(one.themes[0] if one.themes else "", OTHER_SORT)
