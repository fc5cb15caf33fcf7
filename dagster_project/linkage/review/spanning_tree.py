"""What holds a cluster together: its strongest tree, and the two sides that a pair of it joins.

Belongs here: the graph of the scored pairs of one cluster. Does not belong here: which pairs are doubtful
(`clerical_review`) and which are weak (`bridges`).
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dagster_project.linkage.linking.link import LinkResult

Pair = tuple[float, int, int]
"""Match weight (log2 of the odds) and the two units."""


def pairs_by_cluster(result: "LinkResult") -> dict[int, list[Pair]]:
    """The scored pairs of which both units are of one cluster, by cluster."""
    found: dict[int, list[Pair]] = {}
    cluster = dict(result.links.select("mention_id", "cluster").iter_rows())
    of_unit = [cluster[unit[0]] for unit in result.units]
    for a, b, weight in result.pairs.select("unit_id_l", "unit_id_r", "match_weight").iter_rows():
        if of_unit[a] == of_unit[b]:
            found.setdefault(of_unit[a], []).append((weight, a, b))
    return found


def maximum_spanning_tree(pairs: Iterable[Pair]) -> list[Pair]:
    """The pairs of the strongest tree, the heaviest first: without one of them the tree falls in two."""
    parent: dict[int, int] = {}

    def find(x: int) -> int:
        while parent.setdefault(x, x) != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    kept = []
    for weight, a, b in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
        if find(a) != find(b):
            parent[find(b)] = find(a)
            kept.append((weight, a, b))
    return kept


def sides_of_bridges(tree: list[Pair]) -> Iterator[tuple[Pair, frozenset[int], frozenset[int]]]:
    """Each pair of a tree with the units on the side of its first and of its second unit."""
    beside: dict[int, set[int]] = {}
    for _, a, b in tree:
        beside.setdefault(a, set()).add(b)
        beside.setdefault(b, set()).add(a)
    for pair in tree:
        _, a, b = pair
        reached, edge = {a}, [a]
        while edge:
            unit = edge.pop()
            new = beside[unit] - reached - ({b} if unit == a else set())
            reached |= new
            edge += new
        yield pair, frozenset(reached), frozenset(beside.keys() - reached)
