"""What a workspace expects to receive, as `workspace.yml` declares it under `expected`, else by rule.

```yaml
expected:
  budget:                     # the bodies per snapshot; left out: all in scope of the kinds whose budgets were read
    2024: [gm0014, pv20]
  survey:                     # the bodies asked; left out: all in scope, where there was a survey
    2024: [gm0014]
  register: [2017, 2020, 2024]
  edition: [2020]             # left out: the snapshots for which no budgets were read
  programme: [2024]           # left out: the snapshots with a survey
  waived:                     # what will not come, and why; it is told, and no longer awaited
    - {source: budget, snapshot: 2024, organisation: gm0047, reason: begroting bestaat niet meer}
```

Belongs here: what is asked. Does not belong here: what came (`expected`), and how much of it is enough
(`expectations/coverage.yml`). A workspace that declares nothing is asked for everything:
silence never approves.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dagster_project.workspace import Workspace, WrongUse
from dagster_project.workspace.seeds import read_seed

BY_BODY = ("budget", "survey")
NATIONAL = ("register", "edition", "programme")
_BUDGETS_READ = {
    "municipality": "municipal_budgets",
    "province": "province_budgets",
    "water_board": "water_board_budgets",
}
"""Kind of body to the column of the seed `snapshot` that says whether its budgets were read."""
_WAIVER = {"source", "snapshot", "reason"}

Key = tuple[int, str, str]
"""Snapshot, source and organisation; the last is an empty text where a source speaks for no body."""


@dataclass(frozen=True)
class Asked:
    """What is expected, and the reasons for what will not come."""

    keys: frozenset[Key]
    waived: Mapping[Key, str]


def asked(workspace: Workspace, organisations: Iterable[Mapping[str, Any]]) -> Asked:
    """What a workspace expects, given the rows of `organisation_snapshot`.

    Raises WrongUse for a declaration that cannot be read, or names a body that did not exist at the snapshot.
    """
    settings = _Settings(workspace, list(organisations))
    keys = {key for source in (*BY_BODY, *NATIONAL) for key in settings.keys(source)}
    waived = settings.waived()
    if strays := sorted(waived.keys() - keys):
        raise settings.refuse(f"waived, but not expected: {strays[0]}", "leave it out, or expect it")
    return Asked(frozenset(keys), waived)


class _Settings:
    def __init__(self, workspace: Workspace, organisations: list[Mapping[str, Any]]):
        self._file = workspace.config_file
        self._said = workspace.config.get("expected") or {}
        self._snapshots = [s for s in read_seed("snapshot").iter_rows(named=True) if s["role"] == "published"]
        self._there = {(o["snapshot"], o["organisation_id"]) for o in organisations}
        self._in_scope = [o for o in organisations if o["in_scope"]]
        known = {*BY_BODY, *NATIONAL, "waived"}
        if not isinstance(self._said, dict) or set(self._said) - known:
            raise self.refuse("it is no list of sources", f"write {', '.join(sorted(known))} below it")

    def refuse(self, what: str, mend: str) -> WrongUse:
        return WrongUse(f"expected: {what}", self._file, mend)

    def keys(self, source: str) -> set[Key]:
        if source not in self._said:
            return {key for snapshot in self._snapshots for key in self._by_rule(source, snapshot)}
        said = self._said[source]
        if source in NATIONAL:
            if not isinstance(said, list):
                raise self.refuse(f"{source} is no list", "write the years, such as [2020, 2024]")
            return {(self._year(year), source, "") for year in said}
        if not isinstance(said, dict) or not all(isinstance(bodies, list) for bodies in said.values()):
            raise self.refuse(f"{source} is no list per snapshot", "write a year and its bodies, as 2024: [gm0014]")
        return {(self._year(year), source, self._body(year, body)) for year, bodies in said.items() for body in bodies}

    def waived(self) -> dict[Key, str]:
        said = self._said.get("waived") or []
        if not isinstance(said, list) or not all(isinstance(one, dict) and set(one) >= _WAIVER for one in said):
            raise self.refuse("waived", "write source, snapshot, organisation and reason of each")
        found = {
            (self._year(one["snapshot"]), one["source"], one.get("organisation") or ""): str(one["reason"]).strip()
            for one in said
        }
        if not all(found.values()):
            raise self.refuse("waived without a reason", "write why it will not come")
        return found

    def _by_rule(self, source: str, snapshot: Mapping[str, Any]) -> Iterable[Key]:
        read = {kind for kind, column in _BUDGETS_READ.items() if snapshot[column] == "yes"}
        surveyed = snapshot["survey"] == "yes"
        if source in BY_BODY:
            kinds = read if source == "budget" else set(_BUDGETS_READ) if surveyed else set()
            at_date = [o for o in self._in_scope if o["snapshot"] == snapshot["snapshot"] and o["kind"] in kinds]
            return [(snapshot["snapshot"], source, o["organisation_id"]) for o in at_date]
        wanted = {"register": True, "edition": not read, "programme": surveyed}[source]
        return [(snapshot["snapshot"], source, "")] if wanted else []

    def _year(self, year: Any) -> int:
        if year not in {s["snapshot"] for s in self._snapshots}:
            raise self.refuse(f"{year} is no published snapshot", "write a year of dbt/seeds/snapshot.csv")
        return year

    def _body(self, year: int, body: Any) -> str:
        if (year, body) not in self._there:
            raise self.refuse(f"{body} did not exist at {year}", "write ids as gm0014, of bodies of that date")
        return body
