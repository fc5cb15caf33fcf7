"""The changes of the ledger in Dutch, for whoever must accept them.

Belongs here: sentences, and the same as plain data for machines. Does not belong here: finding the changes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from dagster_project.linkage.ledger.crosswalk import MERGED, Step
from dagster_project.linkage.ledger.diff import ACCEPTS, Change, LedgerDiff

SHOWN = 20
_UNDOES = {reason: next(k for k in ACCEPTS.values() if k != kind) for reason, kind in ACCEPTS.items()}


def counted(number: int) -> str:
    return f"{number} vermelding{'' if number == 1 else 'en'}"


def _do(number: int, stem: str, plural: str) -> str:
    return f"{number} {stem + 't' if number == 1 else plural}"


def change_text(change: Change) -> str:
    """One change in one sentence."""
    if change.reason == MERGED:
        return (
            f"{change.old_id} '{change.old_name}' ({counted(change.mentions)}) valt samen met {change.new_id} "
            f"'{change.new_name}'; {change.old_id} zou vervallen"
        )
    stay, go = _do(change.staying, "blijf", "blijven"), _do(change.mentions, "gaa", "gaan")
    return (
        f"{change.old_id} '{change.old_name}' valt uiteen: van de vermeldingen {stay}, {go} naar {change.new_id} "
        f"'{change.new_name}'"
    )


def diff_text(diff: LedgerDiff, limit: int = SHOWN) -> Iterator[str]:
    """The lines for a screen: what needs a decision in full, then what does not, at most `limit` of each."""
    yield f"Nummers die al zijn uitgegeven en die deze run verandert: {len(diff.changes)}"
    for change in diff.changes:
        yield f"  {change_text(change)}"
        if change.accepted:
            yield f"    aanvaard door besluit {', '.join(change.decisions)}"
        else:
            yield f"    aanvaarden: besluit {ACCEPTS[change.reason]} met target {change.target}"
            yield f"    ongedaan maken: besluit {_UNDOES[change.reason]} met hetzelfde target"
    yield f"Uitgegeven nummers die geen bron nu nog noemt (blijven bestaan): {len(diff.unseen)}"
    yield from _some([f"{i.collaboration_id} '{i.name}', uitgegeven in {i.minted_in}" for i in diff.unseen], limit)
    yield f"Nieuwe nummers die de volgende uitgave zou geven: {len(diff.fresh)}"
    yield from _some([f"{key} '{name}' ({counted(number)})" for key, name, number in diff.fresh], limit)
    if diff.refused:
        yield f"Een uitgave wordt geweigerd tot over {len(diff.refused)} van deze veranderingen is besloten."


def _some(lines: list[str], limit: int) -> Iterator[str]:
    yield from (f"  {line}" for line in lines[:limit])
    if len(lines) > limit:
        yield f"  en nog {len(lines) - limit} (alle met --json)"


def diff_data(diff: LedgerDiff) -> dict[str, Any]:
    """The whole diff as plain data."""
    return {
        "changes": [
            {**asdict(c), "decisions": list(c.decisions), "accepted": c.accepted, "accepts": ACCEPTS[c.reason]}
            for c in diff.changes
        ],
        "unseen": [{"collaboration_id": i.collaboration_id, "name": i.name} for i in diff.unseen],
        "new": [{"collaboration_id": key, "name": name, "mentions": number} for key, name, number in diff.fresh],
    }


def step_text(steps: Iterable[Step]) -> Iterator[str]:
    """Where ids went, a line per step."""
    for step in steps:
        how = "is opgegaan in" if step.reason == MERGED else "bestaat nog; een deel ging verder als"
        yield f"{step.old_id} {how} {step.new_id} (uitgave {step.release}, besluit {step.decisions.replace(';', ', ')})"
