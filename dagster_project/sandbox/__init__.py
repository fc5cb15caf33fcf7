"""Files from outside are opened with suspicion: limits, zips and markup looked at first, a child of its own for each.

Belongs here: what a file may cost, why one is refused, and the pool of children in which any reader runs. Does not
belong here: any format, and what a file means.
"""

import lazy_loader as lazy

__getattr__, __dir__, __all__ = lazy.attach(
    __name__,
    submodules={"limits", "pace"},
    submod_attrs={
        "refusal": ["Refusal", "Refused"],
        "archive": ["blocks_of_part", "open_parts"],
        "markup": ["check_markup", "declares_entities", "too_deep"],
        "pool": ["Pool", "Reading", "why_no_file"],
    },
)
