"""`tabellen/csv-metadata.json`: the tables by CSV on the Web (W3C), one group, from the dictionary.

In a group a key may refer to another table, which in a file per table it may not; a reader of CSVW looks for this name.
"""

import re
from typing import Any

from dagster_project.dictionary import Column, Table, all_tables
from dagster_project.dictionary.datapackage import LIST_SEPARATOR
from dagster_project.dictionary.types import package_type

NAME = "csv-metadata.json"
_TYPES = {"integer": "integer", "number": "number", "boolean": "boolean", "date": "date"}


def csvw(tables: list[Table], title: str, licence: str, publisher: str) -> dict[str, Any]:
    """The table group over `tables`; `licence` and `publisher` are addresses."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "nl"}],
        "dc:title": title,
        "dc:license": {"@id": licence},
        "dc:publisher": {"@id": publisher},
        "dialect": {"encoding": "utf-8", "delimiter": ",", "header": True, "lineTerminators": ["\n"]},
        "tables": [_table(table) for table in tables],
    }


def _table(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {"columns": [_column(c) for c in table.columns]}
    if not any(table.column(c).nullable for c in table.key):
        schema["primaryKey"] = list(table.key)
    if keys := [_foreign_key(c) for c in table.columns if c.ref and _is_published(c.ref)]:
        schema["foreignKeys"] = keys
    return {
        "url": f"{table.name}.csv",
        "dc:title": table.label_nl,
        "dc:description": table.description_nl,
        "tableSchema": schema,
    }


def _column(column: Column) -> dict[str, Any]:
    kind = column.type.removeprefix("list<").removesuffix(">")
    base = _TYPES.get(package_type(kind) if not column.is_list else kind, "string")
    said: dict[str, Any] = {
        "name": column.name,
        "titles": [column.name, column.label_nl],  # a reader holds the head of the CSV against these
        "dc:description": column.description_nl,
        "datatype": base,
    }
    if column.enum:
        said["datatype"] = {"base": base, "format": "|".join(map(re.escape, column.enum))}
    if column.is_list:
        said["separator"] = LIST_SEPARATOR
    elif not column.nullable:
        said["required"] = True
    return said


def _foreign_key(column: Column) -> dict[str, Any]:
    table, target = column.ref.split(".")
    return {"columnReference": column.name, "reference": {"resource": f"{table}.csv", "columnReference": target}}


def _is_published(ref: str) -> bool:
    return all_tables()[ref.split(".")[0]].published
