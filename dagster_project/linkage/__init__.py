"""Which mentions are the same collaboration, and the id that each keeps for good.

Belongs here: names, the model, clusters, the ledger of identities. Does not belong here: what a collaboration is like
(canonical tables, in dbt) and people's judgements themselves (`decisions`).
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dagster_project.linkage.identity import identities
    from dagster_project.linkage.ledger import mint
    from dagster_project.linkage.linking import LinkResult, link_mentions
    from dagster_project.linkage.plain import link_file

__all__ = ["LinkResult", "identities", "link_file", "link_mentions", "mint"]

_WHERE = {
    "LinkResult": "linking",
    "identities": "identity",
    "link_file": "plain",
    "link_mentions": "linking",
    "mint": "ledger",
}


def __getattr__(name: str):
    """Load on use: the quick commands import this package and must not pay for the model."""
    if name not in _WHERE:
        raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
