"""The Dutch of the page: labels of measures, tables, columns and codes, and numbers as Dutch writes them.

Belongs here: looking words up and writing numbers. Does not belong here: the words (`labels.yml`, the dictionary, the
seeds).
"""

from functools import cache
from pathlib import Path

import yaml

from dagster_project.dictionary import all_words
from dagster_project.workspace.seeds import read_seed

DECIMALS_OF_SHARES = 1
SMALL = 0.01
"""A share under one percent gets a decimal more, for 0,2% and 0,24% differ where the goal is 0,2%."""


@cache
def labels() -> dict:
    """`labels.yml`."""
    return yaml.safe_load((Path(__file__).parent / "labels.yml").read_text(encoding="utf-8"))


@cache
def link_labels(*, country: bool) -> dict:
    """Those of the page of `evaluate link`: `labels_link.yml` over `labels.yml`. Of the mentions of a simulated
    country more is asked than of labelled lists, so there the goals of `labels.yml` hold."""
    general = labels()
    own = yaml.safe_load((Path(__file__).parent / "labels_link.yml").read_text(encoding="utf-8"))
    merged = general | own | {key: general[key] | own[key] for key in ("tables", "columns")}
    if country:
        merged["sections"] = own["sections"] | {"linkage": general["sections"]["linkage"]}
    return merged


@cache
def _seeded() -> dict[str, str]:
    found = {}
    for seed, column in (
        ("theme_code", "theme"),
        ("legal_form", "legal_form"),
        ("figure_definition", "figure"),
        ("statutory_system", "system"),
    ):
        found |= dict(read_seed(seed).select(column, "label_nl").iter_rows())
    return found


def word(code: object) -> str:
    """A code as people say it; what is no code stays as it is."""
    text = str(code)
    return labels()["words"].get(text) or _seeded().get(text) or all_words().get(text) or text


def percent(value: float | None) -> str:
    """A share as a percentage; a dash where there was nothing to measure. 100% is said of all and nothing less."""
    if value is None:
        return "–"
    if value in (0, 1):
        return f"{value:.0%}"
    decimals = DECIMALS_OF_SHARES + (min(value, 1 - value) < SMALL)
    # Rounding may not hide that something is wrong, or that something is there.
    edge = 10 ** -(decimals + 2)
    return f"{100 * min(max(value, edge), 1 - edge):.{decimals}f}%".replace(".", ",")


def bound(value: float) -> str:
    """A goal or a mark on an axis: `99%`, `0,5%`."""
    return f"{round(100 * value, 6):g}%".replace(".", ",")


def number(value: float | int | None, decimals: int = 2) -> str:
    """A number with Dutch marks: `44.984`, `12,50`; a whole number has no decimals."""
    if value is None:
        return "–"
    text = f"{value:,}" if isinstance(value, int) else f"{value:,.{decimals}f}"
    return text.replace(",", "\0").replace(".", ",").replace("\0", ".").replace("-", "−")
