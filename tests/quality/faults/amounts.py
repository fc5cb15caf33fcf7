"""Planted faults of the suite amounts."""

from collections.abc import Callable

from tests.quality.faults.spoiling import Fault, both, mentions
from tests.quality.register import Tables


def _amounts(by_snapshot: dict[int, list[float]], *fields: str) -> Callable[[Tables], None]:
    """Mentions in budgets of Groningen, one per amount."""

    def spoil(tables: Tables) -> None:
        like = tables["mention"][0]
        for snapshot, amounts in by_snapshot.items():
            of_budget = {"snapshot": snapshot, "source": "budget", "reporting_organisation_id": "gm0014"}
            tables["mention"] += [
                {**like, **of_budget, "mention_id": f"{fields[0]}{snapshot}{number}", **dict.fromkeys(fields, amount)}
                for number, amount in enumerate(amounts)
            ]

    return spoil


def _budget(body: str, snapshot: int = 2024) -> dict:
    return {"source": "budget", "snapshot": snapshot, "reporting_organisation_id": body}


FAULTS = {
    "amounts_keep_their_magnitude": Fault(
        _amounts({2017: [1e6, 2e6, 3e6, 4e6, 5e6], 2024: [1e9, 2e9, 3e9, 4e9, 5e9]}, "equity_end"),
        ("2024|gm0014|equity_end|x 1e+03",),
    ),
    "amounts_differ_between_parties": Fault(
        _amounts({2017: [0.0, 0.0, 0.0, 0.0, 1.0, 2.0], 2024: [7.0, 7.0, 7.0, 7.0, 1.0, 2.0]}, "result"),
        ("2024|gm0014|result",),
    ),
    "signs_are_possible": Fault(
        both(
            _amounts({2017: [-1.0, 2.0, 3.0, 4.0, 5.0], 2024: [-1.0, -2.0, 3.0, 4.0, 5.0]}, "debt_end"),
            _amounts({2017: [-1.0, -2.0, 3.0, 4.0, 5.0], 2024: [-1.0, -2.0, -3.0, 4.0, 5.0]}, "equity_end"),
        ),
        ("2024|gm0014|debt_end", "2024|gm0014|equity_end"),
    ),
    "year_changes_something": Fault(
        _amounts({2024: [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]}, "equity_begin", "equity_end"), ("2024|gm0014",)
    ),
    "bodies_agree_on_amounts": Fault(
        mentions(
            *(
                {**_budget(body), "collaboration_id": f"sv{n}", "debt_end": amount}
                for n in range(5)
                for body, amount in (("gm0014", 100.0), ("gm0037", 200.0))
            )
        ),
        ("2024|debt_end|0 of 10",),
    ),
    "budget_agrees_with_others_on_amounts": Fault(
        mentions(
            *(
                {**_budget(body), "collaboration_id": f"sv{n}", "debt_end": amount}
                for n in range(8)
                for body, amount in (("gm0014", 220.0), ("gm0037", 100.0), ("gm0047", 100.0), ("gm0050", 100.0))
            )
        ),
        ("2024|gm0014|0 of 8",),
    ),
    "equity_grows_by_the_result": Fault(
        mentions(*({**_budget("gm0014"), "equity_begin": 9.0, "equity_end": 7.0, "result": 2.0} for _ in range(10))),
        ("2024|0 of 10",),
    ),
    "equity_and_debt_as_before": Fault(
        mentions(
            *(
                {**_budget("gm0014", snapshot), "collaboration_id": f"sv{n}", "equity_end": equity, "debt_end": 5.0}
                for n in range(8)
                for snapshot, equity in ((2017, 9.0), (2024, 1.0))
            )
        ),
        ("2024|0 of 8",),
    ),
    "amounts_are_not_all_rounded": Fault(
        mentions(*({**_budget("gm0014"), "result": 1e6 * n} for n in range(20))), ("2024",)
    ),
    "interests_are_possible": Fault(
        mentions(*({**_budget("gm0014"), "interest_written": f"{share}%"} for share in (-12, 30, 40))), ("2024|gm0014",)
    ),
    "result_explains_the_change_of_equity": Fault(
        mentions(*({**_budget("gm0014"), "equity_begin": 1.0, "equity_end": 2.0, "result": 25.0} for _ in range(10))),
        ("2024",),
    ),
    "some_results_are_negative": Fault(
        mentions(*({**_budget("gm0014"), "result": 1.0 + n} for n in range(20))), ("2024|0 of 20",)
    ),
}
