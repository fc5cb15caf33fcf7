"""Chance that repeats: a generator of its own for every question, so that one more question moves no other answer."""

import hashlib
import random


def dice(*question: object) -> random.Random:
    """A generator seeded by the question alone, the same on any machine and in any process."""
    text = "\x1f".join(map(str, question))
    return random.Random(int.from_bytes(hashlib.sha256(text.encode()).digest()[:16], "big"))


def share(*question: object) -> float:
    """A number in [0, 1) for the question: below a rate means that the thing happens."""
    digest = hashlib.sha256("\x1f".join(map(str, question)).encode()).digest()
    return int.from_bytes(digest[:8], "big") / 2**64
