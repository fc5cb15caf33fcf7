"""Faults of reconciliation: sources that contradict each other, themselves, or what was published of them before."""

from dagster_project.simulation.plants.budgets import a_party, with_name, with_participants
from dagster_project.simulation.plants.catalogue import planter
from dagster_project.simulation.plants.concepts import change_everywhere, in_force, some
from dagster_project.simulation.plants.hand import REPORTED_ON, Hand
from dagster_project.simulation.plants.places import EDITION_2017, EDITION_2020, PROGRAMMES, SURVEYS, body_of
from dagster_project.simulation.sources.budgets.content import Document, Party
from dagster_project.simulation.sources.register import REGULATIONS
from dagster_project.simulation.sources.vocabulary import form_name, words
from dagster_project.simulation.world.organisations import listed_name


@planter("tables")
def survey_against_own_budget(hand: Hand) -> None:
    """A body denies in the survey what its own budget lists."""
    for path in hand.paths(SURVEYS):
        own = {p.name for budget in hand.budgets(prefix=body_of(path)) for p in hand.document(budget).parties}
        with hand.table(path) as table:
            for row in table.rows:
                if table.get(row, "Naam") in own:
                    table.set(row, "Antwoord", "neemt niet deel")


@planter("tables")
def survey_against_itself(hand: Hand) -> None:
    """One row confirms, the next denies."""
    for table in hand.tables(SURVEYS):
        for row in some(table.rows, 0.3, hand):
            table.add(after=row, like=row, Antwoord="neemt niet deel")


@planter("tables")
def forms_of_two_sources(hand: Hand) -> None:
    """The register says another form than all others."""
    with hand.table(REGULATIONS) as table:
        for row in in_force(table):
            table.set(row, "samenwerkingsvorm", form_name("centrumregeling"))


@planter("tables")
def total_row_in_edition(hand: Hand) -> None:
    """A row of totals among the collaborations."""
    with hand.table(EDITION_2020) as table:
        table.add(Nummer=99999, Naam="Totaal", Deelnemers=str(len(table.rows)), Rechtsvorm=None)


@planter("documents")
def subtotals_as_parties(hand: Hand) -> None:
    """Rows of subtotals among the parties."""
    hand.add_parties(
        lambda document: [
            a_party(f"Subtotaal {heading or 'verbonden partijen'}", None, [f"{len(parties)} partijen"])
            for heading, parties in document.groups
        ]
    )


@planter("tables")
def edition_over_what_was_published(hand: Hand) -> None:
    """Every row three times under another name: far above the published total."""
    with hand.table(EDITION_2020) as table:
        for number, row in enumerate(list(table.rows)):
            for copy in (1, 2):
                name = f"{table.get(row, 'Naam')} deelgebied {number}-{copy}"
                table.add(like=row, Nummer=80000 + 2 * number + copy, Naam=name)


@planter("tables")
def edition_restated(hand: Hand) -> None:
    """An edition that was published long ago comes again, with other forms in a fifth of its rows."""
    with hand.table(EDITION_2017) as table:
        for row in some(table.rows, 0.2, hand):
            table.set(row, "Rechtsvorm", form_name("convenant"))


@planter("tables")
def codes_against_names(hand: Hand) -> None:
    """The codes of the participants are those of the row above."""
    with hand.table(EDITION_2020) as table:
        table.move(table.rows, -1, "Gemeentecodes")


@planter("documents")
def named_but_not_naming(hand: Hand) -> None:
    """Each party stands in one budget only; the others that it names do not list it."""
    told: set[str] = set()

    def once(party: Party, document: Document) -> Party | None:
        key = party.truth_id or party.name
        if key in told:
            return None
        told.add(key)
        return party

    hand.parties(once)


@planter("tables")
def ministries_nobody_knows(hand: Hand) -> None:
    """The state names a ministry that no region acknowledges."""
    for table in hand.tables(PROGRAMMES):
        for row in table.rows:
            name = listed_name("mnre1018", REPORTED_ON)
            table.set(row, "Departement", f"{table.get(row, 'Departement')}; {name[0].upper()}{name[1:]}")


@planter("tables")
def ended_before_founded(hand: Hand) -> None:
    """The survey says that things ended long before the register says that they began."""
    for table in hand.tables(SURVEYS):
        for row in some(table.rows, 0.2, hand):
            table.set(row, "Antwoord", "opgeheven")
            table.set(row, "Opgeheven op", "01-01-1985")


@planter("documents")
def two_under_one_name(hand: Hand) -> None:
    """Two collaborations that all sources call by one name."""
    names = sorted({party.name for path in hand.budgets() for party in hand.document(path).parties if party.truth_id})
    same = dict(zip(names[1::2], names[::2], strict=False))
    change_everywhere(hand, "name", lambda text: same.get(text, text))


@planter("documents")
def each_its_own_name(hand: Hand) -> None:
    """Each budget calls everything after itself."""
    hand.parties(
        lambda party, document: with_name(party, f"{document.organisation.partition(' ')[2]}se deelname {party.name}")
    )


@planter("documents")
def participants_contradict(hand: Hand) -> None:
    """Each reporter names itself and one other: no two lists are the same."""

    def own(party: Party, document: Document) -> Party:
        own_name = listed_name(document.reporter, document.year)
        others = [item for item in party.participants if item.lower() != own_name.lower()]
        return with_participants(party, [own_name, others[hand.chance.randrange(len(others))]]) if others else party

    hand.parties(own)


@planter("tables")
def seats_of_two_sources(hand: Hand) -> None:
    """The survey puts every seat one row further than it is."""
    for table in hand.tables(SURVEYS):
        table.move(table.rows, 1, "Vestigingsplaats")


@planter("tables")
def themes_of_two_sources(hand: Hand) -> None:
    """Every respondent has other themes for the same collaboration."""
    names = list(words().themes.values())
    for place, path in enumerate(hand.paths(SURVEYS)):
        with hand.table(path) as table:
            for row in table.rows:
                if table.get(row, "Beleidsterreinen"):
                    table.set(row, "Beleidsterreinen", names[place % len(names)])
