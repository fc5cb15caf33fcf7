"""Faults of comparability: a snapshot that is another than its name says, and sudden sameness or change."""

import re
from dataclasses import replace

from dagster_project.simulation.plants.budgets import a_party, with_participants
from dagster_project.simulation.plants.catalogue import planter
from dagster_project.simulation.plants.concepts import (
    add_participant,
    change_everywhere,
    change_in_tables,
    some,
    tables_of,
)
from dagster_project.simulation.plants.hand import REPORTED_ON, Hand
from dagster_project.simulation.plants.places import EDITION_2017, EDITION_2020, body_of, name_of
from dagster_project.simulation.randomness import uniform
from dagster_project.simulation.sources.budgets.content import Document, Party
from dagster_project.simulation.sources.register import PARTICIPATIONS, REGULATIONS
from dagster_project.simulation.sources.vocabulary import form_name
from dagster_project.simulation.world.organisations import listed_name, name_with_kind, reference_date
from dagster_project.workspace.seeds import read_seed

FORM_KEPT = 1 / 15
"""Of a form that falls so many keep it: from 31 percent of all to two."""
INVENTED = 30
"""Parties more in each budget: about as many as a municipality has."""


@planter("files")
def budgets_of_2017_for_2024(hand: Hand) -> None:
    """The files of another year under the names of this one; a body without one in 2017 delivers nothing."""
    former = {body_of(path): path for path in hand.budgets(2017)}
    for path in hand.budgets():
        body, _, rest = name_of(path).partition("_")
        hand.remove(path)
        if body in former:
            suffix = former[body].rpartition(".")[2]
            target = f"budgets/{REPORTED_ON}/{body}_{rest.rpartition('.')[0]}.{suffix}"
            hand.write(target, hand.files[former[body]], f"the bytes of {former[body]}")


@planter("files")
def edition_of_2017_for_2020(hand: Hand) -> None:
    """One edition under the name of the next."""
    hand.write(EDITION_2020, hand.files[EDITION_2017], f"the bytes of {EDITION_2017}")


@planter("documents")
def last_parties_copied_forward(hand: Hand) -> None:
    """This year on the title, the parties of 2017 below it."""
    former = {hand.document(path).reporter: hand.document(path) for path in hand.budgets(2017)}

    def copied(document: Document) -> Document:
        before = former.get(document.reporter)
        return document if before is None else _with_groups(document, before)

    hand.rewrite(copied)


def _with_groups(document: Document, before: Document) -> Document:
    parties = [
        replace(party, amounts={k: v for k, v in party.amounts.items() if k in document.style.amounts}, extras=())
        for party in before.parties
    ]
    return replace(document, groups=((None, tuple(parties)),), summary=False)


@planter("documents")
def one_form_falls(hand: Hand) -> None:
    """A form that many have becomes another, but for a few."""
    every = {form_name("openbaar_lichaam", wording) for wording in ("full", "loose", "short")}
    change_everywhere(
        hand,
        "form",
        lambda text: form_name("stichting") if text in every else text,
        only=lambda name: uniform("keeps its form", hand.country.seed, name) >= FORM_KEPT,
    )


@planter("documents")
def all_one_form(hand: Hand) -> None:
    """A column filled down."""
    change_everywhere(hand, "form", lambda text: form_name("openbaar_lichaam"))


def _newcomer(hand: Hand) -> str:
    """A municipality that takes part in least, of all that exist."""
    taking_part = {m for one in hand.country.population.collaborations for m in one.participants}
    seed = read_seed("organisation")
    alive = seed.filter((seed["kind"] == "municipality") & seed["valid_to"].is_null())["organisation_id"].sort()
    return next((one for one in alive if one not in taking_part), alive[0])


def _add_everywhere(hand: Hand, name: str) -> None:
    change_everywhere(hand, "participants", lambda text: f"{text}; {name}")


@planter("documents")
def one_municipality_everywhere(hand: Hand) -> None:
    """Every list of participants has one municipality more, and always the same."""
    member = _newcomer(hand)
    _add_everywhere(hand, listed_name(member, REPORTED_ON))
    with hand.table(PARTICIPATIONS) as table:
        for row in list({table.get(row, "gr_roo_id"): row for row in table.rows}.values()):
            add_participant(table, row, member)


@planter("documents")
def ministry_everywhere(hand: Hand) -> None:
    """A ministry in every list of participants."""
    _add_everywhere(hand, listed_name("mnre1034", REPORTED_ON))


@planter("documents")
def university_everywhere(hand: Hand) -> None:
    """A party that is no government in every list of participants."""
    _add_everywhere(hand, "Universiteit van Verzonnenstad")


@planter("documents")
def lists_halved(hand: Hand) -> None:
    """The second half of each list of participants is gone."""
    hand.parties(
        lambda party, document: (
            with_participants(party, party.participants[: (len(party.participants) + 1) // 2])
            if len(party.participants) > 1
            else party
        )
    )
    change_in_tables(
        hand,
        "participants",
        lambda text: "; ".join(text.split("; ")[: (text.count("; ") + 2) // 2]),
        tables_of(hand, REPORTED_ON),
    )


@planter("documents")
def names_all_new(hand: Hand) -> None:
    """Every name is another than before: all ends and all begins."""
    change_everywhere(hand, "name", lambda text: f"Samenwerking {' '.join(reversed(text.split()))}")


@planter("tables")
def edition_renumbered(hand: Hand) -> None:
    """The lasting numbers were given out anew."""
    with hand.table(EDITION_2020) as table:
        for number, row in enumerate(reversed(table.rows), start=1):
            table.set(row, "Nummer", number)


@planter("tables")
def old_register(hand: Hand) -> None:
    """An export of years ago: nothing that began since 2017, nothing ended since."""
    with hand.table(REGULATIONS) as table:
        since = reference_date(2017).isoformat()
        gone = [row for row in table.rows if table.get(row, "valid_from") >= since]
        table.drop(gone)
        for row in table.rows:
            for column in ("valid_until", "uitwerkingtreding"):
                if table.get(row, column) >= since:
                    table.set(row, column, "")
        ids = {table.get(row, "roo_id") for row in gone}
        for row in table.rows:
            if table.get(row, "next_roo") in ids:
                table.set(row, "next_roo", "")
    with hand.table(PARTICIPATIONS) as table:
        table.drop([row for row in table.rows if table.get(row, "gr_roo_id") in ids])


@planter("documents")
def dissolved_municipality_in_budgets(hand: Hand) -> None:
    """The name of a municipality that is gone in every list."""
    changes = read_seed("municipality_change").sort("effective_on", "old_id")
    name = changes.filter(changes["kind"] == "merged")["old_name"].to_list()[0]
    hand.parties(
        lambda party, document: with_participants(party, [*party.participants, name]) if party.participants else party
    )


@planter("documents")
def purposes_all_alike(hand: Hand) -> None:
    """One sentence for all."""
    change_everywhere(hand, "purpose", lambda text: "Het afstemmen van beleid en het uitwisselen van kennis.")


@planter("documents")
def everything_prescribed_by_law(hand: Hand) -> None:
    """Every purpose says that the law asks for it."""
    change_everywhere(hand, "purpose", lambda text: f"{text} Deelname is wettelijk verplicht.")


@planter("documents")
def seats_all_alike(hand: Hand) -> None:
    """A column filled down."""
    change_everywhere(hand, "seat", lambda text: "Utrecht")


@planter("documents")
def invented_parties(hand: Hand) -> None:
    """Many more parties than ever."""

    def made(document: Document) -> list[Party]:
        place = document.organisation.partition(" ")[2]
        return [
            a_party(f"Werkverband {place} {number}", form_name("convenant"), [document.organisation, "provincie"])
            for number in range(1, INVENTED + 1)
        ]

    hand.add_parties(made)


@planter("documents")
def one_body_tells_thrice(hand: Hand) -> None:
    """One budget with three times as many parties as before."""
    path = hand.first(hand.largest())
    number = 2 * len(hand.document(path).parties)
    hand.add_parties(
        lambda document: [
            a_party(f"Gebiedstafel {document.organisation} {n}", form_name("bestuurlijk_overleg"),
                    [document.organisation, "gemeenten in de omgeving"])
            for n in range(1, number + 1)
        ],
        [path],
    )  # fmt: skip


@planter("documents")
def spelling_of_a_reorganisation(hand: Hand) -> None:
    """A part of the names is written without spaces, as a system's key."""
    names = {party.name for path in hand.budgets() for party in hand.document(path).parties}
    chosen = set(some(sorted(names), 0.5, hand))
    change_everywhere(hand, "name", lambda text: re.sub(r"\W+", "_", text).upper() if text in chosen else text)


@planter("tables")
def programmes_of_2020_for_2024(hand: Hand) -> None:
    """The rows of the former list under the new name, with one ministry renamed."""
    with hand.table("programmes/rijksprogrammas-2020.csv") as table:
        former = [{name: table.get(row, name) for name in table.header} for row in table.rows]
    with hand.table("programmes/rijksprogrammas-2024.xlsx") as table:
        table.drop(list(table.rows))
        for cells in former:
            table.add(**cells | {"Departement": name_with_kind("mnre1034", REPORTED_ON)})
