"""When two texts say the same: the comparison that all measures share.

The evaluation has its own and not that of the linkage or the reader, so that an error there cannot excuse itself here.
"""

import re
import unicodedata
from collections.abc import Iterable

_LEADING = re.compile(r"^(?:de |het |'t )?(?:gemeenten? )?", re.IGNORECASE)


def key(text: object) -> str:
    """Letters and digits alone, in lower case and without accents."""
    folded = unicodedata.normalize("NFKD", str(text or "").casefold())
    return "".join(character for character in folded if character.isalnum())


def plain(text: str | None) -> str:
    """White space made single; all else as it stands."""
    return " ".join((text or "").split())


def participant_key(text: str) -> str:
    """A participant without article and the word for a municipality, which lists write or leave out at will."""
    return key(_LEADING.sub("", plain(text)))


def is_among(name: str, names: Iterable[str]) -> bool:
    """Whether a name is one of these, but for case and punctuation."""
    return key(name) in {key(other) for other in names}
