"""A pair explained as a page in Dutch, with the weights as a waterfall: one file, no script, nothing fetched.

Belongs here: the drawing. Does not belong here: the facts (`explain`) and the words (`explain_words`).
"""

from pathlib import Path

from lxml import html
from lxml.builder import E
from lxml.etree import _Element

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
svg text { font: 13px "Liberation Sans", Arial, sans-serif; fill: #1b1b1b; } svg .small { fill: #5f6b7a; }
svg .for { fill: #275937; } svg .against { fill: #a3261b; } svg .sum { fill: #154273; }
svg line { stroke: #d5dbe3; } svg line.limit { stroke: #154273; stroke-dasharray: 5 4; }
"""
_WIDTH, _LEFT, _RIGHT, _ROW, _TOP, _BAR = 940, 400, 70, 26, 34, 16


def write_explanation(said: Explanation, path: Path) -> None:
    """Write the page; the same explanation gives the same bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_text(path, html.tostring(_page(said), doctype="<!DOCTYPE html>", encoding="unicode") + "\n")


def _page(said: Explanation) -> _Element:
    title = f"Eén of twee? {said.left.name} en {said.right.name}"
    kind = "verdict one" if said.together else "verdict"
    rows = [E.tr(E.th(a, scope="row"), E.td(b), E.td(c)) for a, b, c in words.evidence(said)]
    body = [E.h1(title), E.p(words.verdict(said), **{"class": kind}), E.h2("Wat de bronnen zeggen"), E.table(*rows)]
    if said.weighed:
        body += [E.h2("Wat elke vergelijking weegt"), E.p(_reading(said)), _waterfall(said)]
    head = E.head(E.meta(charset="utf-8"), E.title(title), E.style(_STYLE))
    return E.html(head, E.body(*body), lang="nl")


def _reading(said: Explanation) -> str:
    seen = "" if said.compared else " In de run zijn zij niet vergeleken: niets bracht hen bij elkaar."
    return (
        "Gewichten in bits: elke bit verdubbelt of halveert de kans dat zij één zijn. Vanaf "
        f"{words.decimal(said.threshold)} voegt het model samen, mits niets hen uit elkaar houdt.{seen}"
    )


def _waterfall(said: Explanation) -> _Element:
    """A bar per comparison that says something, from where the one before it ended; the sum below."""
    silent = {bar.label for bar, w in zip(words.waterfall(said)[1:], said.weighed, strict=True) if w.level is None}
    steps = [(bar.label, bar.weight) for bar in words.waterfall(said) if bar.label not in silent]
    ends = [0.0]
    for _, weight in steps:
        ends.append(ends[-1] + weight)
    low, high = min(*ends, said.threshold) - 0.5, max(*ends, said.threshold) + 0.5
    height = _TOP + _ROW * (len(steps) + 1) + 12

    def x(value: float) -> float:
        return _LEFT + (_WIDTH - _LEFT - _RIGHT) * (value - low) / (high - low)

    svg = E.svg(viewBox=f"0 0 {_WIDTH} {height}", role="img", **{"aria-label": "waterval van gewichten"})
    for value, kind in ((0.0, "zero"), (said.threshold, "limit")):
        svg.append(E.line(x1=_n(x(value)), x2=_n(x(value)), y1=_n(_TOP - 8), y2=_n(height - 8), **{"class": kind}))
    mark = {"class": "small", "text-anchor": "middle"}
    svg.append(E.text(f"drempel {words.decimal(said.threshold)}", x=_n(x(said.threshold)), y="16", **mark))
    bars = [(label, begin, end) for (label, _), begin, end in zip(steps, ends, ends[1:], strict=False)]
    for index, (label, begin, end) in enumerate([*bars, ("Samen", 0.0, ends[-1])]):
        y = _TOP + _ROW * index
        kind = "sum" if index == len(bars) else "for" if end >= begin else "against"
        left, right = sorted((x(begin), x(end)))
        svg.append(E.text(label, x="0", y=_n(y + 13)))
        size = {"x": _n(left), "y": _n(y), "width": _n(max(right - left, 1.5)), "height": str(_BAR)}
        svg.append(E.rect(**size, **{"class": kind}))
        svg.append(E.text(words.decimal(end - begin), x=_n(right + 6), y=_n(y + 13), **{"class": "small"}))
    return svg


def _n(value: float) -> str:
    return f"{value:.1f}"
