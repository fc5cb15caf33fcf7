"""How a value of a published table is written in the workbook, in Dutch, by the dictionary and the labels of the seeds.

Belongs here: which columns need more than the word of their code, and how. Does not belong here: the words (the
dictionary), which columns a sheet has (`sheets.yml`).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dagster_project.dictionary import Column, all_words, dutch, phrase_in_dutch, place_in_dutch, table
from dagster_project.lineage import category_label

if TYPE_CHECKING:
    import polars as pl

LABELLED = ("legal_form", "theme", "statutory_systems")
"""Columns of codes that have their labels in a seed."""
UNWORDED = "zie deze kolom in de tabel"
"""Instead of a text that nobody gave Dutch words: it is never shown in English."""
_CLAIM_WORDS = {"at most": "ten hoogste", "at least": "ten minste", "to": "tot", "yes": "ja", "no": "nee"}
_CLAIM_WORDS |= {
    "rose": "steeg",
    "fell": "daalde",
    "moved by": "veranderde met",
    "not_rose": "steeg niet",
    "not_fell": "daalde niet",
    "same": "gelijk",
    "several": "meer dan een",
    "themes": "terreinen",
}
_CLAIM_WORD = re.compile(r"\bmoved by\b|\bat most\b|\bat least\b|\b[a-z_]+\b")


@dataclass(frozen=True)
class Words:
    """Labels by code: those of seeds and organisations, and those of figures."""

    names: dict[str, str]
    figures: dict[str, str]

    @classmethod
    def of(cls, frames: "dict[str, pl.DataFrame]") -> "Words":
        names: dict[str, str] = {}
        for name, key in (("theme_code", "theme"), ("legal_form", "legal_form"), ("statutory_system", "system")):
            names |= dict(frames[name].select(key, "label_nl").iter_rows())
        names |= dict(frames["organisation"].select("organisation_id", "name").iter_rows())
        resolved = frames["resolved_participant"].drop_nulls("organisation_id").sort("mention_id", "position")
        others = resolved.filter(resolved["kind"] == "non_government")
        names = dict(others.select("organisation_id", "name_written").iter_rows()) | names
        return cls(names, dict(frames["figure_definition"].select("figure", "label_nl").iter_rows()))

    def category(self, code: str) -> str:
        return category_label(code, self.names)

    def label(self, code: str) -> str:
        """A code of any list or seed; what is none, such as a name, stays as it is."""
        return self.names.get(code) or all_words().get(code, code)

    def written(self, table_name: str, column: str, value: Any) -> Any:
        """The value of a column as a reader sees it; lists item by item."""
        if isinstance(value, list):
            return [self.written(table_name, column, item) for item in value]
        if not isinstance(value, str):
            return value
        special = _SPECIAL.get((table_name, column))
        return special(self, value) if special else self._of_column(table(table_name).column(column), value)

    def _of_column(self, column: Column, value: str) -> str:
        return (self.names.get(value) if column.name in LABELLED else None) or column.dutch(value)

    def phrase(self, text: str) -> str:
        return phrase_in_dutch(text, self.names) or UNWORDED

    def subject(self, code: str) -> str:
        """What an indicator is of: a figure, a source and a kind of organisation, or an attribute."""
        if code in self.figures:
            return self.figures[code]
        source, _, kind = code.partition(" ")
        if kind:
            return f"{dutch(source, 'source')}, {dutch(kind, 'organisation_kind')}"
        attributes = {c.name: c.label_nl for name in ("collaboration", "theme") for c in table(name).columns}
        return attributes.get(code) or dutch(code, "legal_form_group")

    def claim(self, text: str) -> str:
        """What a publication states, as the check of claims writes it: numbers, bounds and a few words."""
        said = re.sub(r"(\d)\.(\d)", r"\1,\2", text)
        return _CLAIM_WORD.sub(lambda m: _CLAIM_WORDS.get(m[0]) or self.label(m[0]), said)

    def place(self, locator: str) -> str:
        return place_in_dutch(locator)


def _table_label(words: Words, name: str) -> str:
    return table(name).label_nl


_SPECIAL: dict[tuple[str, str], Callable[[Words, str], str]] = {
    ("event", "before"): Words.label,
    ("event", "after"): Words.label,
    ("event", "evidence"): Words.phrase,
    ("criterion", "criterion"): lambda words, code: dutch(code, "criterion"),
    ("criterion", "evidence"): Words.phrase,
    ("quality_result", "suite"): lambda words, code: dutch(code, "suite"),
    ("quality_result", "row_table"): _table_label,
    ("quarantine", "row_table"): _table_label,
    ("quarantine", "locator"): Words.place,
    ("refusal", "locator"): Words.place,
    ("mention", "locator"): Words.place,
    ("claim_check", "stated"): Words.claim,
    ("claim_check", "follows"): Words.claim,
    ("coverage_estimate", "stratum"): lambda words, code: dutch(code, "legal_form_group"),
    ("error_rate", "stratum"): Words.label,
    ("confusion", "true_value"): Words.label,
    ("confusion", "published_value"): Words.label,
    ("quality_indicator", "group"): Words.subject,
}
