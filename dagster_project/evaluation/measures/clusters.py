"""How well a linkage agrees with a truth: pairwise, over sources, B-cubed, duplicates, wrong mergers.

Belongs here: figures about a linkage whose truth is known. Does not belong here: making one.
"""

from collections import Counter


def score_links(
    entity: dict[str, str], truth: dict[str, str], source: dict[str, str], hard_negatives: list[tuple[str, str]] = ()
) -> dict[str, float]:
    """Figures over the mentions of `truth` (those that are scored), all as fractions between 0 and 1.

    `entity` and `truth` give an entity per mention; a mention without `entity` counts as one of its own. `source` gives
    the source per mention, for the pairs over sources; `hard_negatives` are pairs that are different.
    """
    ids = sorted(truth)
    ours = {m: entity.get(m, f"\x00{m}") for m in ids}
    by_truth, by_ours = _members(truth, ids), _members(ours, ids)
    both = Counter((truth[m], ours[m]) for m in ids)
    precision = sum(both[truth[m], ours[m]] / len(by_ours[ours[m]]) for m in ids) / max(len(ids), 1)
    recall = sum(both[truth[m], ours[m]] / len(by_truth[truth[m]]) for m in ids) / max(len(ids), 1)
    split = sum(len({ours[m] for m in members}) > 1 for members in by_truth.values())
    mixed = {truth[m] for members in by_ours.values() if len({truth[x] for x in members}) > 1 for m in members}
    pairs = _pair_figures([(truth[m], ours[m]) for m in ids])
    cross = _pair_figures([(truth[m], ours[m]) for m in ids], [source[m] for m in ids])
    known = [(a, b) for a, b in hard_negatives if a in entity and b in entity]
    return {
        "bcubed_precision": precision,
        "bcubed_recall": recall,
        "bcubed_f1": _f1(precision, recall),
        "pairwise_f1": pairs[2],
        "cross_source_precision": cross[0],
        "cross_source_recall": cross[1],
        "cross_source_f1": cross[2],
        "double": split / max(len(by_truth), 1),
        "wrongly_merged": len(mixed) / max(len(by_truth), 1),
        "hard_negatives_merged": sum(entity[a] == entity[b] for a, b in known) / max(len(known), 1),
    }


def _members(of: dict[str, str], ids: list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for m in ids:
        found.setdefault(of[m], []).append(m)
    return found


def _pair_figures(placed: list[tuple[str, str]], sources: list[str] | None = None) -> tuple[float, float, float]:
    """Precision, recall and F1 of pairs, from the true and the found entity of each mention; with `sources`, of the
    pairs over two sources."""
    found, real, right = (
        _pairs(keys) - (_pairs(list(zip(keys, sources, strict=True))) if sources else 0)
        for keys in ([ours for _, ours in placed], [true for true, _ in placed], placed)
    )
    precision, recall = right / max(found, 1), right / max(real, 1)
    return precision, recall, _f1(precision, recall)


def _pairs(keys: list) -> int:
    """How many pairs have the same key."""
    return sum(n * (n - 1) // 2 for n in Counter(keys).values())


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
