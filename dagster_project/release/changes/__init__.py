"""What changed between two releases: rows, attributes, cells, and what each cell that moved moved by.

Belongs here: comparing two folders of releases, as data, lines and a page. Does not belong here: what moved since the
last release in a run that is none yet; `lineage` tells that.
"""

from dagster_project.release.changes.cells import CellChange, changed_cells
from dagster_project.release.changes.page import changes_page
from dagster_project.release.changes.report import Changes, as_data, as_lines, diff

__all__ = ["CellChange", "Changes", "as_data", "as_lines", "changed_cells", "changes_page", "diff"]
