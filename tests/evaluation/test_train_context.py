"""What stands around a name is weighed again: a sign that names have gets weight, what is set by hand is in use."""

from dagster_project.budgets.choice.context import weights
from dagster_project.evaluation.train_context import BY_HAND, fitted


def test_what_is_set_by_hand_is_what_is_in_use():
    assert {name: weights()[name] for name in BY_HAND} == BY_HAND


def test_a_sign_that_names_have_gets_weight():
    named = list(weights())
    heading, label = named.index("heading"), named.index("under another label")
    found = []
    for number in range(80):
        numbers = [float(number % 5 - 2), *[0.0] * len(named)]
        numbers[1 + (heading if number % 2 else label)] = 1.0
        found.append((numbers, bool(number % 2), 1.0))
    learned, _ = fitted(found)
    assert learned["heading"] > 0 > learned["under another label"]
    assert learned["holds labels"] == BY_HAND["holds labels"]
