"""Release: from the tables of a run to a folder that never changes.

Belongs here: gate, package, verification, versions. Does not belong here: any judgement on the content; that is in
`quality`.
"""

from dagster_project.release.approve import approve_release, withdraw_release
from dagster_project.release.changes import Changes, as_data, as_lines, changes_page, diff
from dagster_project.release.make import Rooms, make_release
from dagster_project.release.reproduce import Reproduced, reproduce
from dagster_project.release.verifier import verify_release
from dagster_project.release.verify_standalone import VerifyReport, is_hash
from dagster_project.release.verify_standalone import root_hash_of as root_hash
from dagster_project.release.versioning import add_raw_to_dvc, add_to_dvc

__all__ = [
    "Changes",
    "Reproduced",
    "Rooms",
    "VerifyReport",
    "add_raw_to_dvc",
    "add_to_dvc",
    "approve_release",
    "as_data",
    "as_lines",
    "changes_page",
    "diff",
    "is_hash",
    "make_release",
    "reproduce",
    "root_hash",
    "verify_release",
    "withdraw_release",
]
