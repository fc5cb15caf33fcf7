"""Chance that repeats: a generator of its own for every question, so that one more question moves no other answer."""

import hashlib
import random
from functools import cached_property


def generator(*question: object) -> random.Random:
    """A generator seeded by the question alone, the same on any machine and in any process."""
    text = "\x1f".join(map(str, question))
    return random.Random(int.from_bytes(hashlib.sha256(text.encode()).digest()[:16], "big"))


def uniform(*question: object) -> float:
    """A number in [0, 1) for the question: below a rate means that the thing happens."""
    digest = hashlib.sha256("\x1f".join(map(str, question)).encode()).digest()
    return int.from_bytes(digest[:8], "big") / 2**64


class LazyGenerator:
    """A generator that is made when it is first asked for: it costs as much as twenty shares, and few questions do."""

    def __init__(self, *question: object):
        self.question = question

    @cached_property
    def generator(self) -> random.Random:
        return generator(*self.question)
