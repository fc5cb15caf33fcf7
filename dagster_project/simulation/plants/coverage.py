"""Faults of coverage: what should have come did not, whole or in part."""

import math
from dataclasses import replace

from dagster_project.simulation.plants.budgets import with_participants, with_parties
from dagster_project.simulation.plants.catalogue import planter
from dagster_project.simulation.plants.concepts import change_everywhere
from dagster_project.simulation.plants.hand import Hand
from dagster_project.simulation.plants.places import EDITION_2020, PROGRAMMES, SURVEYS, name_of
from dagster_project.simulation.sources.budgets.content import Document
from dagster_project.simulation.sources.register import PARTICIPATIONS, REGULATIONS
from dagster_project.simulation.sources.vocabulary import form_name, words

RESPONSES = 16
"""Of so many responses one is left."""


def _remove(hand: Hand, paths: list[str]) -> None:
    """Take files away, and the lines of a list that name them."""
    for path in paths:
        hand.remove(path)
        listing = f"{path.rpartition('/')[0]}/deliveries.csv"
        if listing in hand.files:
            with hand.table(listing) as table:
                table.drop([row for row in table.rows if table.get(row, "file") == name_of(path)])


@planter("files")
def half_of_budgets_missing(hand: Hand) -> None:
    """Every second budget."""
    _remove(hand, hand.budgets()[1::2])


@planter("files")
def largest_budgets_missing(hand: Hand) -> None:
    """The quarter of the budgets that tell most."""
    largest = hand.largest()
    _remove(hand, largest[: math.ceil(len(largest) / 4)])


@planter("files")
def water_boards_missing(hand: Hand) -> None:
    """One kind of body did not deliver."""
    _remove(hand, hand.budgets(prefix="ws"))


@planter("files")
def provinces_missing(hand: Hand) -> None:
    """One kind of body did not deliver."""
    _remove(hand, hand.budgets(prefix="pv"))


@planter("files")
def budgets_of_2017_missing(hand: Hand) -> None:
    """The whole source of a snapshot."""
    _remove(hand, hand.budgets(2017))


@planter("files")
def one_response_of_sixteen(hand: Hand) -> None:
    """Few answered."""
    paths = hand.paths(SURVEYS)
    _remove(hand, paths[math.ceil(len(paths) / RESPONSES) :])


@planter("files")
def survey_missing(hand: Hand) -> None:
    """Nobody answered."""
    _remove(hand, hand.paths(SURVEYS))


@planter("files")
def register_missing(hand: Hand) -> None:
    """Both files of the export, and their list."""
    for path in hand.paths("registers/*"):
        hand.remove(path)


@planter("files")
def edition_missing(hand: Hand) -> None:
    """The only source of its snapshot but programmes and the register."""
    _remove(hand, [EDITION_2020])


@planter("files")
def programmes_missing(hand: Hand) -> None:
    """The lists of the state for the last snapshot."""
    _remove(hand, hand.paths(PROGRAMMES))


@planter("files")
def register_cut_in_mid_line(hand: Hand) -> None:
    """A transfer that broke off."""
    content = hand.files[REGULATIONS]
    middle = content.index(b"\r\n", len(content) // 2)
    hand.write(REGULATIONS, content[: middle + 2 + 40])


@planter("files")
def participants_cut_at_a_line(hand: Hand) -> None:
    """The first thousand rows of a service, here the first half: the last line is whole."""
    content = hand.files[PARTICIPATIONS]
    hand.write(PARTICIPATIONS, content[: content.index(b"\r\n", len(content) // 2) + 2])


@planter("tables")
def register_of_one_form(hand: Hand) -> None:
    """A filter was left on."""
    with hand.table(REGULATIONS) as table:
        forms = [table.get(row, "samenwerkingsvorm") for row in table.rows]
        rarest = min(sorted(set(forms)), key=forms.count)
        table.drop([row for row in table.rows if table.get(row, "samenwerkingsvorm") != rarest])


@planter("tables")
def half_of_edition(hand: Hand) -> None:
    """The second half of the rows was not copied."""
    with hand.table(EDITION_2020) as table:
        table.drop(table.rows[len(table.rows) // 2 :])


@planter("documents")
def budgets_without_parties(hand: Hand) -> None:
    """A third of the budgets says that there is nothing."""

    def nothing(document: Document) -> Document:
        said = f"{document.organisation} heeft in {document.year} geen verbonden partijen."
        return replace(document, groups=(), introduction=(said, *document.introduction[1:-1]), summary=False)

    hand.rewrite(nothing, hand.budgets()[::3])


@planter("documents")
def half_of_parties_missing(hand: Hand) -> None:
    """Every second party of every budget."""

    def half(document: Document) -> Document:
        kept = {id(party) for party in document.parties[::2]}
        return with_parties(document, lambda party, _: party if id(party) in kept else None)

    hand.rewrite(half)


@planter("documents")
def first_section_only(hand: Hand) -> None:
    """Only the first heading of each budget was exported."""
    hand.rewrite(lambda document: replace(document, groups=document.groups[:1]))


@planter("documents")
def participants_not_told(hand: Hand) -> None:
    """No budget names participants."""
    hand.parties(lambda party, document: with_participants(party, []))


@planter("documents")
def participants_and_others(hand: Hand) -> None:
    """The first two participants `e.a.`, in all sources."""
    change_everywhere(
        hand, "participants", lambda text: text if text.count("; ") < 2 else "; ".join(text.split("; ")[:2]) + " e.a."
    )


@planter("documents")
def private_forms_left_out(hand: Hand) -> None:
    """Budgets tell of joint arrangements only."""
    private = {form_name(form, wording) for form in (*words().companies, *words().foundations)
               for wording in ("full", "loose", "short")}  # fmt: skip
    hand.parties(lambda party, document: None if party.form in private else party)


@planter("tables")
def answers_emptied(hand: Hand) -> None:
    """The column of answers is empty."""
    for table in hand.tables(SURVEYS):
        for row in table.rows:
            table.set(row, "Antwoord", None)


@planter("tables")
def additions_lost(hand: Hand) -> None:
    """Only what was asked was kept, as it was asked; what respondents added or changed was not."""
    for table in hand.tables(SURVEYS):
        table.drop([row for row in table.rows if table.get(row, "Antwoord") == "toegevoegd"])
        for row in table.rows:
            if table.get(row, "Antwoord") == "gewijzigd":
                table.set(row, "Antwoord", "klopt")


@planter("tables")
def themes_emptied(hand: Hand) -> None:
    """No theme in the edition of 2020."""
    with hand.table(EDITION_2020) as table:
        for row in table.rows:
            table.set(row, "Beleidsterreinen", None)


@planter("tables")
def ministries_emptied(hand: Hand) -> None:
    """No ministry in the lists of programmes."""
    for table in hand.tables(PROGRAMMES):
        for row in table.rows:
            table.set(row, "Departement", "")
