"""What a release says of itself to machines and to who judges it: catalogue, columns, origin, citation, long form.

Belongs here: one module for each standard. Does not belong here: the tables, and `datapackage.json`, by which they are
checked (`release.files`).
"""

from dagster_project.release.metadata.writing import SDMX, write_metadata

__all__ = ["SDMX", "write_metadata"]
