"""Texts that the pipeline makes in English, said in Dutch by the patterns of `phrases.yml`.

Does not belong here: single codes (`codes`), and texts that sources wrote: those are Dutch as they stand.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

from dagster_project.dictionary.codes import dutch

SEED = "seed"


class _Phrase(NamedTuple):
    says: re.Pattern[str]
    nl: str
    codes: dict[int, str]


@cache
def _phrases() -> tuple[_Phrase, ...]:
    raw = yaml.safe_load((Path(__file__).parent / "phrases.yml").read_text(encoding="utf-8"))
    return tuple(_Phrase(re.compile(p["says"], re.DOTALL), p["nl"], p.get("codes", {})) for p in raw)


def phrase_in_dutch(text: str, labels: Mapping[str, str]) -> str | None:
    """The text in Dutch, None where no pattern fits; several joined by `; ` each by itself.

    `labels` are those of the seeds, by code.
    """
    whole = _said(text, labels)
    if whole is None and "; " in text:
        parts = [_said(part, labels) for part in text.split("; ")]
        whole = None if None in parts else "; ".join(parts)
    return whole


def _said(text: str, labels: Mapping[str, str]) -> str | None:
    for phrase in _phrases():
        if found := phrase.says.fullmatch(text):
            parts = [_word(part, phrase.codes.get(n), labels) for n, part in enumerate(found.groups(), start=1)]
            return phrase.nl.format("", *parts)
    return None


def _word(part: str, codes: str | None, labels: Mapping[str, str]) -> str:
    if codes is None:
        return part
    one = (lambda code: labels.get(code, code)) if codes == SEED else (lambda code: dutch(code, codes))
    return ", ".join(map(one, part.split(", ")))
