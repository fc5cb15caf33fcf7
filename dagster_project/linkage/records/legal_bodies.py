"""What a mention is in law, as its name and its form say.

Belongs here: bodies of private law, arrangements of other kinds. Does not belong here: the words for them
(`names/words.yml`), and the legal form that is published (`coding`).
"""

import re
from functools import lru_cache

from dagster_project.linkage.names.vocabulary import ARRANGEMENTS, BODIES
from dagster_project.texts import fold

ARRANGEMENT = "arrangement"
_SPACED = re.compile(r"\b([nbc]) v\b")


@lru_cache(maxsize=200_000)
def legal_body(*texts: str | None) -> str:
    """The first word of private law in the texts; empty where none is, as with a joint arrangement."""
    words = [w for t in texts if t for w in _SPACED.sub(r"\1v", fold(t)).split()]
    return next((b for word in words if (b := BODIES.get(word))), "")


def legal_kind(name: str | None, form: str | None) -> str:
    """The body of private law that the form says, `ARRANGEMENT` where it says that there is none; what the name says
    where the form is silent; empty where both are."""
    if body := legal_body(form):
        return body
    return ARRANGEMENT if form and ARRANGEMENTS & set(fold(form).split()) else legal_body(name)
