"""Double encoding: UTF-8 that was read as Windows-1252 or Latin-1 and written as UTF-8 again.

Belongs here: finding and undoing it. Does not belong here: white space, quotes and hyphens (`cleaning`), and bytes to
text (`decoding`).
"""

import re

_COULD_BE = re.compile(r"[^\x00-\x7f]{2}|[\x80-\x9fÂÃŒœ]")
"""What was encoded twice has two signs beyond ASCII side by side, or one that hardly stands alone in a rightly written
text: cheap, and true too often."""


def repair_encoding(text: str) -> str:
    """The text as it was before it was encoded again, once or more often; any other text is returned as it is.

    Whether a text was encoded twice is judged by how unlikely its characters are beside each other; what is rightly
    written and looks as if it were (a capital with an accent before a currency sign) does not occur in Dutch names.
    """
    if text.isascii() or not _COULD_BE.search(text):
        return text
    from ftfy import fix_encoding
    from ftfy.badness import is_bad

    # Line by line, so that a line that was right already does not keep another from being repaired. `fix_encoding` asks
    # whether a line is bad too, at ten times the price.
    return "\n".join(fix_encoding(line) if is_bad(line) else line for line in text.split("\n"))


def was_double_encoded(text: str) -> bool:
    """Whether `repair_encoding` changes the text."""
    return repair_encoding(text) != text
