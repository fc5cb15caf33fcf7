"""Wilson's interval of a share of things that were counted; the page shows no other.

Does not belong here: how it is written (`page_measures`) or drawn (`page_curves`).
"""

SURE = 0.95
"""How often the interval holds the true share, where the rows are independent."""


def wilson_interval(count: int, of: int) -> tuple[float, float]:
    """The ends of the interval of `count` out of `of`, which is at least one."""
    from scipy.stats import binomtest

    ends = binomtest(count, of).proportion_ci(SURE, method="wilson")
    return float(ends.low), float(ends.high)
