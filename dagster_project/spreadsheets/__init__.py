"""The one reader of tables: CSV, XLSX and ODS as rows of text, each cell as a reader of the sheet sees it.

Belongs here: sheets, cells, their places, what of them cannot be read, and reading a file in a child that has limits.
Does not belong here: what a heading or a cell means, and documents with prose around their tables.
"""

import lazy_loader as lazy

__getattr__, __dir__, __all__ = lazy.attach(
    __name__,
    submod_attrs={
        "model": ["CellFault", "Merge", "Sheet"],
        "delimited": ["read_csv", "sheet_of_text"],
        "delimiter": ["best_delimiter"],
        "formulas": ["inert", "is_formula"],
        "reading": ["read_file"],
        "limited": ["beside_limited", "read_limited"],
        "xlsx": ["read_xlsx"],
        "ods": ["read_ods"],
        "plain_csv": ["read_plain_csv"],
    },
)
