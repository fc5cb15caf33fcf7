"""Introductions, remarks and further fields, composed of sentences so that no two houses say quite the same."""

from dagster_project.simulation.randomness import generator
from dagster_project.simulation.sources.budgets.house_style import Style, vocabulary
from dagster_project.simulation.sources.vocabulary import words as shared_words

_BODY = {"gm": "de gemeenteraad", "pv": "Provinciale Staten", "ws": "het algemeen bestuur"}
_ARTICLE = {"gm": "de gemeente", "pv": "de provincie", "ws": "het waterschap"}
OBLIGATION_TOLD, CHOICE_TOLD = 0.35, 0.04
"""Share of the reporters that say that they must, or chose to, take part; no share is published."""
# Plainly invented, so that a name of a person in a document is never that of a real one.
_PERSONS = ("J. Voorbeeld", "A. Verzonnen", "M. Fictief", "K. Bedacht", "P. Denkbeeldig")


def fill(sentence: str, kind: str, organisation: str, year: int) -> str:
    """The sentence with the organisation, its elected body and the year in it."""
    we = organisation if organisation.startswith(("Hoogheemraadschap", "Wetterskip")) else None
    we = f"het {we}" if we and we.startswith("Hoog") else we or f"{_ARTICLE[kind]} {organisation.partition(' ')[2]}"
    return sentence.format(wij=we, Wij=we[0].upper() + we[1:], raad=_BODY[kind], y=year)


def introduction(seed: int, organisation_id: str, organisation: str, year: int) -> tuple[str, ...]:
    """Paragraphs before the parties; a house keeps most of its text over the years."""
    house, words, kind = generator("intro", seed, organisation_id), vocabulary("prose"), organisation_id[:2]
    parts = [house.choice(words["opening"])]
    parts += house.sample(words["interest"], house.randrange(0, 3))
    policy = house.sample(words["policy"], house.randrange(1, 5))
    tail = [*house.sample(words["numbers"], house.randrange(0, 2)), house.choice(words["order"])]
    paragraphs = [" ".join(parts), " ".join(policy), " ".join(tail)]
    if house.random() < 0.25:
        paragraphs = [" ".join([*parts, *tail])]
    return tuple(fill(paragraph, kind, organisation, year) for paragraph in paragraphs)


def closing(seed: int, organisation_id: str, organisation: str, year: int) -> tuple[str, ...]:
    """Remarks below the parties, or none."""
    house = generator("closing", seed, organisation_id)
    chosen = house.sample(vocabulary("prose")["closing"], house.choice((0, 0, 1, 1, 2)))
    return tuple(fill(sentence, organisation_id[:2], organisation, year) for sentence in chosen)


def longer_purpose(purpose: str, system: str | None, *question: object) -> str:
    """The purpose as this reporter words it: a sentence more, or not, and now and then one about the duty to take part.

    A sentence more may speak of a task by law where nobody is obliged to take part: both are so in life.
    """
    chance, words = generator("purpose", *question), vocabulary("prose")
    more = chance.choice(words["purpose_more"])
    text = purpose if purpose.endswith(".") else f"{purpose}."
    if chance.random() < 0.4:
        text = f"{text} {more}"
    if chance.random() < (OBLIGATION_TOLD if system else CHOICE_TOLD):
        text = f"{text} {chance.choice(words['obligation'][system or 'voluntary'])}"
    return text


def extra(name: str, kind: str, theme: str, style: Style, seed: int, year: int, *question: object) -> str:
    """The value of a further field of a block."""
    chance, words = generator("extra", name, seed, year, *question), vocabulary("prose")
    if name == "interest":
        said = chance.choice(words["representation"][kind])
        return f"{said} Vertegenwoordiger: {chance.choice(_PERSONS)}." if style.persons else said
    if name == "programme":
        return shared_words().programmes[theme] if kind == "gm" else chance.choice(words["programmes"][kind])
    pool = words[{"money": "contribution", "risks": "risk", "news": "news"}[name]]
    return chance.choice(pool).format(y=year)
