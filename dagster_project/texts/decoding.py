"""Bytes to text. Nothing here knows what the text means; double encoding is `encoding`."""

import re

_OLD = b"\x81\x82\x83\x84\x85\x87\x88\x89\x8a\x8b\x8c\x8d\x93\x94\x96\x97\xa0\xa1\xa2\xa3"
"""Letters in the code page of DOS (cp850); in Windows-1252 they are signs, which do not stand within a word."""
_WITHIN_WORDS = re.compile(rb"(?<=[A-Za-z])[" + re.escape(_OLD) + rb"](?=[A-Za-z])")
_WINDOWS = re.compile(rb"[A-Za-z][\xc0-\xff]|[\xc0-\xff][A-Za-z]")
_MOSTLY = 0.6
"""Part of the characters at even or odd places that are zero in UTF-16 of a western language."""


def decode(content: bytes, partial: bool = False) -> str:
    """Text from UTF-8 or UTF-16 with or without mark, else line by line from UTF-8, Windows-1252 or cp850.

    `partial`: the last character may be cut.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    if codec := _unmarked_utf16(content):
        return content.decode(codec, "replace")
    for cut in range(4 if partial else 1):
        try:
            return content[: len(content) - cut].decode("utf-8-sig")
        except UnicodeDecodeError:
            continue
    old = len(_WITHIN_WORDS.findall(content)) > len(_WINDOWS.findall(content))
    return "".join(_line(line, old) for line in content.removeprefix(b"\xef\xbb\xbf").splitlines(keepends=True))


def _line(line: bytes, old: bool) -> str:
    """Files that were put together hold lines of more than one encoding."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if old:
        return line.decode("cp850")
    try:
        return line.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in line)


def _unmarked_utf16(content: bytes) -> str | None:
    head = content[:4096]
    if b"\0" not in head or len(head) < 4:
        return None
    even, odd = head[::2], head[1::2]
    if odd.count(0) > _MOSTLY * len(odd) and not even.count(0):
        return "utf-16-le"
    if even.count(0) > _MOSTLY * len(even) and not odd.count(0):
        return "utf-16-be"
    return None
