"""What pages call things: names of collaborations, organisations and categories, numbers in Dutch, addresses.

Belongs here: one name and one address per thing, so that all pages say the same. Does not belong here: sentences
(templates).
"""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from urllib.parse import quote

from dagster_project.dictionary import code_lists
from dagster_project.lineage import category_label
from dagster_project.site.tables import ReleaseTables, Row

NONE = "–"
"""Where there is no value."""
_UNITS = {"percent": "%"}


class Words:
    """Names of the things of one release."""

    def __init__(self, tables: ReleaseTables):
        self.themes = {r["theme"]: r["label_nl"] for r in tables.rows("theme_code")}
        self.legal_forms = {r["legal_form"]: r["label_nl"] for r in tables.rows("legal_form")}
        named = {r["organisation_id"]: r["name_written"] for r in tables.resolved_non_governments()}
        self.organisations = named | {r["organisation_id"]: r["name"] for r in tables.rows("organisation")}
        self.collaborations = {r["collaboration_id"]: r["name"] for r in tables.rows("collaboration")}
        """By id; of an id of several snapshots the name in the last one, for rows come in the order of snapshots."""
        self._labels = {**self.themes, **self.organisations, "all": "alle"}

    def organisation(self, id_: str | None) -> str:
        return self.organisations.get(id_ or "", id_ or NONE)

    def collaboration(self, id_: str) -> str:
        return self.collaborations.get(id_, id_)

    def category(self, category: str) -> str:
        return upper_first(category_label(category, self._labels))

    def is_plain(self, category: str) -> bool:
        """Whether the label of a category is a word, and no name of an organisation or a theme."""
        return category not in self._labels and "+" not in category


def upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]


def in_dutch(code: str, codes: str) -> str:
    """The Dutch word of a code, the code itself where there is none: a site is made of earlier releases too, whose
    codes the dictionary of today may not have."""
    return code_lists().get(codes, {}).get(code, code)


def number(value: float | None, decimals: int | None = None) -> str:
    """A number in Dutch, `1.168` or `7,5`; with `decimals` rounded half up to so many, else as it is."""
    if value is None:
        return NONE
    exact = Decimal(repr(float(value)))
    if decimals is not None:
        exact = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    text = f"{exact:,f}" if decimals is not None else f"{exact.normalize():,f}"
    return text.translate(str.maketrans(",.", ".,"))


def with_unit(text: str, unit: str) -> str:
    """`49 %` for shares; a count stands by itself, its heading says of what."""
    return f"{text} {_UNITS[unit]}" if unit in _UNITS and text != NONE else text


def day(value: Any) -> str:
    """A date as Dutch writes it, `31-12-2024`."""
    return f"{value:%d-%m-%Y}" if hasattr(value, "strftime") else str(value or NONE)


def said(value: Any, codes: str | None = None) -> str:
    """A value of a table in Dutch."""
    if value is None or value == [] or value == "":
        return NONE
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, list):
        return "; ".join(said(one, codes) for one in value)
    if isinstance(value, int | float):
        return number(value)
    if hasattr(value, "strftime"):
        return day(value)
    return in_dutch(value, codes) if codes else str(value)


def cell_address(cell: Row) -> str:
    """The page of a cell below the folder of the site: `cel/<figure>/<snapshot>/<category>.html`, the same for ever."""
    return f"cel/{cell['figure']}/{cell['snapshot']}/{quote(cell['category'], safe='+')}.html"
