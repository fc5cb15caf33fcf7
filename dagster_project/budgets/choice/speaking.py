"""Texts that stand under no label and say themselves what they are: `Gemeenschappelijke regeling | Assen`.

Belongs here: what each part of such a text is. Does not belong here: sentences (`prose`, `seats`).
"""

import re
from collections.abc import Iterable

from dagster_project.budgets.choice.labels import is_form
from dagster_project.budgets.names import is_organisation
from dagster_project.budgets.participants import in_words, split_participants
from dagster_project.budgets.vocabulary import FORM, PURPOSE, SEAT
from dagster_project.documents.text import one_line, without_start
from dagster_project.workspace.seeds import government_names, place_names

_BETWEEN = re.compile(r"\s*[|·•;/]\s*|\s+[–—-]\s+|,\s+")
_SIGN = re.compile(r"[^\w\s'’(]+\s+")
"""A drawing before a text, as that of a pin before a place."""
_BODY = re.compile(r"waterschap |hoogheemraadschap |provincie |wetterskip ", re.IGNORECASE)
_LONGEST_LIST = 1000
"""Characters of a text that may list who takes part."""
_LONGEST = 120
"""Characters of such a text at most."""
_WORDS_OF_TASK = 2
_MOST_WORDS = 9
"""Words of what a party is for, at least and at most; more are a sentence."""


def speaking(texts: Iterable[str]) -> dict[str, str]:
    """The legal form, the seat and the task that texts are, each once; a text tells of a task where all else of it is
    a form or a seat, and nothing else may be left of it."""
    found: dict[str, str] = {}
    for text in texts:
        words = without_start(_SIGN, one_line(text)).strip(" .")
        parts = [part for part in _BETWEEN.split(words) if part] if len(text) < _LONGEST else []
        told = {_kind(part): part for part in parts}
        task = told.pop(None, None)
        if not told or len(told) + (task is not None) < len(parts):
            continue
        if task is not None and not is_task(task):
            continue
        found = ({} if task is None else {PURPOSE: task}) | told | found
    return found


def is_task(text: str) -> bool:
    """Whether a short text may say what a party is for: words in lower case behind the first, and no name."""
    first, *others = one_line(text).strip(" .").split() or [""]
    return (
        _WORDS_OF_TASK <= len(others) + 1 <= _MOST_WORDS
        and first[:1].isupper()
        and all(word.islower() and word.strip(",()").replace("-", "").isalpha() for word in others)
        and not is_organisation(first)
    )


def with_whom(text: str) -> str:
    """The governments that a text without a label tells of: `met Assen en Emmen`; empty where it tells of none."""
    _, begins, who = one_line(text).partition(" ") if text[:4].lower() == "met " else ("", "", "")
    items = split_participants(who) if begins and len(who) < _LONGEST_LIST else []
    told = in_words(who) or sum(item in government_names() or _BODY.match(item) is not None for item in items) > 1
    return who if told else ""


def _kind(part: str) -> str | None:
    if is_form(part):
        return FORM
    return SEAT if part in place_names() else None
