"""The account of the truth between two snapshots: what was there, came, went, and is there. A check for tests.

Stocks are counted from the collaborations and flows from the events, each on its own, as the table `stock_flow` does;
for all together and per group of legal forms, between which collaborations also change.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise

from dagster_project.simulation.model import Population, TrueEvent
from dagster_project.simulation.population.forms import group_of
from dagster_project.simulation.truth.figures import GROUPS, counted

IN = ("founded", "first_seen", "entered_scope", "split_in", "changed_to")
OUT = ("dissolved", "no_longer_seen", "left_scope", "merged_out", "changed_from")
ALL = "all"


@dataclass(frozen=True)
class Account:
    """Between two snapshots, for all or a group of forms: stocks at both ends, and flows by their name there."""

    from_snapshot: int
    to_snapshot: int
    group: str
    before: int
    after: int
    flows: dict[str, int]

    @property
    def difference(self) -> int:
        """What does not add up; nought where the books close."""
        came, went = (sum(self.flows[name] for name in names) for names in (IN, OUT))
        return self.after - (self.before + came - went)


def stock_flow_accounts(population: Population) -> list[Account]:
    """Accounts per pair of snapshots that follow on each other: all first, then the groups."""
    ones = counted(population)
    found = []
    for before, after in pairwise(sorted(ones)):
        old, new = ({one.truth_id: group_of(one.legal_form) for one in ones[end]} for end in (before, after))
        flows: dict[str, Counter[str]] = defaultdict(Counter)
        for event in population.events:
            if (event.from_snapshot, event.to_snapshot) == (before, after):
                for name, group in _entries(event, old, new):
                    flows[name][group] += 1
        for group in (ALL, *GROUPS):
            stocks = [len(end) if group == ALL else list(end.values()).count(group) for end in (old, new)]
            # Between the groups collaborations change; for all of them together that is nothing.
            names = [name for name in (*IN, *OUT) if not (group == ALL and name.startswith("changed"))]
            booked = {name: flows[name].total() if group == ALL else flows[name][group] for name in names}
            found.append(Account(before, after, group, *stocks, dict.fromkeys((*IN, *OUT), 0) | booked))
    return found


def _entries(event: TrueEvent, old: dict[str, str], new: dict[str, str]) -> list[tuple[str, str]]:
    """The flows that an event books, each with its group of forms."""
    one = event.truth_id
    if event.kind == "legal_form_changed":
        return [("changed_from", old[one]), ("changed_to", new[one])] if old[one] != new[one] else []
    if event.kind == "split":
        return [("split_in", new[child]) for child in event.successors if child not in old]
    if event.kind == "merged":
        return [("merged_out", old[one])]
    if event.kind == "renamed":
        return []
    return [(event.kind, new[one] if event.kind in IN else old[one])]
