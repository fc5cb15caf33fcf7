"""The data dictionary: the only place where a table or a column is described.

Belongs here: the YAML per table and that of codes, what loads them, and what is derived from them alone (types,
contracts, dbt properties, package descriptors). Does not belong here: anything that reads or writes data.
"""

from dagster_project.dictionary.codes import all_words, code_lists, dutch
from dagster_project.dictionary.fields import (
    PARTY,
    UNSURE_BELOW,
    VALUE_UNSURE_BELOW,
    all_doubts,
    doubt_mark,
    doubt_text,
    doubted_columns,
    is_unsure,
    why_in_doubt,
)
from dagster_project.dictionary.model import Column, Table, all_tables, table
from dagster_project.dictionary.phrases import phrase_in_dutch
from dagster_project.dictionary.places import place_in_dutch
from dagster_project.dictionary.sheets import Field, SheetLayout, sheet_layouts

__all__ = [
    "PARTY",
    "UNSURE_BELOW",
    "VALUE_UNSURE_BELOW",
    "Column",
    "Field",
    "SheetLayout",
    "Table",
    "all_doubts",
    "all_tables",
    "all_words",
    "code_lists",
    "doubt_mark",
    "doubt_text",
    "doubted_columns",
    "dutch",
    "is_unsure",
    "phrase_in_dutch",
    "place_in_dutch",
    "sheet_layouts",
    "table",
    "why_in_doubt",
]
