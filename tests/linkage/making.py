"""Records for tests of the parts of linkage."""

from dagster_project.linkage.names.parse import read_name
from dagster_project.linkage.records.record import Record, forms_of


def record(mention_id: str, name: str = "", **values) -> Record:
    """A record of this name that says nothing else but the `values`."""
    names = (read_name(name),) if name else ()
    empty = dict.fromkeys(("identifiers", "bodies", "participants", "near", "provinces"), frozenset())
    return Record(mention_id, name, names, **{"snapshot": 2024, "forms": forms_of(names), **empty, **values})
