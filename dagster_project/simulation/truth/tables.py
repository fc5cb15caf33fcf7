"""The truth on disk: nine tables as CSV, sorted and the same to the byte for the same country.

Belongs here: columns and order. Lists are joined by `; `, dates are ISO, true and false are `yes` and `no`.

- `collaboration.csv`: a row per snapshot and truth id; `counted` says whether the definition of the snapshot counts it
- `participant.csv`: governments and other parties; `status` is `participates`, or for a ministry `both`, `state_only`
  or `region_only`; a party that is no government has its name in the place of an id
- `theme.csv`: themes in their order, the first one leading
- `event.csv`: what became of collaborations that count at one end of an interval or both
- `mention.csv`: what every source says, by file and place; `truth_id` is empty where it is no collaboration
- `fault.csv`: what was put wrong on purpose
- `error.csv`: a row per value in which a source errs: of which collaboration, who, where, what is written, what is true
- `capture.csv`: a row per collaboration and source that could tell of its snapshot: whether it did, and how often
- `figure.csv`: the figures as an inventory without error would find them, unrounded but for the sixth decimal
"""

import csv
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from dagster_project.simulation.model import Observation, PlantedFault, Population, TrueCollaboration
from dagster_project.simulation.truth.capture import captures
from dagster_project.simulation.truth.errors import errors
from dagster_project.simulation.truth.figures import expected_figures, is_counted

COLLABORATION = (
    "snapshot", "truth_id", "name", "abbreviation", "former_names", "seat", "legal_form", "statutory_system",
    "obligation", "goal", "purpose", "founded_on", "ended_on", "inventoried", "counted", "register_versions",
)  # fmt: skip
PARTICIPANT = ("snapshot", "truth_id", "organisation", "kind", "status")
THEME = ("snapshot", "truth_id", "position", "theme")
EVENT = ("from_snapshot", "to_snapshot", "truth_id", "kind", "successors", "on")
MENTION = (
    "file", "place", "source", "snapshot", "reporter", "truth_id", "name_written", "legal_form_written",
    "seat_written", "purpose_written", "participants_written", "themes_written", "section", "claim", "amounts",
    "faults", "layout",
)  # fmt: skip
FIGURE = ("figure", "snapshot", "category", "value")
CAPTURE = ("snapshot", "truth_id", "source", "told", "mentions")
ERROR = ("snapshot", "truth_id", "field", "source", "reporter", "file", "place", "kind", "written", "true")
FAULT = ("file", "place", "kind", "truth_id", "detail")
KINDS = {"gm": "municipality", "pv": "province", "ws": "water_board", "mn": "ministry"}


def write_truth(
    folder: Path,
    population: Population,
    observations: Iterable[Observation] = (),
    faults: Iterable[PlantedFault] = (),
) -> None:
    """Write the nine tables to `folder`, which is made where it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    ones = population.collaborations
    _write(folder / "collaboration.csv", COLLABORATION, map(_collaboration, ones))
    _write(folder / "participant.csv", PARTICIPANT, (row for one in ones for row in _participants(one)))
    _write(folder / "theme.csv", THEME, (row for one in ones for row in _themes(one)))
    events = sorted(population.events, key=lambda e: (e.to_snapshot, e.truth_id, e.kind, e.successors))
    rows = ((e.from_snapshot, e.to_snapshot, e.truth_id, e.kind, e.successors, e.on) for e in events)
    _write(folder / "event.csv", EVENT, rows)
    figures = expected_figures(population).items()
    _write(folder / "figure.csv", FIGURE, ((*cell, round(value, 6)) for cell, value in figures))
    # Places are numbered within a file, so the order of the file is that of its reading and stays.
    said = sorted(observations, key=lambda o: (o.snapshot, o.file))
    _write(folder / "capture.csv", CAPTURE, captures(population, said))
    _write(folder / "mention.csv", MENTION, map(_mention, said))
    wrong = sorted(faults, key=lambda f: (f.file, f.place, f.kind, f.truth_id or "", f.detail))
    _write(folder / "error.csv", ERROR, errors(said, wrong))
    _write(folder / "fault.csv", FAULT, ((f.file, f.place, f.kind, f.truth_id, f.detail) for f in wrong))


def _collaboration(one: TrueCollaboration) -> tuple:
    return (
        one.snapshot, one.truth_id, one.name, one.abbreviation, one.former_names, one.seat, one.legal_form,
        one.statutory_system, one.obligation, one.goal, one.purpose, one.founded_on, one.ended_on, one.inventoried,
        is_counted(one), one.register_versions,
    )  # fmt: skip


def _participants(one: TrueCollaboration) -> Iterator[tuple]:
    key = one.snapshot, one.truth_id
    for member in one.participants:
        yield *key, member, KINDS[member[:2]], "participates"
    sides = (("both", one.ministries), ("state_only", one.ministries_state_only),
             ("region_only", one.ministries_region_only))  # fmt: skip
    for status, ministries in sides:
        for ministry in ministries:
            yield *key, ministry, "ministry", status
    for party in one.non_government:
        yield *key, party, "non_government", "participates"


def _themes(one: TrueCollaboration) -> Iterator[tuple]:
    for position, theme in enumerate(one.themes, start=1):
        yield one.snapshot, one.truth_id, position, theme


def _mention(said: Observation) -> tuple:
    amounts = tuple(f"{name}={value:.2f}" for name, value in sorted(said.amounts.items()))
    return (
        said.file, said.place, said.source, said.snapshot, said.reporter, said.truth_id, said.name_written,
        said.legal_form_written, said.seat_written, said.purpose_written, said.participants_written,
        said.themes_written, said.section, said.claim, amounts, said.faults, said.layout,
    )  # fmt: skip


def _write(path: Path, columns: tuple[str, ...], rows: Iterable[tuple]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([_text(value) for value in row] for row in rows)


def _text(value: object) -> object:
    if type(value) is str or type(value) is int:  # most cells, and there are millions
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    return "; ".join(value) if isinstance(value, tuple) else value
