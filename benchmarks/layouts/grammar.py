"""A layout drawn from the independent choices of `grammar.yml`. Does not belong here: what a choice does."""

from pathlib import Path

from pydantic import Field

from dagster_project.simulation.randomness import generator
from dagster_project.texts import Entry, Vocabulary, read_vocabulary

Conditions = dict[str, tuple[str, ...]]


class Choice(Entry):
    """One choice: weights of its values, when it is drawn, and which values earlier choices leave."""

    values: dict[str, int]
    where: Conditions = Field(default_factory=dict)
    unless: Conditions = Field(default_factory=dict)
    narrow: dict[str, Conditions] = Field(default_factory=dict)


class _Grammar(Vocabulary):
    choices: dict[str, Choice]


def choices() -> dict[str, Choice]:
    """All choices by name, in the order in which they are drawn."""
    return read_vocabulary(Path(__file__).with_name("grammar.yml"), _Grammar).choices


def draw_layout(seed: int, number: int) -> dict[str, str]:
    """The choices of one layout: value by name; a choice that has no meaning in it is absent.

    Every choice has a generator of its own, so that a new one moves no other.
    """
    drawn: dict[str, str] = {}
    for name, choice in choices().items():
        if all(drawn.get(other) in values for other, values in choice.where.items()) and not any(
            drawn.get(other) in values for other, values in choice.unless.items()
        ):
            left = left_values(choice, drawn)
            weights = [choice.values[value] for value in left]
            drawn[name] = generator("layout", seed, number, name).choices(left, weights)[0]
    return drawn


def left_values(choice: Choice, drawn: dict[str, str]) -> list[str]:
    """The values of a choice that the choices drawn before it leave."""
    allowed = [by_value[drawn[o]] for o, by_value in choice.narrow.items() if drawn.get(o) in by_value]
    return [value for value in choice.values if all(value in values for values in allowed)]
