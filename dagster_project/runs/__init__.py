"""Runs: what the parts of a state rest on, which of them are stale, and how a run begins and ends.

Belongs here: the record of inputs, staleness, the lock and the state as a Dagster resource, and freeing what a dead run
held. Does not belong here: which assets there are (`definitions`) and how a state gets to disk (`workspace.states`).
"""

import lazy_loader as lazy

__getattr__, __dir__, __all__ = lazy.attach(
    __name__,
    submod_attrs={
        "inputs": ["Inputs", "inputs_of"],
        "staleness": ["Stale", "refuse_if_stale", "stale_parts"],
        "unchanged": ["is_unchanged"],
    },
)
