"""Data Package 2 descriptors of the published tables, from the dictionary alone.

Belongs here: what a column is called, its type, constraints, keys and relations in the words of the Data Package
standard. Does not belong here: names of files, hashes, licences; whoever writes the files adds those.
"""

from typing import Any

from dagster_project.dictionary.model import Column, Table, all_tables
from dagster_project.dictionary.types import package_type

PACKAGE_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
SCHEMA_PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"
LIST_SEPARATOR = "; "


def published_tables() -> list[Table]:
    """The tables that a release carries, in the order of their names."""
    return [t for t in all_tables().values() if t.published]


def table_schema(table: Table) -> dict[str, Any]:
    """The Table Schema of one table as it stands in its CSV.

    A key with a column that may be empty is declared as a unique key, for a primary key may not be empty.
    """
    key = list(table.key)
    schema: dict[str, Any] = {
        "$schema": SCHEMA_PROFILE,
        "fields": [_field(c) for c in table.columns],
        "missingValues": [""],
    }
    if any(table.column(c).nullable for c in key):
        schema["uniqueKeys"] = [key]
    else:
        schema["primaryKey"] = key
    if relations := _foreign_keys(table):
        schema["foreignKeys"] = relations
    return schema


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": package_type(column.type),
        "title": column.label_nl,
        "description": column.description_nl,
    }
    if column.unit:
        field["unit"] = column.unit
    if column.is_list:
        field["itemType"] = column.type.removeprefix("list<").removesuffix(">")
        field["itemSeparator"] = LIST_SEPARATOR
    constraints: dict[str, Any] = {}
    if not column.nullable and not column.is_list:  # an empty list is an empty field in a CSV
        constraints["required"] = True
    if column.enum:
        constraints["enum"] = list(column.enum)
    if constraints:
        field["constraints"] = constraints
    return field


def _foreign_keys(table: Table) -> list[dict[str, Any]]:
    relations = []
    for column in table.columns:
        if not column.ref:
            continue
        target, target_column = column.ref.split(".")
        if all_tables()[target].published:
            reference = {"resource": target, "fields": [target_column]}
            relations.append({"fields": [column.name], "reference": reference})
    return relations


def resource(table: Table, path: str) -> dict[str, Any]:
    """The Data Resource of one table in the CSV at `path`, a path below the folder of the package."""
    return {
        "name": table.name,
        "title": table.label_nl,
        "description": table.description_nl,
        "path": path,
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": table_schema(table),
    }
