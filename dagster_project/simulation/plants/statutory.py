"""Faults of coverage, of statutory systems: regions that lack, and municipalities in none or in two."""

from dagster_project.simulation.model import TrueCollaboration
from dagster_project.simulation.plants.budgets import with_participants
from dagster_project.simulation.plants.catalogue import planter
from dagster_project.simulation.plants.concepts import Fits, drop_everywhere, tables_of
from dagster_project.simulation.plants.hand import REPORTED_ON, Hand
from dagster_project.simulation.sources.budgets.content import Document, Party
from dagster_project.simulation.sources.register import PARTICIPATIONS, REGULATIONS
from dagster_project.simulation.world.organisations import listed_name, name_with_kind
from dagster_project.workspace.seeds import seed_rows


def _of_system(hand: Hand) -> list[TrueCollaboration]:
    """The regions of the statutory system that has most of them at the last snapshot."""
    found: dict[str, list[TrueCollaboration]] = {}
    for one in hand.country.population.collaborations:
        if one.statutory_system and one.snapshot == REPORTED_ON and one.inventoried:
            found.setdefault(one.statutory_system, []).append(one)
    return found[hand.first(sorted(found, key=lambda name: (-len(found[name]), name)))]


def _naming(regions: list[TrueCollaboration]) -> Fits:
    """Whether a text holds a name of one of the regions."""
    names = {name for one in regions for name in (one.name, one.abbreviation, *one.former_names) if name}
    return lambda said: any(name in said for name in names)


@planter("documents")
def statutory_system_lost(hand: Hand) -> None:
    """No source tells of any region of one system."""
    drop_everywhere(hand, _naming(_of_system(hand)))


@planter("documents")
def municipality_without_region(hand: Hand) -> None:
    """One municipality is in no region of a system, in any source."""
    regions = _of_system(hand)
    fits, member = _naming(regions), hand.first(m for one in regions for m in one.participants if m.startswith("gm"))
    wanted = {f(member, REPORTED_ON).lower() for f in (listed_name, name_with_kind)}

    def without(party: Party, document: Document) -> Party | None:
        if not fits(party.name):
            return party
        if document.reporter == member:
            return None
        kept = [item for item in party.participants if item.lower() not in wanted]
        return party if len(kept) == len(party.participants) else with_participants(party, kept)

    hand.parties(without)
    for path in [path for path in tables_of(hand, REPORTED_ON) if path != REGULATIONS]:
        with hand.table(path) as table:
            for row in table.rows:
                items = table.get(row, "Deelnemers").split("; ")
                if fits(table.get(row, "Naam")):
                    table.set(row, "Deelnemers", "; ".join(i for i in items if i.lower() not in wanted))
    with hand.table(PARTICIPATIONS) as table:
        table.drop([
            row for row in table.rows
            if table.get(row, "deelnemer_tooi").endswith(member) and fits(table.get(row, "gr_naam"))
        ])  # fmt: skip


@planter("tables")
def municipality_in_two_regions(hand: Hand) -> None:
    """One region of a system is in the register a second time, under the name of a neighbour."""
    exactly_one = {row["system"] for row in seed_rows("statutory_system") if row["rule"].endswith("exactly one")}
    known = hand.country.population.collaborations
    told = [one for one in known if one.statutory_system in exactly_one and one.register_versions]
    fits = _naming([one for one in told if one.snapshot == REPORTED_ON and one.inventoried])
    with hand.table(REGULATIONS) as table:
        row = hand.first(row for row in table.rows if fits(table.get(row, "naam")))
        old, name = table.get(row, "roo_id"), f"{table.get(row, 'naam')} Zuidoost"
        fields = dict.fromkeys(("naam", "alle_namen", "citeertitel", "so_naam", "bronhouder"), name)
        table.add(like=row, roo_id=f"7{old}", so_tooi="", file=f"7{old}.yaml", **fields)
    with hand.table(PARTICIPATIONS) as table:
        for row in [row for row in table.rows if table.get(row, "gr_roo_id") == old]:
            table.add(like=row, gr_roo_id=f"7{old}", gr_naam=name)
