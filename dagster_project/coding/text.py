"""Text as the vocabulary sees it. Belongs here: folding of letters and white space. Does not: what a word means."""

import re
import unicodedata

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"), None)
_ALIKE = str.maketrans({"’": "'", "‘": "'", "`": "'", "“": '"', "”": '"', "‐": "-", "‑": "-", "–": "-", "—": "-"})


def fold(text: str | None) -> str:
    """Lower case, without accents, invisible signs and double white space; quotes and hyphens made alike."""
    if not text:
        return ""
    decomposed = unicodedata.normalize("NFKD", text.translate(_INVISIBLE).translate(_ALIKE))
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return re.sub(r"\s+", " ", bare.lower()).strip()
