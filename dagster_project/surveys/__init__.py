"""Survey responses: taken in from a folder, and read to mentions.

Belongs here: the workbook that organisations send back, and what their answers claim. Does not belong here: which
collaboration a row is of, and whose word counts.
"""

from dagster_project.surveys.importing import import_responses
from dagster_project.surveys.responses import read_responses

__all__ = ["import_responses", "read_responses"]
