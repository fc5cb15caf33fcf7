"""What goes wrong with a text on its way to paper: typing errors, double encoding, a word broken at a line end."""

import random
import re

# Two-letter spots where a typist slips: a doubled letter halved, a single one doubled, neighbours swapped.
_LONG_WORD = re.compile(r"[a-zà-ÿ]{6,}", re.IGNORECASE)
_VOWELS = "aeiouyàâäéèêëïîóôöúü"


def mistype(text: str, chance: random.Random) -> str | None:
    """The text with one slip inside one of its long words; None where it has no long word."""
    words = list(_LONG_WORD.finditer(text))
    if not words:
        return None
    word = chance.choice(words)
    at = word.start() + chance.randrange(1, len(word.group()) - 2)
    how = chance.randrange(3)
    if how == 0:
        slip = text[:at] + text[at + 1 :]
    elif how == 1:
        slip = text[: at + 1] + text[at:]
    else:
        slip = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return slip if slip != text else text[: at + 1] + text[at:]


def encode_twice(text: str) -> str:
    """UTF-8 read as Windows-1252: `ë` becomes `Ã«`. Text that this cannot hold stays as it is."""
    try:
        return text.encode("utf-8").decode("cp1252")
    except UnicodeDecodeError:
        return text


def break_point(text: str, chance: random.Random) -> int | None:
    """Where a typesetter would break the longest word: between a vowel and a consonant before a vowel."""
    words = sorted(_LONG_WORD.finditer(text), key=lambda word: (-len(word.group()), word.start()))
    if not words or len(words[0].group()) < 10:
        return None
    word = words[0]
    spots = [
        at
        for at in range(word.start() + 3, word.end() - 3)
        if text[at - 1].lower() in _VOWELS and text[at].lower() not in _VOWELS and text[at + 1].lower() in _VOWELS
    ]
    return chance.choice(spots) if spots else None
