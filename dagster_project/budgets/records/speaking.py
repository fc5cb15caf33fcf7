"""Texts that stand under no label and say themselves what they are: `Gemeenschappelijke regeling | Assen`.

Belongs here: what each part of such a text is. Does not belong here: sentences (`prose`, `seats`).
"""

import re
from collections.abc import Iterable

from dagster_project.budgets.choice.labels import is_form
from dagster_project.budgets.vocabulary import FORM, SEAT
from dagster_project.documents.text import one_line
from dagster_project.workspace.seeds import government_names

_BETWEEN = re.compile(r"\s*[|·•;/]\s*|\s+[–—-]\s+|,\s+")
_LONGEST = 120


def speaking(texts: Iterable[str]) -> dict[str, str]:
    """The legal form and the seat that texts are, each once; of a text that is more than these nothing counts."""
    found: dict[str, str] = {}
    for text in texts:
        parts = [part for part in _BETWEEN.split(one_line(text).strip(" .")) if part] if len(text) < _LONGEST else []
        told = {kind: part for part in parts if (kind := _kind(part))}
        if parts and len(told) == len(parts):
            found = told | found
    return found


def _kind(part: str) -> str | None:
    if is_form(part):
        return FORM
    return SEAT if part in government_names() else None
