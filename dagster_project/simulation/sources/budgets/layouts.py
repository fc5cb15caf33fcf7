"""Which layouts there are, and who uses them how often. Does not belong here: how one is written (`files.layouts`)."""

from functools import cache
from pathlib import Path

from dagster_project.texts import Entry, Vocabulary, read_vocabulary


class Layout(Entry):
    """`format` is the file extension; `blocks` where each party has a block of its own; `weights` by kind."""

    format: str
    blocks: bool
    weights: dict[str, int]


class _Layouts(Vocabulary):
    layouts: dict[str, Layout]


def layouts() -> dict[str, Layout]:
    """All layouts by name, in the order of the file."""
    return read_vocabulary(Path(__file__).with_name("layouts.yml"), _Layouts).layouts


@cache
def weights_of(kind: str) -> dict[str, int]:
    """Weight per layout for municipalities (gm), provinces (pv) or water boards (ws)."""
    return {name: layout.weights[kind] for name, layout in layouts().items()}
