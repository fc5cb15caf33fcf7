"""Which mention or delivery of the later release is which of the earlier one.

Their ids are hashes of the file, so a file that was delivered again with one row more has other ids throughout. Before
rows are compared, the ids of the later release are therefore written as those of the earlier one, wherever both speak
of the same thing. Belongs here: that. Does not belong here: what differs (`rows`).
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl

SLOT = ["source", "organisation_ids", "snapshots"]
"""What a delivery is for. Two deliveries for the same, one in each release, are one that was delivered again."""
OF_THE_READER = {"mention_id", "delivery_id", "locator", "other_locators", "reader", "reader_version", "confidence"}
"""Columns of a mention that do not say what the source says."""


def same_ids(before: "dict[str, pl.DataFrame]", after: "dict[str, pl.DataFrame]") -> dict[str, str]:
    """The ids of deliveries and mentions in `after` that are another id in `before`: the later to the earlier one."""
    deliveries = _same_deliveries(before["delivery"], after["delivery"])
    return {**deliveries, **_same_mentions(before["mention"], after["mention"], deliveries)}


def _same_deliveries(before: "pl.DataFrame", after: "pl.DataFrame") -> dict[str, str]:
    gone, come = _only(before, after, "delivery_id"), _only(after, before, "delivery_id")
    found = _pairs(gone, come, [*SLOT, "file_name"], "delivery_id")
    return found | _pairs(_without(gone, found.values()), _without(come, found), SLOT, "delivery_id")


def _same_mentions(before: "pl.DataFrame", after: "pl.DataFrame", deliveries: dict[str, str]) -> dict[str, str]:
    import polars as pl

    gone, come = _only(before, after, "mention_id"), _only(after, before, "mention_id")
    come = come.with_columns(pl.col("delivery_id").replace(deliveries))
    said = [c for c in before.columns if c in after.columns and c not in OF_THE_READER]
    found: dict[str, str] = {}
    here = ["delivery_id", "snapshot", "claim"]
    # What says the same is the same; then what has the same name, then what stands at the same place.
    for by in (["delivery_id", *said], [*here, "name_written"], [*here, "locator"]):
        left = [_without(gone, found.values(), "mention_id"), _without(come, found, "mention_id")]
        found |= _pairs(*left, by, "mention_id")
    return found


def _pairs(gone: "pl.DataFrame", come: "pl.DataFrame", by: list[str], id_: str) -> dict[str, str]:
    """Rows alike in these columns, the first with the first: the id in `come` to that in `gone`."""
    import polars as pl

    lists = [c for c in by if gone.schema[c] == pl.List]
    sides = []
    for side in (gone, come):
        flat = side.with_columns(pl.col(c).cast(pl.List(pl.String)).list.join("\x1f") for c in lists).sort(id_)
        sides.append(flat.select(*by, id_, nth=pl.int_range(pl.len()).over(by)))
    joined = sides[1].join(sides[0], on=[*by, "nth"], how="inner", nulls_equal=True, suffix="_before")
    return dict(joined.select(id_, f"{id_}_before").iter_rows())


def _only(these: "pl.DataFrame", others: "pl.DataFrame", id_: str) -> "pl.DataFrame":
    return these.join(others.select(id_), on=id_, how="anti")


def _without(frame: "pl.DataFrame", ids, id_: str = "delivery_id") -> "pl.DataFrame":
    import polars as pl

    return frame.filter(~pl.col(id_).is_in(list(ids)))
