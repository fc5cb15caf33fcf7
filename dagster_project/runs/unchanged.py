"""Whether a run would make what is there already: then it need not begin.

Belongs here: the look at the whole state in force. It errs towards a run: whatever is not known to be as the last whole
run left it has all made anew. Does not belong here: what a state rests on (`inputs`, `beside`).
"""

from dagster_project.runs.beside import beside, hash_of_written
from dagster_project.runs.record import read_whole
from dagster_project.runs.staleness import stale_parts
from dagster_project.workspace import Workspace


def is_unchanged(workspace: Workspace) -> bool:
    """Whether the state in force is whole, byte for byte as its run wrote it, and rests on all that is there now.

    The caller holds the lock. Never where a run that died left something, which the next run frees, nor where a model
    outside reads along: that may answer where it did not.
    """
    if _left_over(workspace) or workspace.config.get("second_reader") is not None:
        return False
    noted = read_whole(workspace)
    if not noted or noted != {"beside": beside(workspace), "written": hash_of_written(workspace)}:
        return False
    return not stale_parts(workspace, every_byte=True)


def _left_over(workspace: Workspace) -> bool:
    in_force = workspace.state.name
    later = any(p.name > in_force for p in workspace.states.glob("[0-9]*"))
    return later or workspace.built().state.exists() or any((workspace.work / "alive").glob("*.json"))
