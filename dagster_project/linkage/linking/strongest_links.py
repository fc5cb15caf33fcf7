"""What each link rests on: the strongest that holds a mention in its cluster, and the weights of the rules.

Belongs here: weight and basis of links. Does not belong here: which mentions are linked (`link`).
"""

# Weight (bits) and basis reported for links that no model made, by rule: stronger than any score of the model.
RULE_WEIGHTS = {
    "decision": (40.0, "decision"),
    "identifier": (30.0, "identifier"),
    "name": (20.0, "name"),
    "slip": (20.0, "name"),
    "unplaced": (20.0, "name"),
    "cut_off": (20.0, "name"),
    "letters": (20.0, "name"),
    "number": (20.0, "identifier"),
}
ALONE = (0.0, "alone")


class StrongestLinks:
    """The strongest link of each mention; with `steps` also all that was joined without the model, as rule and two
    mention ids."""

    def __init__(self, steps: list[tuple[str, str, str]] | None = None) -> None:
        self.steps = steps
        self._of: dict[str, tuple[float, str]] = {}

    def of(self, mention_id: str) -> tuple[float, str]:
        """Weight (bits) and basis of the strongest link of a mention; `ALONE` where it has none."""
        return self._of.get(mention_id, ALONE)

    def add_rule(self, rule: str, a: str, b: str) -> None:
        """Two mentions are one by a rule: a key of `RULE_WEIGHTS`."""
        if self.steps is not None:
            self.steps.append((rule, a, b))
        self._offer((a, b), *RULE_WEIGHTS[rule])

    def add_pair(self, left: list[str], right: list[str], weight: float) -> None:
        """The mentions of two units are one by the model, which gives the pair this match weight (bits)."""
        self._offer((*left, *right), weight, "model")

    def _offer(self, mention_ids: tuple[str, ...], weight: float, basis: str) -> None:
        for m in mention_ids:
            if m not in self._of or weight > self._of[m][0]:
                self._of[m] = (weight, basis)
