"""A blind sample laid beside the register: per item what is published, what coders answered, and what is true.

Belongs here: adjudication, and the values that count as one answer. Does not belong here: the draw and its files
(`review`), how many errors there are (`rates`).
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dagster_project.review import Drawn, drawn_samples
from dagster_project.workspace import Workspace, read_table

Value = frozenset[str]
"""The value of an attribute: one code, or several themes."""


@dataclass(frozen=True)
class Unit:
    """An item of a sample; `true` is None where nobody answered or the coders differ and nobody settled it."""

    stratum: str
    published: Value
    true: Value | None


@dataclass(frozen=True)
class Audit:
    """A sample with its answers.

    `sizes` has how many each stratum held when the sample was drawn, `register` the stratum and the value of every
    counted collaboration now, `answers` those of each coder by item.
    """

    sample_id: str
    attribute: str
    snapshot: int
    units: tuple[Unit, ...]
    sizes: Mapping[str, int]
    register: tuple[tuple[str, Value], ...]
    answers: Mapping[str, Mapping[int, Value]]


def audits(workspace: Workspace) -> Iterator[Audit]:
    """The samples that somebody answered."""
    answered: dict[str, dict[str, dict[int, Value]]] = defaultdict(lambda: defaultdict(dict))
    for row in read_table(workspace, "audit_answer").iter_rows(named=True):
        answered[row["sample_id"]][row["coder"]][row["item"]] = frozenset(row["value"].split(";"))
    for drawn in drawn_samples(workspace) if answered else ():
        if drawn.sample_id in answered:
            yield _audit(drawn, answered[drawn.sample_id], _published(workspace, drawn))


def adjudicated(answers: list[Value]) -> Value | None:
    """The answer that more than half of the coders gave, at least two where there are two; else None.

    Where two differ, a third coder settles it.
    """
    if not answers:
        return None
    value, times = Counter(answers).most_common(1)[0]
    return value if 2 * times > len(answers) else None


def _audit(drawn: Drawn, answers: Mapping[str, Mapping[int, Value]], published: Mapping[str, Value]) -> Audit:
    units, sizes = [], {}
    drawn_in = Counter(row["stratum"] for row in drawn.rows.values())
    for item, row in sorted(drawn.rows.items()):
        sizes[row["stratum"]] = round(drawn_in[row["stratum"]] / row["probability"])
        if item in drawn.collaboration:
            true = adjudicated([said[item] for _, said in sorted(answers.items()) if item in said])
            units.append(Unit(row["stratum"], published[drawn.collaboration[item]], true))
    register = tuple((stratum, published[id_]) for id_, stratum in sorted(drawn.strata.items()))
    return Audit(drawn.sample_id, drawn.attribute, drawn.snapshot, tuple(units), sizes, register, answers)


def _published(workspace: Workspace, drawn: Drawn) -> dict[str, Value]:
    """What the register has of each counted collaboration; an empty set where it has no theme."""
    if drawn.attribute != "theme":
        rows = read_table(workspace, "collaboration").filter(snapshot=drawn.snapshot)
        return {r["collaboration_id"]: frozenset([r[drawn.attribute]]) for r in rows.iter_rows(named=True)}
    found: dict[str, set[str]] = {id_: set() for id_ in drawn.strata}
    for row in read_table(workspace, "theme").filter(snapshot=drawn.snapshot).iter_rows(named=True):
        found.setdefault(row["collaboration_id"], set()).add(row["theme"])
    return {id_: frozenset(themes) for id_, themes in found.items()}
