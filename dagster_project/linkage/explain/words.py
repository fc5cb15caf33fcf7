"""The Dutch words in which a pair is explained to auditors: texts by the codes of the rules and the comparisons."""

from pathlib import Path
from typing import NamedTuple

from dagster_project.linkage.explain.pair import Explanation
from dagster_project.linkage.records.record import Record
from dagster_project.texts import Vocabulary, read_vocabulary

FILE = Path(__file__).parent / "words.yml"


class ExplanationWords(Vocabulary):
    """The words by code; `silent` is said of a comparison where one of the two gives nothing to compare."""

    comparisons: dict[str, str]
    levels: dict[str, str]
    rules: dict[str, str]
    cannot_link: dict[str, str]
    silent: str


def explanation_words() -> ExplanationWords:
    """The words of `words.yml`, read once. Raises UnreadableInput where it is not of that shape."""
    return read_vocabulary(FILE, ExplanationWords)


def verdict(said: Explanation) -> str:
    """One sentence: are they one, and why."""
    if said.together:
        through = f" (via {said.through} andere)" if said.through and said.by not in ("model", "decision") else ""
        return f"Eén samenwerkingsverband: {explanation_words().rules[said.by]}{through}."
    if said.apart:
        return f"Twee samenwerkingsverbanden: {explanation_words().cannot_link[said.apart]}."
    if not said.compared:
        return "Twee samenwerkingsverbanden: niets bracht hen bij elkaar, dus het model heeft hen niet vergeleken."
    if said.torn:
        return "Twee samenwerkingsverbanden: een derde past even goed; wie bedoeld is, wordt gevraagd."
    why = "het model weegt hen niet als één" if said.total < said.threshold else "de groepen als geheel wegen te licht"
    return f"Twee samenwerkingsverbanden: {why}."


class Bar(NamedTuple):
    """One step of the waterfall: what is compared and on which level, its match weight and the sum so far, in bits."""

    comparison: str
    level: str | None
    weight: float
    total: float

    @property
    def label(self) -> str:
        return self.comparison if self.level is None else f"{self.comparison}: {self.level}"


def waterfall(explanation: Explanation) -> list[Bar]:
    """The prior and then every comparison in words, each with its match weight; empty where the model had no say."""
    if not explanation.weighed:
        return []
    words = explanation_words()
    bars = [Bar("Uitgangspunt", None, explanation.prior, explanation.prior)]
    for weighed in explanation.weighed:
        level = words.silent if weighed.level is None else words.levels[weighed.level]
        bars.append(Bar(words.comparisons[weighed.comparison], level, weighed.weight, bars[-1].total + weighed.weight))
    return bars


def forbidden(explanation: Explanation) -> str:
    """What keeps the two apart whatever they weigh, in words; empty where nothing does."""
    return explanation_words().cannot_link.get(explanation.apart, "")


def evidence(said: Explanation) -> list[tuple[str, str, str]]:
    """What each of the two says, side by side: label, left, right."""
    one, other = said.left, said.right
    both = one.participants & other.participants
    rows = [
        ("Vermelding", one.mention_id, other.mention_id),
        ("Naam", one.name, other.name),
        ("Peiling", str(one.snapshot or "–"), str(other.snapshot or "–")),
        ("Rechtspersoon", one.law or one.kind or "–", other.law or other.kind or "–"),
        ("Plaats", _all(one.seats), _all(other.seats)),
        ("Provincie", _all(one.provinces), _all(other.provinces)),
        ("Geldig", _period(one), _period(other)),
        ("Kenmerken", _all(one.identifiers | one.bodies), _all(other.identifiers | other.bodies)),
        ("Betrokken", _all(one.near), _all(other.near)),
        (f"Deelnemers (gedeeld: {len(both)})", _all(one.participants), _all(other.participants)),
        ("Alleen hier", _all(one.participants - both), _all(other.participants - both)),
        ("Vermeldingen in de groep", str(said.sizes[0]), str(said.sizes[1])),
    ]
    return [row for row in rows if set(row[1:]) != {"–"}]


def decimal(value: float) -> str:
    """A weight with its sign and a decimal comma."""
    return f"{value:+.1f}".replace(".", ",")


def _all(found: frozenset[str]) -> str:
    return ", ".join(sorted(found)) or "–"


def _period(record: Record) -> str:
    begin, end = record.period or (None, None)
    return f"{begin or '…'} tot {end or 'heden'}" if begin or end else "–"
