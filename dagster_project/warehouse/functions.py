"""Functions that SQL calls and that are written in Python, so that a rule about text is not written twice.

Belongs here: what a connection to DuckDB must know before it runs the models. Does not belong here: rules about letters
(`texts`), and what can be said in SQL.
"""

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from dagster_project.texts import Vocabulary, fold, read_vocabulary

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


class _Words(Vocabulary):
    left_out: tuple[str, ...]


def register_functions(connection: "DuckDBPyConnection") -> None:
    """Make the functions known to a connection, each under its own name."""
    connection.create_function("comparable_name", comparable_name, ["VARCHAR"], "VARCHAR")


@lru_cache(maxsize=100_000)
def comparable_name(name: str) -> str:
    """A name without what differs between two spellings of the same: as folded, without spaces and without the words
    that only say the legal form."""
    return _legal_forms().sub("", fold(name)).replace(" ", "")


@cache
def _legal_forms() -> re.Pattern[str]:
    words = read_vocabulary(Path(__file__).parent / "words" / "comparable_names.yml", _Words).left_out
    return re.compile(r"\b(?:" + "|".join(sorted(words, key=len, reverse=True)) + r")\b")
