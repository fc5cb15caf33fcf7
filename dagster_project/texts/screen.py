"""Text of files and of their names, shown on a screen without any say over it.

Does not belong here: what a text means, and mending it for reading (`folding`, `encoding`).
"""

import re

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff]")
"""Control characters, marks that turn the direction of text, separators of lines, and halves of characters."""


def printable(text: str, keep: str = "", *, as_json: bool = False) -> str:
    r"""The text with each sign that steers a screen, or is no character, as `\x1b` or `\u202e`.

    A byte of a file name that is no UTF-8 is shown as that byte. The signs in `keep` stay, such as the end of a line.
    `as_json`: the text is JSON and stays it.
    """
    return _UNPRINTABLE.sub(lambda found: found[0] if found[0] in keep else _code(ord(found[0]), as_json), text)


def _code(number: int, as_json: bool) -> str:
    if as_json:
        return f"\\u{number:04x}"
    if 0xDC80 <= number <= 0xDCFF:  # how Python holds a byte of a name that it cannot read
        number -= 0xDC00
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"
