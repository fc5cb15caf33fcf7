"""Which mentions are the same collaboration, and the id that each keeps for good.

Belongs here: names, the model, clusters, the ledger of identities. Does not belong here: what a collaboration is like
(canonical tables, in dbt) and people's judgements themselves (`decisions`).
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dagster_project.linkage.decided import link_decisions
    from dagster_project.linkage.identity import identities
    from dagster_project.linkage.linking import LinkResult, link_mentions
    from dagster_project.linkage.minting import diff_of_run, mint
    from dagster_project.linkage.plain import link_file

__all__ = ["LinkResult", "diff_of_run", "identities", "link_decisions", "link_file", "link_mentions", "mint"]

_WHERE = {
    "LinkResult": "linking",
    "diff_of_run": "minting",
    "identities": "identity",
    "link_decisions": "decided",
    "link_file": "plain",
    "link_mentions": "linking",
    "mint": "minting",
}


def __getattr__(name: str):
    """Load on use: the quick commands import this package and must not pay for the model."""
    if name not in _WHERE:
        raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
