"""Which collaborations stand on which list: budgets, what respondents added, what they were shown, the register.

Belongs here: lists and strata of counted collaborations, per snapshot. Does not belong here: the estimate.

What a respondent is shown and what he adds by himself are two captures: the first says nothing of what was not shown.
So the one is held against the budgets among what was sent, the other among what was not. The register knows nothing but
arrangements under the Wgr, and is a third list among these only.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from dagster_project.uncertainty.coverage.two_lists import Seen
from dagster_project.workspace import Workspace, read_table
from dagster_project.workspace.seeds import counts_for, read_seed

Row = dict[str, Any]
AFFIRMS = ("lists", "participates")
PAIRS = (("budget", "survey_unprompted"), ("budget", "survey_prompted"), ("budget_or_survey", "register"))
_SIZES = ((2, "2"), (5, "3-5"), (10, "6-10"))


@dataclass(frozen=True)
class Listed:
    """A counted collaboration: its strata, the lists on which it stands, and whether any respondent was shown it."""

    form: str
    size: str
    public_law: bool
    lists: frozenset[str]
    sent: bool


def listed(workspace: Workspace) -> dict[int, list[Listed]]:
    """The counted collaborations of each published snapshot, in the order of their ids."""
    public = set(read_seed("legal_form").filter(basis="wgr")["legal_form"])
    lists, sent = _lists(workspace)
    found: dict[int, list[Listed]] = defaultdict(list)
    for row in read_table(workspace, "collaboration").filter("meets_definition").iter_rows(named=True):
        key = (row["snapshot"], row["collaboration_id"])
        size = next((name for most, name in _SIZES if row["government_count"] <= most), "11+")
        form, law = row["legal_form_group"], row["legal_form"] in public
        found[key[0]].append(Listed(form, size, law, frozenset(lists[key]), key in sent))
    return found


def _lists(workspace: Workspace) -> tuple[dict[tuple, set[str]], set[tuple]]:
    answers = {
        r["mention_id"]: r["kind"]
        for r in read_table(workspace, "survey_answer").iter_rows(named=True)
        if r["mention_id"] is not None and r["attribute"] is None
    }
    link = dict(read_table(workspace, "link").select("mention_id", "collaboration_id").iter_rows())
    lists: dict[tuple, set[str]] = defaultdict(set)
    sent = set()
    for row in read_table(workspace, "mention").iter_rows(named=True):
        snapshot = counts_for(row["source"], row["snapshot"])
        key = (snapshot, link.get(row["mention_id"]))
        if snapshot is None or key[1] is None:
            continue
        # A form of before, without rows of answers, was a list that was shown.
        prompted = row["source"] == "survey" and answers.get(row["mention_id"], "confirmed") != "added"
        if prompted:
            sent.add(key)
        if row["claim"] in AFFIRMS and row["source"] in ("budget", "register"):
            lists[key].add(row["source"])
        elif row["claim"] in AFFIRMS and row["source"] == "survey":
            lists[key].add("survey_prompted" if prompted else "survey_unprompted")
    return lists, sent


def seen_by(pair: tuple[str, str], some: list[Listed]) -> Seen:
    """How many of some stand on both lists and on one only, within what the second list could show."""
    first, second = pair
    both = only_first = only_second = 0
    for one in filter(_within(second), some):
        on_first = bool(one.lists & {"budget", "survey_prompted", "survey_unprompted"}) if first != "budget" else (
            "budget" in one.lists
        )  # fmt: skip
        on_second = second in one.lists
        both += on_first and on_second
        only_first += on_first and not on_second
        only_second += on_second and not on_first
    return Seen(both, only_first, only_second)


def _within(second: str) -> Callable[[Listed], bool]:
    domains: dict[str, Callable[[Listed], bool]] = {
        "survey_unprompted": lambda one: not one.sent,
        "survey_prompted": lambda one: one.sent,
        "register": lambda one: one.public_law,
    }
    return domains[second]


def strata(some: list[Listed]) -> Iterator[tuple[str, str, list[Listed]]]:
    """What the stratum is of, its name and its collaborations: all, by form, by size."""
    yield "all", "all", some
    for of, key in (("form", lambda one: one.form), ("size", lambda one: one.size)):
        for name in sorted({key(one) for one in some}):
            yield of, name, [one for one in some if key(one) == name]
