"""What of a workbook is not Dutch: codes, names of tables and columns, and texts without words."""

import re

from dagster_project.dictionary import all_tables, all_words, code_lists
from dagster_project.release.wording import UNWORDED
from dagster_project.workspace.seeds import read_seed

NAMED = {"Adres", "Code", "Kenmerk", "Sleutel", "Toets", "Uitspraken", "Rijen", "Verwachting", "Doel", "Toelichting"}
"""Columns that name something as the tables do, for a command or a mend, and those that hold what a source wrote."""
ALSO_DUTCH = {"a", "b", "c", "d1", "d2", "d3", "d4", "e", "is", "met", "code", "status", "kappa", "register", "model"}
ALSO_DUTCH |= {"privacy", "onbekend", "indicator", "product", "overlap", "stichting", "vereniging", "gezien", "A", "B"}


def english() -> set[str]:
    """Every code that has a Dutch word, and every name of a table, column or figure."""
    codes = {code for words in code_lists().values() for code, word in words.items() if word != code}
    for spec in all_tables().values():
        codes |= {spec.name, *spec.column_names, *(value for c in spec.columns for value in c.enum)}
    codes |= set(read_seed("figure_definition")["figure"]) | set(read_seed("theme_code")["theme"])
    return codes - ALSO_DUTCH - set(code_lists()["series_break"]) - {place.lower() for place in all_words().values()}


def not_dutch(book) -> list[tuple[str, str, str]]:
    """Sheet, heading and word of each cell that holds one; `NAMED` columns, names and files are not looked at."""
    codes, told = english(), []
    for sheet in book.worksheets:
        heads = [str(c.value) for c in sheet[1]]
        for row in sheet.iter_rows():
            for head, cell in zip(heads, row, strict=False):
                if not isinstance(cell.value, str) or head in NAMED or head.startswith(("Bestandsnaam", "Naam")):
                    continue
                words = {cell.value, *cell.value.split("; "), *re.findall(r"[a-z]+(?:_[a-z]+)+", cell.value)}
                told += [(sheet.title, head, word) for word in sorted(words & codes)]
                if UNWORDED in cell.value:
                    told.append((sheet.title, head, cell.value))
    return told
