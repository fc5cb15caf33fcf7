"""An export of the dated register of joint arrangements: versions with their dates, participants, and its own faults.

The columns are those of the national register. A version speaks for the snapshots at whose reference date it is in
force; where a collaboration changed without a new version, the register is behind, as the real one is.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from dagster_project.simulation.chance import dice, share
from dagster_project.simulation.delimited import deliveries, rows_to_csv
from dagster_project.simulation.faults import strikes
from dagster_project.simulation.misspelling import encode_twice
from dagster_project.simulation.model import Observation, PlantedFault, Population, TrueCollaboration
from dagster_project.simulation.observation_participants import region_side
from dagster_project.simulation.organisation_words import full_name, merged_before, reference_date
from dagster_project.simulation.sources import Source
from dagster_project.simulation.words import FORM

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
PATHS = {"gm": "gemeente", "pv": "provincie", "ws": "waterschap", "mn": "ministerie"}
BOARDS = {"gm": "College van burgemeester en wethouders", "pv": "Gedeputeerde staten", "ws": "Dagelijks bestuur"}
FORM_NL = FORM | {
    "centrumregeling": "'Regeling zonder meer'",
    "regeling_zonder_meer": "'Regeling zonder meer'",
    "wgr_onbepaald": "Openbaar lichaam",
}
AREA = {
    "ruimte": "ruimte en infrastructuur | ruimtelijke ordening",
    "economie": "economie | ondernemen",
    "sociaal": "sociale zekerheid",
    "veiligheid": "openbare orde en veiligheid | rampen",
    "energie_duurzaamheid": "natuur en milieu | afval",
    "mobiliteit": "verkeer | openbaar vervoer",
    "bedrijfsvoering": "bestuur | organisatie en beleid",
    "onderwijs_cultuur": "cultuur en recreatie | cultuur",
}
AREA_IDS = {area: f"{TOOI}/def/thes/top/c_{number:08d}" for number, area in enumerate(AREA.values(), start=1)}
REGULATIONS, PARTICIPATIONS = "registers/gr_regelingen.csv", "registers/gr_deelnemers.csv"
EXPORTED_ON = "2025-01-15"
DAY = timedelta(days=1)
INTERIM, INTERIM_OF = 2023, 2024
"""The export serves the interim snapshot too, wherever it serves the one that it feeds."""


@dataclass(frozen=True)
class Version:
    """One version: in force from `begins` up to, not including, `ends`; its content is that of `one`."""

    roo: str
    one: TrueCollaboration
    begins: date
    ends: date | None


def versions(rows: list[TrueCollaboration], all_snapshots: tuple[int, ...]) -> list[Version]:
    """The versions of one collaboration, oldest first, from its rows in the order of the snapshots.

    `rows` are those in which it stands in the register; at any other snapshot since its founding no version is in
    force. The last version of a row is in force at its snapshot. Those that came between two snapshots begin at equal
    distances between the reference dates; those before the first snapshot between founding and that date.
    """
    told: dict[str, tuple[TrueCollaboration, date]] = {}
    closed: dict[str, date] = {}
    since = min(rows[0].founded_on, reference_date(rows[0].snapshot))
    for before, one in pairwise((None, *rows)):
        until = reference_date(one.snapshot)
        fresh = [roo for roo in one.register_versions if roo not in told]
        first = 0 if not told else 1
        if away := _away(before, one, all_snapshots):
            left = reference_date(away[0]) - DAY
            told |= _begun(one, fresh[:-1], min(since, left - DAY), left, first)
            closed |= dict.fromkeys(list(told)[-1:], left)
            fresh, since, first = fresh[-1:], reference_date(away[-1]) + DAY, 0
        told |= _begun(one, fresh, since, until, first)
        since = until
    following = [begins for _, begins in list(told.values())[1:]]
    ends = [*following, _end(rows[-1], all_snapshots)]
    return [
        Version(roo, one, begins, closed.get(roo, end))
        for (roo, (one, begins)), end in zip(told.items(), ends, strict=True)
    ]


def _away(before: TrueCollaboration | None, one: TrueCollaboration, all_snapshots: tuple[int, ...]) -> list[int]:
    """The snapshots since a row, or since the founding, at which it was there and not in the register."""
    earlier = [snapshot for snapshot in all_snapshots if snapshot < one.snapshot]
    return [s for s in earlier if reference_date(s) >= one.founded_on and (before is None or s > before.snapshot)]


def _begun(
    one: TrueCollaboration, roos: list[str], since: date, until: date, first: int
) -> dict[str, tuple[TrueCollaboration, date]]:
    """Versions that begin at equal distances, the first on the day `since` itself, or after it where `first` is 1."""
    days = (until - since).days
    steps = enumerate(roos, start=first)
    return {roo: (one, since + timedelta(days=days * step // (len(roos) + first))) for step, roo in steps}


def _end(last: TrueCollaboration, all_snapshots: tuple[int, ...]) -> date | None:
    """A collaboration that is gone at the next snapshot ended at the latest the day before it."""
    if last.ended_on:
        return last.ended_on
    later = [snapshot for snapshot in all_snapshots if snapshot > last.snapshot]
    return reference_date(later[0]) - DAY if later else None


def register(population: Population, seed: int, snapshots: tuple[int, ...]) -> Source:
    """Both files of the export and their list."""
    rows = defaultdict(list)
    for one in population.collaborations:
        if one.register_versions and one.inventoried:
            rows[one.truth_id].append(one)
    export = _Export(seed, snapshots)
    for truth_id in sorted(rows):
        chain = versions(sorted(rows[truth_id], key=lambda one: one.snapshot), snapshots)
        for place, version in enumerate(chain):
            before = chain[place - 1].roo if place else ""
            after = chain[place + 1].roo if place + 1 < len(chain) else ""
            export.add(version, before, after)
        if strikes("register_ends_before_begin", seed, truth_id):
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


class _Export:
    """The two tables in the making."""

    def __init__(self, seed: int, snapshots: tuple[int, ...]):
        self.seed = seed
        self.snapshots = tuple(sorted({*snapshots, *((INTERIM,) if INTERIM_OF in snapshots else ())}))
        self.regulations: list[list] = []
        self.participations: list[list] = []
        self.observations: list[Observation] = []
        self.faults: list[PlantedFault] = []

    def add(self, version: Version, before: str, after: str) -> None:
        """A version, its participants, and what it says for each snapshot."""
        one = version.one
        prefix = "Gemeenschappelijke regeling "
        plain = one.name.startswith(prefix) or share("register name", self.seed, one.truth_id) < 0.4
        name = one.name if plain else prefix + one.name
        members, kinds = self._members(version, name)
        written = name
        if encode_twice(name) != name and strikes("register_double_encoding", self.seed, version.roo):
            written = encode_twice(name)
            kinds.append("register_double_encoding")
            place = f"line={len(self.regulations) + 2}"
            detail = f"{written} <- {name}"
            self.faults.append(PlantedFault(kinds[-1], REGULATIONS, place, one.truth_id, detail))
        self._regulation(version, written, before, after, len(members))
        place = f"line={len(self.regulations) + 1}"
        for snapshot in self.snapshots:
            day = reference_date(snapshot)
            if version.begins <= day and (version.ends is None or version.ends > day):
                self.observations.append(
                    Observation(
                        file=REGULATIONS,
                        place=place,
                        source="register",
                        snapshot=snapshot,
                        reporter=None,
                        truth_id=one.truth_id,
                        name_written=name,
                        legal_form_written=FORM_NL[one.legal_form].strip("'"),
                        seat_written=None,
                        purpose_written=one.purpose,
                        participants_written=tuple(members),
                        themes_written=tuple(AREA[theme] for theme in one.themes),
                        section=None,
                        claim="lists",
                        faults=tuple(kinds),
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
        body = f"{TOOI}/id/so/so{int(''.join(filter(str.isdecimal, one.truth_id))):04d}"
        person = one.legal_form in ("openbaar_lichaam", "bedrijfsvoeringsorganisatie")
        areas = "; ".join(str({"naam": AREA[theme], "tooi": AREA_IDS[AREA[theme]]}) for theme in one.themes)
        self.regulations.append([
            version.roo, name, name, f"Regeling {one.name}", FORM_NL[one.legal_form], begins, ends, begins, ends,
            one.name if person else "", body if person else "", one.name, count, before, after, areas, one.purpose,
            f"{version.roo}.yaml",
        ])  # fmt: skip

    def _members(self, version: Version, name: str) -> tuple[list[str], list[str]]:
        """Rows of the participants; gives their names and the kinds of faults among them."""
        one, names, kinds = version.one, [], []
        members = list(region_side(one))
        merged = merged_before(one.snapshot)
        renewed = [member for member in members if member in merged]
        stale = None
        if renewed and strikes("register_merged_participant", self.seed, version.roo):
            chance = dice("register merged", self.seed, version.roo)
            stale = chance.choice(merged[chance.choice(renewed)])
            members.append(stale)
        for member in members:
            nameless = strikes("register_without_id", self.seed, version.roo, member)
            said = full_name(member, one.snapshot)
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
        roo = f"98{int(''.join(filter(str.isdecimal, member))):06d}" if member else ""
        tooi = f"{TOOI}/id/{PATHS[member[:2]]}/{member}" if member else ""
        board = BOARDS.get(member[:2], "Minister") if member else ""
        boards = f'[{{"naam": "{board}"}}]' if board else ""
        begins = version.begins.isoformat()
        self.participations.append([version.roo, name, said, roo, tooi, begins, "", boards, "{}"])
