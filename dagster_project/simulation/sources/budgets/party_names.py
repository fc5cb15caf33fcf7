"""A party's name as one reporter writes it, with the faults that strike it there."""

from dataclasses import dataclass

from dagster_project.simulation.model import TrueCollaboration
from dagster_project.simulation.randomness import generator
from dagster_project.simulation.sources.corruption import break_point, mistype
from dagster_project.simulation.sources.faults import Conditions
from dagster_project.simulation.sources.vocabulary import words


@dataclass(frozen=True)
class WrittenName:
    """The name as a reader notes it, where it breaks on paper, and (kind, detail) of each fault in it."""

    text: str
    break_at: int | None
    faults: tuple[tuple[str, str], ...]


def written_name(one: TrueCollaboration, manner: str, on_paper: bool, by: Conditions, *question: object) -> WrittenName:
    """The name in the manner of a house; `on_paper` where words can break at a line end."""
    faults = []
    text = one.name
    if one.former_names and by.strikes("old_name", *question):
        text = one.former_names[-1]
        faults.append(("old_name", f"{text} <- {one.name}"))
    if one.abbreviation and one.abbreviation != one.name and by.strikes("abbreviation", *question):
        faults.append(("abbreviation", f"{one.abbreviation} <- {one.name}"))
        return WrittenName(one.abbreviation, None, tuple(faults))
    plain = text
    text = styled_name(text, one, manner, bool(faults))
    # Whether a fault strikes is asked before what it would do: a generator costs twenty times the question.
    if by.strikes("typing_error", *question) and (slip := mistype(plain, generator("slip", by.seed, *question))):
        text = text.replace(plain, slip, 1)
        faults.append(("typing_error", f"{slip} <- {plain}"))
    breaks = on_paper and by.strikes("hyphenation", *question)
    break_at = break_point(text, generator("break", by.seed, *question)) if breaks else None
    if break_at is not None:
        faults.append(("hyphenation", f"{text[:break_at]}- <- {text}"))
    return WrittenName(text, break_at, tuple(faults))


def styled_name(name: str, one: TrueCollaboration, manner: str, renamed: bool = False) -> str:
    """The name with what a house puts before or behind it. An abbreviation goes with the present name only."""
    if manner == "abbreviation" and one.abbreviation and not renamed and one.abbreviation not in name.split():
        return f"{name} ({one.abbreviation})"
    if one.legal_form in words().arrangements and not name.lower().startswith(("gemeenschappelijke regeling", "gr ")):
        if manner == "gr":
            return f"GR {name}"
        if manner == "full":
            return f"Gemeenschappelijke regeling {name}"
    return name
