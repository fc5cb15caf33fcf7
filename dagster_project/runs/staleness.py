"""Which parts of the state in force do not rest on what is there now, and why.

Belongs here: the comparison and its words. What a part rests on is `record`; what is there now is `inputs`, and the raw
files themselves.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from dagster_project.intake import raw_differences
from dagster_project.runs.inputs import TABLES, Part, inputs_of
from dagster_project.runs.record import CHANGED_MEANWHILE, MADE_IN_PART, PARTS, changed_tables, parts_hash, read_record
from dagster_project.workspace import GateRefused, Workspace

TOLD = 8
_KINDS = {
    "code": "the code changed",
    "decisions": "decisions changed",
    "frame": "who was asked changed",
    "audits": "answers of blind samples changed",
    "settings": "workspace.yml changed",
}


@dataclass(frozen=True)
class Stale:
    """A part (`budget-2017`, `tables`, `raw`) that does not rest on what is there now, and why."""

    part: str
    why: str


def stale_parts(workspace: Workspace, *, every_byte: bool = False) -> list[Stale]:
    """All that makes the state in force stale, in the order in which it is made; empty where it is up to date.

    The raw files count too: new ones, ones that are gone, ones whose content is no longer what was taken in. A file of
    the size and time of change that it had is believed; `every_byte` reads it all the same, and the tables too.
    """
    record, now = read_record(workspace), inputs_of(workspace)
    if not record:
        return [Stale(TABLES, "no run has ended yet")]
    found = [Stale("raw", why) for why in raw_differences(workspace, every_byte=every_byte)]
    for name, part in now.parts.items():
        if name in record:
            found += [Stale(name, why) for why in _differences(record[name], part)]
        elif part["deliveries"]:
            found.append(Stale(name, "never read"))
    if TABLES not in record:
        return [*found, Stale(TABLES, "never made")]
    found += [Stale(TABLES, why) for why in _differences(record[TABLES], now.tables)]
    if record[TABLES][PARTS] == MADE_IN_PART:
        found.append(Stale(TABLES, "only some were made anew"))
    if every_byte and (changed := changed_tables(workspace)):
        found.append(Stale(TABLES, f"not as the run wrote them: {', '.join(changed[:TOLD])}"))
    if record[TABLES][PARTS] not in (MADE_IN_PART, parts_hash(record)):
        found.append(Stale(TABLES, "something was read anew since they were made"))
    return found


def refuse_if_stale(workspace: Workspace) -> None:
    """Refuse where not all parts come of what is there now, reading every byte of the raw files.

    Raises GateRefused naming the parts and why.
    """
    found = stale_parts(workspace, every_byte=True)
    if found:
        told = "; ".join(f"{s.part}: {s.why}" for s in found[:TOLD])
        more = f"; and {len(found) - TOLD} more (lappendeken status)" if len(found) > TOLD else ""
        raise GateRefused(
            f"the tables do not rest on what is there now: {told}{more}", workspace.root, "lappendeken run"
        )


def _differences(made_from: Part, now: Part) -> Iterable[str]:
    for kind, value in now.items():
        if kind != "deliveries" and made_from.get(kind) != value:
            words = _KINDS[kind]
            yield f"{words} during the run" if made_from.get(kind) == CHANGED_MEANWHILE else words
    yield from _of_deliveries(made_from.get("deliveries", {}), now["deliveries"])


def _of_deliveries(before: dict[str, str], now: dict[str, str]) -> Iterable[str]:
    new, gone = now.keys() - before.keys(), before.keys() - now.keys()
    changed = [key for key in now.keys() & before.keys() if now[key] != before[key]]
    for ids, words in ((new, "not read yet"), (gone, "no longer accepted"), (changed, "changed during the run")):
        if ids:
            yield f"{len(ids)} deliver{'y' if len(ids) == 1 else 'ies'} {words}"
