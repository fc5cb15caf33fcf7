"""The workbook that BZK opens.

Belongs here: its sheets, their rows and their look. Does not belong here: which columns a sheet has (`sheets.yml` in
the dictionary), words for values (`release.wording`), the figures (`release.figures`).
"""

from dagster_project.release.workbook.sheets import workbook_of

__all__ = ["workbook_of"]
