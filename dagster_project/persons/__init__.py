"""Persons: their names, BSN, addresses, telephone numbers and e-mail addresses, found in a text and taken out.

Belongs here: every rule by which a text is held to name a person. Does not belong here: what becomes of a text that
does; each room refuses it, or takes the person out.
"""

import lazy_loader as lazy

__getattr__, __dir__, __all__ = lazy.attach(
    __name__,
    submod_attrs={
        "finding": [
            "addresses_a_person", "could_be_a_name", "find", "holds", "names_a_person", "take_out", "without_persons",
        ],
        "spans": ["ALL", "Kind", "Span"],
        "titled": ["titles_a_person"],
    },
)  # fmt: skip
