"""The tables that dbt made, in a folder that holds nothing else: the output of the stage `canonical` in `dvc.yaml`.

DVC deletes the outputs of a stage before it runs it, so they must not lie among files that anything else needs.
"""

import os
import shutil
import sys
from pathlib import Path

from dagster_project.dictionary import all_tables
from dagster_project.workspace import Workspace
from dagster_project.workspace.tables import files_of

STAGES = ("canonical", "comparable", "figures")


def canonical_export(workspace: Workspace) -> list[Path]:
    """Put the tables of these stages in `work/export` anew and give their paths; hard links where the disk can."""
    folder = workspace.work / "export"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    written = []
    for table in all_tables().values():
        for source in files_of(workspace, table.name) if table.stage in STAGES else []:
            written.append(folder / source.name)
            _link(source, written[-1])
    return written


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:  # another disk, or one without links
        shutil.copyfile(source, target)


if __name__ == "__main__":
    for path in canonical_export(Workspace.at(sys.argv[1]).require()):
        print(path.name)
