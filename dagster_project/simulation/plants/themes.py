"""Faults of comparability, of themes: all alike, or by another codebook than that of the snapshot."""

from collections.abc import Callable

from dagster_project.simulation.plants.catalogue import planter
from dagster_project.simulation.plants.concepts import change_in_tables, tables_of
from dagster_project.simulation.plants.hand import REPORTED_ON, Hand
from dagster_project.simulation.plants.words import words
from dagster_project.simulation.sources.vocabulary import words as shared


def _themes(hand: Hand, change: Callable[[str], str]) -> None:
    change_in_tables(hand, "themes", change, [*tables_of(hand, REPORTED_ON), *hand.paths("editions/*2023*")])


@planter("tables")
def all_one_theme(hand: Hand) -> None:
    """A column filled down."""
    _themes(hand, lambda text: shared().themes["bedrijfsvoering"])


@planter("tables")
def all_themes_for_all(hand: Hand) -> None:
    """Every box ticked."""
    _themes(hand, lambda text: "; ".join(shared().themes.values()))


@planter("tables")
def themes_of_another_codebook(hand: Hand) -> None:
    """The words of other years."""
    names = list(shared().themes.values())
    other = words().themes_of_another_codebook
    known = {name: other[place % len(other)] for place, name in enumerate(names)}
    _themes(hand, lambda text: "; ".join(known.get(item, item) for item in text.split("; ")))


@planter("tables")
def theme_numbers_moved(hand: Hand) -> None:
    """Numbers of a codebook that began with another theme."""
    names = list(shared().themes.values())
    _themes(hand, lambda text: "; ".join(str((names.index(i) + 1) % 8 + 1) for i in text.split("; ") if i in names))


@planter("tables")
def one_theme_for_another(hand: Hand) -> None:
    """What was one theme is told as another."""
    old, new = shared().themes["sociaal"], shared().themes["onderwijs_cultuur"]
    _themes(hand, lambda text: text.replace(old, new))
