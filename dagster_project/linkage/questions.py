"""The most doubtful pairs of clusters, in the order in which an answer helps most.

Belongs here: which pairs are asked and in which order. Does not belong here: the words of a question and what else
people are asked (`review`).
"""

from dataclasses import dataclass

from dagster_project.linkage.clustering import THRESHOLD
from dagster_project.linkage.groups import Groups
from dagster_project.linkage.linking import LinkResult

# Below this match weight a pair is one in fewer than ten cases of a thousand: too many are asked for what they give.
FAINT = -6.0


@dataclass(frozen=True)
class Question:
    """Whether two mentions, and with them two parts of clusters, are one. `linked` says whether they are now.

    `weight` is the match weight of the two parts (bits), `gain` what an answer is expected to mend: the probability
    that the answer is another than the present one, by the number of mentions that would then be moved.
    """

    left: str
    right: str
    linked: bool
    weight: float
    gain: float


def questions(result: LinkResult, groups: Groups | None = None) -> list[Question]:
    """The questions of a linkage, the one whose answer helps most first; of two clusters one pair is asked.

    `groups` are those before the model; what they keep apart is not asked. The same result gives the same order.
    """
    cluster = dict(result.links.select("mention_id", "cluster").iter_rows())
    of_unit = [cluster[unit[0]] for unit in result.units]
    if result.pairs is None:
        return []
    apart: dict[tuple[int, int], tuple[float, int, int]] = {}
    inside: dict[int, list[tuple[float, int, int]]] = {}
    for a, b, weight in result.pairs.select("unit_id_l", "unit_id_r", "match_weight").iter_rows():
        if of_unit[a] == of_unit[b]:
            inside.setdefault(of_unit[a], []).append((weight, a, b))
        elif weight >= FAINT and not (groups and _kept_apart(groups, result.units[a][0], result.units[b][0])):
            key = (min(of_unit[a], of_unit[b]), max(of_unit[a], of_unit[b]))
            apart[key] = max(apart.get(key, (float("-inf"), 0, 0)), (weight, -a, -b))
    asked = [_question(result, -a, -b, weight, linked=False) for weight, a, b in apart.values()]
    for pairs in inside.values():
        asked += [_question(result, a, b, weight, linked=True) for weight, a, b in _bridges(pairs)]
    return sorted(asked, key=lambda q: (-q.gain, q.left, q.right))


def _kept_apart(groups: Groups, one: str, other: str) -> bool:
    return groups.forbidden(one, other) or bool(groups.excluded_by(one, other))


def _bridges(pairs: list[tuple[float, int, int]]) -> list[tuple[float, int, int]]:
    """Of a cluster the pairs of the strongest tree that holds it together: without one it falls apart."""
    parent: dict[int, int] = {}

    def find(x: int) -> int:
        while parent.setdefault(x, x) != x:
            x = parent[x]
        return x

    kept = []
    for weight, a, b in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
        if find(a) != find(b):
            parent[find(b)] = find(a)
            kept.append((weight, a, b))
    return kept


def _question(result: LinkResult, a: int, b: int, weight: float, *, linked: bool) -> Question:
    probability = 1 / (1 + 2.0 ** -(weight - THRESHOLD))
    doubt = 1 - probability if linked else probability
    moved = min(len(result.units[a]), len(result.units[b]))
    left, right = sorted((result.units[a][0], result.units[b][0]))
    # The logarithm, for a large group is not as many times as wrong as it has mentions.
    return Question(left, right, linked, weight, round(doubt * (1 + moved.bit_length() / 8), 6))
