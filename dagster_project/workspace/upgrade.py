"""From one form of a workspace to the next, and back.

Belongs here: what differs between forms. Deliveries, decisions, ledger and releases are the same in all; the tables are
not carried over, for a run makes them anew.
"""

import re
import shutil

from dagster_project.workspace.atomic import write_text
from dagster_project.workspace.errors import WrongUse
from dagster_project.workspace.layout import FORMAT, Workspace

_OF_FORM = {
    1: ("tables", "sources", "warehouse.duckdb", "warehouse.duckdb.wal", "run.json", "verdict.json"),
    2: ("states", "building", "in_force", "alive", "seen.json"),
}
"""What only this form has in `work/`."""
_LINE = re.compile(r"^format:.*$", re.MULTILINE)


def change_form(workspace: Workspace, to: int = FORMAT) -> int:
    """Bring a workspace to a form, also an earlier one; gives the form that it had. The caller holds the lock.

    Raises WrongUse for a form that this version does not know.
    """
    before = workspace.format
    for form in (before, to):
        if form not in _OF_FORM:
            known = ", ".join(map(str, _OF_FORM))
            raise WrongUse(f"form {form} is not known here, only {known}", workspace.config_file, "use a newer version")
    if before == to:
        return before
    for name in _OF_FORM[before]:
        path = workspace.work / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    settings = workspace.config_file.read_text(encoding="utf-8")
    line = f"format: {to}"
    changed = _LINE.sub(line, settings) if _LINE.search(settings) else f"{settings.rstrip()}\n{line}\n"
    write_text(workspace.config_file, changed)
    return before
