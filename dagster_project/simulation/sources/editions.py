"""Earlier editions: workbooks kept by hand, with doubles, other spellings, lost members and codes of another year."""

from dagster_project.simulation.model import Observation, PlantedFault, Population, TrueCollaboration
from dagster_project.simulation.randomness import generator
from dagster_project.simulation.sources.capture import (
    INTERIM,
    INTERIM_OF,
    acknowledged_members,
    in_edition,
    observable,
)
from dagster_project.simulation.sources.case_regions import case_municipalities
from dagster_project.simulation.sources.corruption import encode_twice, mistype
from dagster_project.simulation.sources.delivery import Files, Source, deliveries, list_number
from dagster_project.simulation.sources.errors import listed
from dagster_project.simulation.sources.faults import Conditions
from dagster_project.simulation.sources.vocabulary import form_name, theme_names, words
from dagster_project.simulation.world.organisations import listed_name, official_name, predecessors
from dagster_project.simulation.writers.workbook import workbook

SHEET = "Editie"
HEADINGS = [
    "Nummer", "Naam", "Rechtsvorm", "Vestigingsplaats", "Doel", "Deelnemers", "Gemeentecodes", "Beleidsterreinen",
]  # fmt: skip
WIDTHS = (9, 50, 26, 18, 60, 80, 40, 30)
HEADING_ROW = 3
# When each edition reached the register's keepers; later than the snapshot, earlier than the release of 2024.
RECEIVED = {2017: "2017-12-15", 2020: "2020-09-30", 2023: "2023-06-30"}
FILES = {2017: "editie-2017.xlsx", 2020: "editie-2020.xlsx", 2023: "editie-2023-tussentijds.xlsx"}


class _Edition:
    """One workbook in the making."""

    def __init__(self, snapshot: int, by: Conditions):
        self.snapshot, self.by, self.file = snapshot, by, f"editions/{FILES[snapshot]}"
        self.rows: list[list] = []
        self.observations: list[Observation] = []
        self.faults: list[PlantedFault] = []

    def question(self, one: TrueCollaboration) -> tuple:
        """What chance is asked for a row of this edition."""
        return ("edition", self.snapshot, one.truth_id)

    def tell(self, one: TrueCollaboration) -> None:
        """A row, now and then two, or none where the keepers did not know of it."""
        if not in_edition(one, self.by):
            self.faults.append(
                PlantedFault("edition_omitted", self.file, "document", one.truth_id, f"nothing <- {one.name}")
            )
            return
        self.row(list_number(one), one)
        if self.by.strikes("edition_duplicate", *self.question(one)):
            self.double(9000 + list_number(one), one)

    def row(self, number: int, one: TrueCollaboration) -> None:
        """One row."""
        found: list[tuple[str, str]] = []
        name = self._name(one, found)
        one, wrong = listed(one, self.by)
        found += wrong
        codes, items = self._members(one, found)
        self._write(number, one, name, codes, items, found)

    def double(self, number: int, one: TrueCollaboration) -> None:
        """A second row under another spelling, whole, with a number of its own."""
        chance = generator("double", self.by.seed, *self.question(one))
        other = one.former_names[-1] if one.former_names else None
        prefixed = (
            f"GR {one.name}" if one.legal_form in words().arrangements and not one.name.startswith("GR ") else None
        )
        names = [n for n in (other, prefixed, one.abbreviation, mistype(one.name, chance)) if n]
        name = chance.choice(names or [f"Samenwerking {one.name}"])
        members = acknowledged_members(one)
        items = [listed_name(member, one.snapshot) for member in members] + list(one.non_government)
        self._write(number, one, name, members, items, [("edition_duplicate", f"{name} <- {one.name}")])

    def ended(self, number: int, one: TrueCollaboration) -> None:
        """A row for what ended since the former edition."""
        members = acknowledged_members(one)
        items = [listed_name(member, one.snapshot) for member in members] + list(one.non_government)
        self._write(number, one, one.name, members, items, [("edition_ended", f"{one.name} <- ended {one.ended_on}")])

    def _name(self, one: TrueCollaboration, found: list) -> str:
        slip = mistype(one.name, generator("edition slip", self.by.seed, *self.question(one)))
        if slip and self.by.strikes("edition_spelling", *self.question(one)):
            found.append(("edition_spelling", f"{slip} <- {one.name}"))
            return slip
        return one.name

    def _members(self, one: TrueCollaboration, found: list) -> tuple[tuple[str, ...], list[str]]:
        chance = generator("edition members", self.by.seed, *self.question(one))
        members = list(acknowledged_members(one))
        if len(one.participants) >= 3 and self.by.strikes("edition_lost_participants", *self.question(one)):
            for lost in chance.sample(list(one.participants), chance.choice((1, 1, 2))):
                members.remove(lost)
                found.append(("edition_lost_participants", f"{listed_name(lost, one.snapshot)} <- {lost}"))
        names = {member: listed_name(member, one.snapshot) for member in members}
        codes = {member: member for member in members}
        merged = predecessors(one.snapshot)
        renewed = [member for member in members if member in merged]
        if renewed and self.by.strikes("edition_other_year_code", *self.question(one)):
            member = chance.choice(renewed)
            codes[member] = chance.choice(merged[member])
            names[member] = official_name(codes[member], one.snapshot)
            found.append(("edition_other_year_code", f"{names[member]} <- {listed_name(member, one.snapshot)}"))
        return tuple(codes[member] for member in members), [*names.values(), *one.non_government]

    def _write(self, number, one, name, codes, items, found) -> None:
        themes = theme_names(one.themes)
        form = form_name(one.legal_form)
        cells = [name, form, one.seat, one.purpose, "; ".join(items)]
        twice = encode_twice(name) != name and self.by.strikes("edition_double_encoding", *self.question(one), number)
        if twice:
            cells[0] = encode_twice(name)
            found = [*found, ("edition_double_encoding", f"{cells[0]} <- {name}")]
        numbers = ", ".join(code[2:] for code in codes if code.startswith("gm"))
        self.rows.append([number, *cells, numbers, "; ".join(themes)])
        place = f"sheet={SHEET};row={HEADING_ROW + len(self.rows)}"
        self.observations.append(
            Observation(
                file=self.file,
                place=place,
                source="edition",
                snapshot=self.snapshot,
                reporter=None,
                truth_id=one.truth_id,
                name_written=name,
                legal_form_written=form,
                seat_written=one.seat,
                purpose_written=one.purpose,
                participants_written=tuple(items),
                themes_written=themes,
                section=None,
                claim="lists",
                faults=tuple(kind for kind, _ in found),
            )
        )
        self.faults += [PlantedFault(kind, self.file, place, one.truth_id, detail) for kind, detail in found]

    def content(self) -> bytes:
        """The bytes of the workbook."""
        title = [f"Regionale samenwerkingsverbanden, editie {self.snapshot} (gesimuleerd)"]
        rows = [title, [], HEADINGS, *self.rows]
        return workbook({SHEET: rows}, bold={1, HEADING_ROW}, widths=WIDTHS)


def edition_source(population: Population, by: Conditions, snapshots: tuple[int, ...], files: bool = True) -> Source:
    """The workbooks of 2017 and 2020, and the interim one of 2023 for 2024; without `files` none is written."""
    made = [_whole(population, by, snapshot) for snapshot in (2017, 2020) if snapshot in snapshots]
    if INTERIM_OF in snapshots:
        made.append(_interim(population, by))
    written: Files = {edition.file: edition.content() for edition in made if files}
    if written:
        rows = [(FILES[e.snapshot], str(e.snapshot), RECEIVED[e.snapshot]) for e in made]
        written["editions/deliveries.csv"] = deliveries("edition", rows)
    return Source(written, [o for e in made for o in e.observations], [f for e in made for f in e.faults])


def _whole(population: Population, by: Conditions, snapshot: int) -> _Edition:
    edition = _Edition(snapshot, by)
    for one in observable(population, snapshot):
        edition.tell(one)
    return edition


def _interim(population: Population, by: Conditions) -> _Edition:
    """The ten regions; what begins only in 2024 is not in it, some of what ended since 2020 still is."""
    edition = _Edition(INTERIM, by)
    now = observable(population, INTERIM_OF)
    there = {member for one in now for member in one.participants if member.startswith("gm")}
    cases = case_municipalities(tuple(sorted(there)), by.seed)
    alive = {one.truth_id for one in now}
    gone = [one for one in observable(population, 2020) if one.truth_id not in alive]
    for one in [*now, *gone]:
        within = [member for member in one.participants if member in cases]
        if 2 * len(within) <= len(one.participants) or one.founded_on.year >= INTERIM:
            continue
        if one.snapshot == INTERIM_OF:
            edition.tell(one)
        elif by.strikes("edition_ended", *edition.question(one)):
            edition.ended(list_number(one), one)
    return edition
