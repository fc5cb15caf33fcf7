"""What may be said of a figure and what may not, in words that its counts and its measured errors can bear."""

from dagster_project.uncertainty.sayings.numbers import in_dutch, sensible_decimals
from dagster_project.uncertainty.sayings.sentences import figure_sayings, saying

__all__ = ["figure_sayings", "in_dutch", "saying", "sensible_decimals"]
