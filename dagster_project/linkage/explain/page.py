"""A pair explained as a page in Dutch, with the weights as a waterfall: one file, no script, nothing fetched.

Belongs here: what stands on the page. Does not belong here: the facts (`pair`), the words (`words`) and drawing
(`charts`).
"""

from pathlib import Path

from lxml import html
from lxml.builder import E
from lxml.etree import _Element

from dagster_project.charts import Mark, font_face, waterfall
from dagster_project.linkage.explain import words
from dagster_project.linkage.explain.pair import Explanation
from dagster_project.workspace.atomic import write_text

_STYLE = """
body { font: 16px/1.5 "Liberation Sans", Arial, sans-serif; color: #1b1b1b; margin: 0 auto; max-width: 1000px;
  padding: 32px; }
h1 { color: #154273; font-size: 28px; line-height: 1.25; } h2 { color: #154273; font-size: 20px; margin-top: 36px; }
p.verdict { border-left: 5px solid #a3261b; padding: 8px 16px; background: #f7f1f0; font-size: 18px; }
p.verdict.one { border-color: #275937; background: #eff6f1; }
table { border-collapse: collapse; width: 100%; font-size: 14px; table-layout: fixed; }
th, td { text-align: left; vertical-align: top; padding: 5px 10px; border-bottom: 1px solid #d5dbe3; width: 40%; }
th:first-child { width: 20%; font-weight: 400; color: #5f6b7a; }
td { overflow-wrap: anywhere; }
svg.chart { max-width: 100%; height: auto; }
"""


def write_explanation(pair: Explanation, path: Path) -> None:
    """Write the page; the same explanation gives the same bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_text(path, html.tostring(_page(pair), doctype="<!DOCTYPE html>", encoding="unicode") + "\n")


def _page(pair: Explanation) -> _Element:
    title = f"Eén of twee? {pair.left.name} en {pair.right.name}"
    kind = "verdict one" if pair.linked else "verdict"
    rows = [E.tr(E.th(a, scope="row"), E.td(b), E.td(c)) for a, b, c in words.evidence(pair)]
    body = [E.h1(title), E.p(words.verdict(pair), **{"class": kind}), E.h2("Wat de bronnen zeggen"), E.table(*rows)]
    if pair.comparisons:
        body += [E.h2("Wat elke vergelijking weegt"), E.p(_reading(pair)), _waterfall(pair)]
    head = E.head(E.meta(charset="utf-8"), E.title(title), E.style(font_face() + _STYLE))
    return E.html(head, E.body(*body), lang="nl")


def _reading(pair: Explanation) -> str:
    seen = "" if pair.compared else " In de run zijn zij niet vergeleken: niets bracht hen bij elkaar."
    return (
        "Gewichten in bits: elke bit verdubbelt of halveert de kans dat zij één zijn. Vanaf "
        f"{words.decimal(pair.threshold)} voegt het model samen, mits niets hen uit elkaar houdt.{seen}"
    )


def _waterfall(pair: Explanation) -> _Element:
    """A bar per comparison that says something, from where the one before it ended; the sum below."""
    steps = [(bar.label, bar.weight) for bar in words.waterfall(pair) if not bar.silent]
    limit = Mark(pair.threshold, f"drempel {words.decimal(pair.threshold)}")
    in_words = [*steps, ("Samen", pair.total), ("Drempel", pair.threshold)]
    return waterfall(
        steps,
        "Samen",
        limit,
        title="Waterval van gewichten",
        description="; ".join(f"{label}: {words.decimal(weight)}" for label, weight in in_words),
    ).element()
