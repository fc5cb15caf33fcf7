"""What is told of a linkage whose truth is known: the figures of `clusters`, and what is double or merged.

The figures are those that the weights were chosen by and are not repeated here. Does not belong here: where mentions
and their truth come from (`link`, `all_stages`).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

from dagster_project.evaluation.report.model import Measure, Section

LOW = ("double", "wrongly_merged", "hard_negatives_merged")
"""Figures of which less is better."""


def score_linkage(
    section: Section,
    entity: dict[str, str],
    truth: dict[str, str],
    source: dict[str, str],
    names: dict[str, str],
    hard_negatives: Iterable[tuple[str, str]] = (),
) -> None:
    """The figures of `clusters`, and what is double or wrongly merged, under the names that were written."""
    from dagster_project.evaluation.measures.clusters import score_links

    hard_negatives = list(hard_negatives)
    figures = score_links(entity, truth, source, hard_negatives)
    entities = len(set(truth.values()))
    asked = sum(a in entity and b in entity for a, b in hard_negatives)
    of = {"double": entities, "wrongly_merged": entities, "hard_negatives_merged": asked}
    for name, value in figures.items():
        low = name in LOW
        whole = of.get(name)
        nothing = whole == 0 or not truth
        section.add(
            Measure(
                f"{section.key}.{name}",
                None if nothing else value,
                round(value * whole) if whole else None,
                whole,
                "low" if low else "high",
            )
        )
    section.table("double", ("truth", "found", "mentions", "names"), _double(entity, truth, names))
    section.table("wrongly_merged", ("found", "truth", "mentions", "names"), _merged(entity, truth, names))
    merged = [(a, b) for a, b in hard_negatives if a in entity and b in entity and entity[a] == entity[b]]
    section.table("hard_negatives", ("name", "other"), [(names[a], names[b]) for a, b in merged])


def _double(entity: dict[str, str], truth: dict[str, str], names: dict[str, str]) -> list[tuple]:
    """Per true entity that is more than one: the parts, largest first."""
    parts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for mention in sorted(truth):
        parts[truth[mention]][entity.get(mention, mention)].append(names[mention])
    rows = []
    for true, found in sorted(parts.items()):
        if len(found) > 1:
            ranked = sorted(found.items(), key=lambda part: (-len(part[1]), part[0]))
            rows += [(true, ours, len(written), _names_text(written)) for ours, written in ranked]
    return rows


def _merged(entity: dict[str, str], truth: dict[str, str], names: dict[str, str]) -> list[tuple]:
    """Per entity found that holds more than one true one: what each of them wrote."""
    parts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for mention in sorted(truth):
        if mention in entity:
            parts[entity[mention]][truth[mention]].append(names[mention])
    rows = []
    for ours, true in sorted(parts.items()):
        if len(true) > 1:
            ranked = sorted(true.items(), key=lambda part: (-len(part[1]), part[0]))
            rows += [(ours, name, len(written), _names_text(written)) for name, written in ranked]
    return rows


def _names_text(names: list[str]) -> str:
    counted = sorted(Counter(names).items(), key=lambda item: (-item[1], item[0]))
    return " | ".join(f"{name} ({count})" if count > 1 else name for name, count in counted)


def score_within_snapshots(
    section: Section, entity: dict[str, str], truth: dict[str, str], snapshot: dict[str, int]
) -> None:
    """Duplicates as a release would show them: of what is there in a snapshot, the share that stands in it twice."""
    found: dict[tuple[int, str], set[str]] = defaultdict(set)
    for mention, true in truth.items():
        if mention in entity:
            found[snapshot[mention], true].add(entity[mention])
    double = sum(len(ours) > 1 for ours in found.values())
    section.add(Measure.share(f"{section.key}.double_within_snapshot", double, len(found), better="low"))
