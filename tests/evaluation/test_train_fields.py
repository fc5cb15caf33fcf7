"""How sure a value is can be learned again: a sign that goes with being right gets weight, and calibration tells it."""

from dagster_project.budgets.choice.confidence import weighed
from dagster_project.evaluation.train_fields import Value, calibration, fitted, left_out

VALUES = [
    Value(f"2024/gm0106_soort-{n}.html", "seat", {"fits": float(n % 2), "long": float(n % 3 == 0)}, n % 2 == 1)
    for n in range(60)
]


def test_a_sign_that_goes_with_being_right_gets_weight():
    weights = fitted(VALUES)
    assert weights["fits"] > 1.0
    assert weighed(weights, VALUES[1].numbers) > 0.7 > 0.3 > weighed(weights, VALUES[0].numbers)


def test_values_are_told_of_by_weights_made_without_their_kind():
    found = left_out(VALUES)
    assert len(found) == len(VALUES)
    error, area = calibration(found)
    assert 0 <= error <= 1
    assert 0 <= area <= 1


def test_calibration_is_perfect_where_probabilities_are_the_truth():
    error, area = calibration([(1.0, True), (1.0, True), (0.0, False)])
    assert (error, area) == (0.0, 1.0)
