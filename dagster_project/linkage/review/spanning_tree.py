"""What holds a cluster together: its maximum spanning tree, and the two sides that a pair of it joins.

Belongs here: the graph of the scored pairs of one cluster. Does not belong here: which pairs are doubtful
(`clerical_review`) and which are weak (`bridges`).
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scipy.sparse import coo_array

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
    """The pairs of the heaviest tree that reaches all units, the heaviest first: without one of them it falls in two.

    Of pairs that weigh the same the one of the lowest units counts. Where the pairs leave the units in parts, each part
    has its own tree.
    """
    from scipy.sparse.csgraph import minimum_spanning_tree

    ranked = sorted(pairs, key=lambda p: (-p[0], p[1], p[2]))
    ranks: dict[tuple[int, int], int] = {}
    for rank, (_, a, b) in enumerate(ranked, start=1):
        ranks.setdefault((min(a, b), max(a, b)), rank)
    # The rank as length: no two are equal, so there is one shortest tree, which is the heaviest.
    tree = minimum_spanning_tree(_graph(ranks, _numbers(ranks)))
    return [ranked[int(rank) - 1] for rank in sorted(tree.data)]


def sides_of_bridges(tree: list[Pair]) -> Iterator[tuple[Pair, frozenset[int], frozenset[int]]]:
    """Each pair with the units on the side of its first and of its second unit, from `maximum_spanning_tree`.

    Where there are several trees, each parts its own units.
    """
    from scipy.sparse.csgraph import breadth_first_order

    edges = {(a, b): 1 for _, a, b in tree}
    number = _numbers(edges)
    units = list(number)
    graph = _graph(edges, number)
    below = [{unit} for unit in units]
    parent, whole = dict[int, int](), dict[int, frozenset[int]]()
    for root in range(len(units)):
        if root in whole:
            continue
        order, before = breadth_first_order(graph, root, directed=False)
        whole |= dict.fromkeys(map(int, order), frozenset(units[unit] for unit in order))
        for unit in order[:0:-1]:
            parent[int(unit)] = int(before[unit])
            below[before[unit]] |= below[unit]
    for pair in tree:
        left, right = number[pair[1]], number[pair[2]]
        child = right if parent.get(right) == left else left
        inside = frozenset(below[child])
        outside = whole[child] - inside
        yield (pair, inside, outside) if child == left else (pair, outside, inside)


def _numbers(edges: Iterable[tuple[int, int]]) -> dict[int, int]:
    """The units of the edges, numbered from 0 in their order."""
    return {unit: number for number, unit in enumerate(sorted({unit for edge in edges for unit in edge}))}


def _graph(lengths: Mapping[tuple[int, int], int], number: Mapping[int, int]) -> "coo_array":
    from scipy.sparse import coo_array

    ends = [[number[unit] for unit in side] for side in zip(*lengths, strict=True)] or [[], []]
    return coo_array((list(lengths.values()), tuple(ends)), shape=(len(number), len(number)))
