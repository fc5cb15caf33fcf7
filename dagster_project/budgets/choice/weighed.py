"""Every text of a document weighed as a name, and the names that were chosen.

Belongs here: the steps of the choice in their order. Does not belong here: what any of them does.
"""

from dataclasses import dataclass

from dagster_project.budgets.choice.context import contexts
from dagster_project.budgets.choice.labels import Labels, look_at
from dagster_project.budgets.choice.parts import Part
from dagster_project.budgets.choice.places import ALONE, Named, best_parts, chosen_names
from dagster_project.budgets.choice.units import Unit, units_of
from dagster_project.documents import Document, Table


@dataclass(frozen=True)
class Weighed:
    """The texts of a document with what each is worth as a name, and the names that were chosen."""

    labels: Labels
    units: list[Unit]
    best: list[tuple[float, Part] | None]
    chosen: list[Named]


def weighed(document: Document) -> Weighed:
    """Every text of a document weighed as a name."""
    units = units_of(document)
    look_at(unit.text for unit in units)
    labels = Labels(texts_of(document))
    best = best_parts(units, contexts(document, units, labels))
    return Weighed(labels, units, best, [n for n in chosen_names(units, best) if n.beside > 1 or n.score >= ALONE])


def texts_of(document: Document) -> list[str]:
    """All cells, and all lines up to a colon, with repetition: where labels repeat."""
    found: list[str] = []
    for block in document.blocks:
        if isinstance(block, Table):
            found += [cell for row in block.rows for cell in row.distinct]
        else:
            found += [line.partition(":")[0] for line in block.text.split("\n")]
    return found
