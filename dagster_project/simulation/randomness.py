"""Randomness that repeats: a generator per question, so that one more question moves no other answer.

A question is any sequence of values: what is asked, the seed, and of whom. Does not belong here: what is drawn.
"""

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
    """A generator made when it is first used: it costs as much as twenty numbers, and few questions need it."""

    def __init__(self, *question: object):
        self.question = question

    @cached_property
    def generator(self) -> random.Random:
        """The generator of the question."""
        return generator(*self.question)
