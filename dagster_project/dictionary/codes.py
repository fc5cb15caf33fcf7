"""What codes are called in Dutch, from `codes.yml`: the only place, for whoever writes for BZK or for auditors.

Does not belong here: labels of tables and columns (their YAML), and those of themes, legal forms, systems and figures
(their seeds).
"""

from functools import cache
from pathlib import Path

import yaml


@cache
def code_lists() -> dict[str, dict[str, str]]:
    """Each list of codes, a code to its Dutch word."""
    return yaml.safe_load((Path(__file__).parent / "codes.yml").read_text(encoding="utf-8"))


def dutch(code: str, *lists: str) -> str:
    """The Dutch word for a code by the first of these lists that has it; the code itself where none has.

    Raises KeyError for a list that is not there.
    """
    return next((words[code] for words in map(code_lists().__getitem__, lists) if code in words), code)


@cache
def all_words() -> dict[str, str]:
    """Codes of all lists to their words, for who does not know of which list a code is: the first list goes before."""
    return {code: word for words in reversed(code_lists().values()) for code, word in words.items()}
