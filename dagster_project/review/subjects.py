"""What a decision is about, so that two answers to one question are known to be that, whatever ids they were given by.

Belongs here: the subjects of decisions. Does not belong here: whether a decision holds (`decisions`).
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

LINKS = ("must_link", "must_not_link")
SUCCESSIONS = ("merger", "split", "no_succession")


def subjects(decision: Mapping[str, Any], now: Callable[[str], str]) -> Iterator[tuple]:
    """The subjects of a decision; `now` gives the collaboration that a part of a target is in this run.

    A participant is a subject by its organisation and, where the decision says which name was asked about, by that.
    """
    kind, snapshot, target = decision["kind"], decision["snapshot"], decision["target"]
    if kind in LINKS:
        yield "link", frozenset(target.split("|"))
    elif kind in SUCCESSIONS:
        yield "succession", snapshot, frozenset(map(now, target.split("|")))
    elif kind == "open_name":
        yield "name", snapshot, now(target), decision["attribute"]
    elif kind == "participant":
        yield "participant", snapshot, now(target), decision["attribute"]
        if decision["expect"] is not None:
            yield "name", snapshot, now(target), decision["expect"]
    elif kind in ("reading", "delivery"):
        yield kind, target
    else:
        yield kind, snapshot, now(target), decision["attribute"]
