"""Bytes and strings put right: encodings, double encoding, ligatures, invisible characters, white space."""

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

from dagster_project.sandbox import Refused
from dagster_project.sandbox.limits import MAX_LINE
from dagster_project.texts import decode, repair_encoding

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"))
_LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\u0132": "IJ", "\u0133": "ij"}
)
_BROKEN_WORD = re.compile(r"(?<=[a-zà-ÿ])-[ \t]*\n[ \t]*(?=[a-zà-ÿ])")
_BROKEN_NAME = re.compile(r"(?<=\w)-[ \t]*\n[ \t]*(?=[A-ZÀ-Þ])")
_BROKEN_DATE = re.compile(r"(?<=\d-)[ \t]*\n[ \t]*(?=(?:19|20)\d\d\b)")
_AND = re.compile(r"-[ \t]*\n[ \t]*(?=(en|of|tot)\b)")


def text_of(path: Path) -> str:
    """The text of a file in UTF-8, UTF-16 or Windows-1252, with double encoding repaired and line ends as \\n."""
    return repair(decode(path.read_bytes())).replace("\r\n", "\n").replace("\r", "\n")


def check_lines(text: str) -> None:
    """Whether no line is longer than any document has.

    Raises Refused: too_large.
    """
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > MAX_LINE:
            detail = (
                f"a line of {len(line)} characters, at most {MAX_LINE} are read; save the file again with line ends"
            )
            raise Refused("too_large", f"line={number}", detail)


def text_of_html(content: bytes) -> str:
    """The same for HTML, which may say its encoding itself; what it says is believed only where it can be read so."""
    said = _CHARSET.search(content[:4096])
    if said and said.group(1).lower().decode("ascii") not in ("utf-8", "utf8"):
        try:
            # Browsers read ISO-8859-1 as Windows-1252, and so do those who write it.
            name = said.group(1).decode("ascii").lower()
            return repair(content.decode("cp1252" if name in ("iso-8859-1", "latin1") else name))
        except (LookupError, UnicodeDecodeError):
            pass
    return repair(decode(content))


def repair(text: str) -> str:
    """Double encoding undone, ligatures written out, invisible characters removed, composed as NFC."""
    if text.isascii():
        return text
    text = repair_encoding(text)
    return unicodedata.normalize("NFC", text.translate(_LIGATURES).translate(_INVISIBLE)).replace("\u00a0", " ")


@lru_cache(maxsize=20_000)
def one_line(text: str) -> str:
    """White space as single spaces; words broken over lines by a hyphen put together again."""
    if "-" in text and "\n" in text:
        text = _BROKEN_NAME.sub("-", _BROKEN_WORD.sub("", _AND.sub("- ", _BROKEN_DATE.sub("", text))))
    return " ".join(text.split())


def without_start(pattern: re.Pattern[str], text: str) -> str:
    """The text without what the pattern finds at its very beginning; `sub` would try it at every place."""
    found = pattern.match(text)
    return text[found.end() :] if found else text


def lines_of(text: str) -> str:
    """White space within lines as single spaces, empty lines gone, line breaks kept."""
    return "\n".join(line for raw in text.splitlines() if (line := " ".join(raw.split())))
