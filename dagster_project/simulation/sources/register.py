"""An export of the dated register of joint arrangements: versions with their dates, participants, and its own faults.

The columns are those of the national register. A version speaks for the snapshots at whose reference date it is in
force; where a collaboration changed without a new version, the register is behind, as the real one is.
"""

from collections import defaultdict
from dataclasses import replace
from functools import cache
from pathlib import Path

from dagster_project.simulation.model import Observation, PlantedFault, Population, TrueCollaboration
from dagster_project.simulation.randomness import generator, uniform
from dagster_project.simulation.sources.capture import INTERIM, INTERIM_OF, acknowledged_members
from dagster_project.simulation.sources.corruption import encode_twice
from dagster_project.simulation.sources.delivery import Source, deliveries, list_number
from dagster_project.simulation.sources.errors import believed
from dagster_project.simulation.sources.faults import Conditions
from dagster_project.simulation.sources.register_behind import PARTICIPANTS as PARTICIPANTS_BEHIND
from dagster_project.simulation.sources.register_behind import behind, kept_up
from dagster_project.simulation.sources.register_versions import DAY, Version, versions
from dagster_project.simulation.sources.vocabulary import form_name
from dagster_project.simulation.world.organisations import name_with_kind, predecessors, reference_date
from dagster_project.simulation.writers.delimited import rows_to_csv
from dagster_project.texts import Vocabulary, read_vocabulary

ARRANGEMENTS = (
    "roo_id", "naam", "alle_namen", "citeertitel", "samenwerkingsvorm", "inwerkingtreding", "uitwerkingtreding",
    "valid_from", "valid_until", "so_naam", "so_tooi", "bronhouder", "n_deelnemers", "previous_roo", "next_roo",
    "policy_areas", "doel", "file",
)  # fmt: skip
PARTICIPANTS = (
    "gr_roo_id", "gr_naam", "deelnemer_naam", "deelnemer_roo_id", "deelnemer_tooi", "toetredings_datum",
    "uittredings_datum", "bestuursorganen", "overige_velden",
)  # fmt: skip
TOOI = "https://identifier.overheid.nl/tooi"
REGULATIONS, PARTICIPATIONS = "registers/gr_regelingen.csv", "registers/gr_deelnemers.csv"
EXPORTED_ON = "2025-01-15"


class _RegisterWords(Vocabulary):
    forms: dict[str, str]
    policy_areas: dict[str, str]
    boards: dict[str, str]
    paths: dict[str, str]


@cache
def words() -> _RegisterWords:
    """The words of `register.yml`."""
    return read_vocabulary(Path(__file__).with_name("register.yml"), _RegisterWords)


def _form(one: TrueCollaboration) -> str:
    return words().forms.get(one.legal_form) or form_name(one.legal_form)


@cache
def _area_ids() -> dict[str, str]:
    return {theme: f"{TOOI}/def/thes/top/c_{number:08d}" for number, theme in enumerate(words().policy_areas, start=1)}


def identifiers(member: str) -> tuple[str, str]:
    """The number of an organisation in the register, and its identifier in the list of organisations."""
    number = int("".join(filter(str.isdecimal, member)))
    return f"98{number:06d}", f"{TOOI}/id/{words().paths[member[:2]]}/{member}"


def _areas(themes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(words().policy_areas[theme] for theme in themes)


def register_source(population: Population, by: Conditions, snapshots: tuple[int, ...]) -> Source:
    """Both files of the export and their list."""
    rows = defaultdict(list)
    for one in population.collaborations:
        if one.register_versions and one.inventoried:
            rows[one.truth_id].append(one)
    export = _Export(by, snapshots)
    for truth_id in sorted(rows):
        told = sorted(rows[truth_id], key=lambda one: one.snapshot)
        chain = versions(kept_up(told, by), snapshots)
        late = closed_late(chain[-1], by)
        if late != chain[-1]:
            place, said = f"line={len(export.regulations) + len(chain) + 1}", late.ends or "never"
            detail = f"{said} <- {chain[-1].ends}"
            export.faults.append(PlantedFault("register_closed_late", REGULATIONS, place, truth_id, detail))
            chain[-1] = late
        true = {one.snapshot: one for one in told}
        for place, version in enumerate(chain):
            before = chain[place - 1].roo if place else ""
            after = chain[place + 1].roo if place + 1 < len(chain) else ""
            export.add(version, before, after, true)
        if by.strikes("register_ends_before_begin", truth_id):
            export.add_impossible(chain[-1])
    if not export.regulations:
        return Source()
    listed = [(path.partition("/")[2], "", EXPORTED_ON) for path in (REGULATIONS, PARTICIPATIONS)]
    files = {
        REGULATIONS: rows_to_csv([ARRANGEMENTS, *export.regulations], delimiter=","),
        PARTICIPATIONS: rows_to_csv([PARTICIPANTS, *export.participations], delimiter=","),
        "registers/deliveries.csv": deliveries("register", listed),
    }
    return Source(files, export.observations, export.faults)


def closed_late(version: Version, by: Conditions) -> Version:
    """The last version with the end that the register gives it: now and then years after the true one, or none."""
    if version.ends is None or not by.strikes("register_closed_late", version.one.truth_id):
        return version
    years = generator("closed late", by.seed, version.one.truth_id).choice((1, 2, 3, None))
    return replace(version, ends=version.ends + 365 * years * DAY if years else None)


class _Export:
    """The two tables in the making."""

    def __init__(self, by: Conditions, snapshots: tuple[int, ...]):
        self.by, self.seed = by, by.seed
        self.snapshots = tuple(sorted({*snapshots, *((INTERIM,) if INTERIM_OF in snapshots else ())}))
        self.regulations: list[list] = []
        self.participations: list[list] = []
        self.observations: list[Observation] = []
        self.faults: list[PlantedFault] = []

    def add(self, version: Version, before: str, after: str, true: dict[int, TrueCollaboration]) -> None:
        """A version, its participants, and what it says for each snapshot, where `true` is so."""
        as_begun, first = version.one, f"line={len(self.participations) + 2}"
        one, wrong = believed(version.one, "register", self.by, version.roo)
        if one.themes != version.one.themes:
            said, meant = ("; ".join(_areas(some.themes)) for some in (one, version.one))
            wrong = [(k, f"{said} <- {meant}" if k == "register_theme" else detail) for k, detail in wrong]
        version = replace(version, one=one)
        prefix = "Gemeenschappelijke regeling "
        plain = one.name.startswith(prefix) or uniform("register name", self.seed, one.truth_id) < 0.4
        name = one.name if plain else prefix + one.name
        members, kinds = self._members(version, name)
        written = name
        if encode_twice(name) != name and self.by.strikes("register_double_encoding", version.roo):
            written = encode_twice(name)
            kinds.append("register_double_encoding")
            place = f"line={len(self.regulations) + 2}"
            detail = f"{written} <- {name}"
            self.faults.append(PlantedFault(kinds[-1], REGULATIONS, place, one.truth_id, detail))
        self._regulation(version, written, before, after, len(members))
        place = f"line={len(self.regulations) + 1}"
        for kind, detail in wrong:
            kinds.append(kind)
            self.faults.append(PlantedFault(kind, REGULATIONS, place, one.truth_id, detail))
        for snapshot in self.snapshots:
            day = reference_date(snapshot)
            if version.begins <= day and (version.ends is None or version.ends > day):
                late = list(behind(as_begun, true[snapshot], _form)) if snapshot in true else []
                for kind, detail in late:
                    where = (PARTICIPATIONS, first) if kind == PARTICIPANTS_BEHIND else (REGULATIONS, place)
                    self.faults.append(PlantedFault(kind, *where, one.truth_id, detail, snapshot))
                self.observations.append(
                    Observation(
                        file=REGULATIONS,
                        place=place,
                        source="register",
                        snapshot=snapshot,
                        reporter=None,
                        truth_id=one.truth_id,
                        name_written=name,
                        legal_form_written=_form(one).strip("'"),
                        seat_written=None,
                        purpose_written=one.purpose,
                        participants_written=tuple(members),
                        themes_written=_areas(one.themes),
                        section=None,
                        claim="lists",
                        faults=(*kinds, *(kind for kind, _ in late)),
                    )
                )

    def add_impossible(self, version: Version) -> None:
        """A version that ends the day before it begins, and so was never in force."""
        never = Version(f"9{version.roo}", version.one, version.begins, version.begins - DAY)
        self._regulation(never, version.one.name, "", "", 0)
        place = f"line={len(self.regulations) + 1}"
        detail = f"{never.ends} <- {never.begins}"
        fault = PlantedFault("register_ends_before_begin", REGULATIONS, place, version.one.truth_id, detail)
        self.faults.append(fault)

    def _regulation(self, version: Version, name: str, before: str, after: str, count: int) -> None:
        one, ends = version.one, version.ends.isoformat() if version.ends else ""
        begins = version.begins.isoformat()
        body = f"{TOOI}/id/so/so{list_number(one):04d}"
        person = one.legal_form in ("openbaar_lichaam", "bedrijfsvoeringsorganisatie")
        areas = "; ".join(
            str({"naam": words().policy_areas[theme], "tooi": _area_ids()[theme]}) for theme in one.themes
        )
        self.regulations.append([
            version.roo, name, name, f"Regeling {one.name}", _form(one), begins, ends, begins, ends,
            one.name if person else "", body if person else "", one.name, count, before, after, areas, one.purpose,
            f"{version.roo}.yaml",
        ])  # fmt: skip

    def _members(self, version: Version, name: str) -> tuple[list[str], list[str]]:
        """Rows of the participants; gives their names and the kinds of faults among them."""
        one, names, kinds = version.one, [], []
        members = list(acknowledged_members(one))
        merged = predecessors(one.snapshot)
        renewed = [member for member in members if member in merged]
        stale = None
        if renewed and self.by.strikes("register_merged_participant", version.roo):
            chance = generator("register merged", self.seed, version.roo)
            stale = chance.choice(merged[chance.choice(renewed)])
            members.append(stale)
        for member in members:
            nameless = self.by.strikes("register_without_id", version.roo, member)
            said = name_with_kind(member, one.snapshot)
            self._participation(version, name, said, None if nameless else member)
            names.append(said)
            for struck, kind in ((member == stale, "register_merged_participant"), (nameless, "register_without_id")):
                if struck:
                    kinds.append(kind)
                    place = f"line={len(self.participations) + 1}"
                    self.faults.append(PlantedFault(kind, PARTICIPATIONS, place, one.truth_id, f"{said} <- {member}"))
        for party in one.non_government:
            self._participation(version, name, party, None)
            names.append(party)
        return names, kinds

    def _participation(self, version: Version, name: str, said: str, member: str | None) -> None:
        roo, tooi = identifiers(member) if member else ("", "")
        board = words().boards[member[:2]] if member else ""
        boards = f'[{{"naam": "{board}"}}]' if board else ""
        begins = version.begins.isoformat()
        self.participations.append([version.roo, name, said, roo, tooi, begins, "", boards, "{}"])
