"""What was expected, and what came of it: the rows of `expected_delivery`.

Belongs here: holding what is asked (`asked`) against deliveries, mentions and refusals of this run, the snapshot before
and the newest release. Does not belong here: how much of it is enough, which `expectations/coverage.yml` says.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from dagster_project.intake import deliveries
from dagster_project.quality.asked import BY_BODY, Key, asked
from dagster_project.quality.whole import ends_within_a_line, ends_without_its_end
from dagster_project.quality.whose import Whose
from dagster_project.workspace import Workspace, read_table
from dagster_project.workspace.releases import TABLES, newest_release
from dagster_project.workspace.seeds import read_seed

Row = dict[str, Any]

_REFUSED_AT_THE_DOOR = re.compile(r"(?:.*/)?(budgets|surveys)/(\d{4})/((?:gm|pv|ws)\d{2,4})[_.-]", re.IGNORECASE)
_SOURCE = {"budgets": "budget", "surveys": "survey"}
_TEXT_TABLE = (".csv", ".tsv", ".txt")
_NOT_RECEIVED = ("missing", "refused", "empty", "held")


def expected_deliveries(workspace: Workspace) -> Iterator[Row]:
    """Rows of `expected_delivery` from the tables of this run. Raises WrongUse for a declaration without use."""
    organisations = read_table(workspace, "organisation_snapshot").to_dicts()
    known = {(o["snapshot"], o["organisation_id"]): o for o in organisations}
    wanted = asked(workspace, organisations)
    came = _Came(workspace)
    earlier = _earlier(wanted.keys | came.told)
    for key in sorted(wanted.keys):
        snapshot, source, body = key
        status, reason, by = came.status(key)
        if key in wanted.waived and status in _NOT_RECEIVED:
            status, reason = "waived", wanted.waived[key]
        of_body = known.get((snapshot, body), {})
        before = (earlier[key], source, body) if key in earlier else None
        yield {
            "snapshot": snapshot,
            "source": source,
            "organisation_id": body,
            "kind": of_body.get("kind"),
            "province_id": of_body.get("province_id"),
            "status": status,
            "reason": reason,
            "delivery_ids": [d["delivery_id"] for d in by],
            "file_names": [d["file_name"] for d in by],
            "cut_files": [d["file_name"] for d in by if came.is_cut(d)],
            "unclosed_files": [d["file_name"] for d in by if came.is_unclosed(d)],
            "draft_words": sorted({word for d in by for word in came.whose.draft_words(d["delivery_id"])}),
            "stated_years": sorted({year for d in by for year in came.whose.years(d["delivery_id"])}),
            "other_body": next(
                filter(None, (came.whose.other_body(d["delivery_id"], d["organisation_ids"]) for d in by)), None
            ),
            "mentions": came.mentions[key],
            "snapshot_before": before[0] if before else None,
            "mentions_before": came.mentions[before] if before else None,
            "mentions_released": came.lost(key),
        }


def _earlier(keys: Iterable[Key]) -> dict[Key, int]:
    """Of each key the last snapshot before it with the same source and body among the keys."""
    by_body = defaultdict(list)
    for snapshot, source, body in sorted(keys):
        by_body[source, body].append(snapshot)
    return {
        (after, source, body): before
        for (source, body), snapshots in by_body.items()
        for before, after in pairwise(snapshots)
    }


class _Came:
    """What there is of each source and body."""

    def __init__(self, workspace: Workspace):
        self.mentions: Counter[Key] = _counted(read_table(workspace, "mention"))
        published = set(read_seed("snapshot").filter(role="published")["snapshot"])
        self.told = {key for key in self.mentions if key[0] in published}
        self.released = _released(workspace)
        self._by: dict[tuple[str, str], list[Row]] = defaultdict(list)
        accepted = deliveries(workspace)
        self.whose = Whose(workspace, accepted)
        self._paths = {d.delivery_id: d.path for d in accepted}
        self._cut: dict[str, bool] = {}
        for one in read_table(workspace, "delivery").iter_rows(named=True):
            for body in one["organisation_ids"] if one["source"] in BY_BODY else ("",):
                self._by[one["source"], body].append(one)
        self._refused: dict[str, str] = {}
        self._at_the_door: dict[Key, str] = {}
        for row in read_table(workspace, "refusal").iter_rows(named=True):
            told = f"{row['reason']}: {row['file_name']}"
            if row["delivery_id"] and row["locator"] == "document":
                self._refused.setdefault(row["delivery_id"], told)
            elif (match := _REFUSED_AT_THE_DOOR.match(row["file_name"])) and not row["delivery_id"]:
                key = (int(match[2]), _SOURCE[match[1].lower()], match[3].lower())
                self._at_the_door.setdefault(key, told)

    def status(self, key: Key) -> tuple[str, str | None, list[Row]]:
        """The status, why nothing was received, and the deliveries; a body is received with its first mention."""
        snapshot, source, body = key
        by = [d for d in self._by[source, body] if not d["snapshots"] or snapshot in d["snapshots"]]
        accepted = [d for d in by if d["status"] == "accepted"]
        if accepted and self.mentions[key]:
            return "received", None, accepted
        ids = [d["delivery_id"] for d in accepted]
        if why := next((self._refused[id_] for id_ in ids if id_ in self._refused), None):
            return "refused", why, accepted
        if accepted:
            return "empty", "no party was read", accepted
        if held := [d for d in by if d["status"] == "held"]:
            return "held", "it waits for a decision of kind delivery", held
        if key in self._at_the_door:
            return "refused", self._at_the_door[key], []
        return "missing", None, []

    def lost(self, key: Key) -> int | None:
        """The mentions in the newest release where these were more: one of which all is there changes no table."""
        return self.released[key] if self.released[key] > self.mentions[key] else None

    def is_cut(self, delivery: Row) -> bool:
        """Whether its file ends within a line; only tables in text are looked at, each once."""
        id_, path = delivery["delivery_id"], self._paths.get(delivery["delivery_id"])
        if path is None or not path.name.lower().endswith(_TEXT_TABLE) or not path.is_file():
            return False
        if id_ not in self._cut:
            self._cut[id_] = ends_within_a_line(path)
        return self._cut[id_]

    def is_unclosed(self, delivery: Row) -> bool:
        """Whether its file is a web page that never closes."""
        path = self._paths.get(delivery["delivery_id"])
        return path is not None and path.is_file() and ends_without_its_end(path)


def _counted(mentions) -> Counter[Key]:
    import polars as pl

    by_body = pl.col("source").is_in(BY_BODY)
    reporter = pl.when(by_body).then(pl.col("reporting_organisation_id").fill_null("")).otherwise(pl.lit(""))
    counted = mentions.group_by("snapshot", "source", reporter.alias("organisation_id")).len()
    return Counter({(s, src, org): number for s, src, org, number in counted.iter_rows()})


def _released(workspace: Workspace) -> Counter[Key]:
    import polars as pl

    newest = newest_release(workspace)
    if newest is None:
        return Counter()
    file = newest / TABLES / "mention.parquet"
    return _counted(pl.read_parquet(file, hive_partitioning=False, glob=False))
