"""The Dutch words in which a pair is explained to auditors: texts by the codes of the rules and the comparisons."""

from pathlib import Path
from typing import NamedTuple

from dagster_project.linkage.explain.pair import Explanation
from dagster_project.linkage.records.record import Record
from dagster_project.texts import Vocabulary, read_vocabulary

FILE = Path(__file__).parent / "words.yml"


class ExplanationWords(Vocabulary):
    """The words by code; `silent` is pair of a comparison where one of the two gives nothing to compare."""

    comparisons: dict[str, str]
    levels: dict[str, str]
    rules: dict[str, str]
    cannot_link: dict[str, str]
    silent: str


def explanation_words() -> ExplanationWords:
    """The words of `words.yml`, read once. Raises UnreadableInput where it is not of that shape."""
    return read_vocabulary(FILE, ExplanationWords)


def verdict(pair: Explanation) -> str:
    """One sentence: are they one, and why."""
    if pair.linked:
        through = f" (via {pair.through} andere)" if pair.through and pair.by not in ("model", "decision") else ""
        return f"Eén samenwerkingsverband: {explanation_words().rules[pair.by]}{through}."
    if pair.cannot_link:
        return f"Twee samenwerkingsverbanden: {explanation_words().cannot_link[pair.cannot_link]}."
    if not pair.compared:
        return "Twee samenwerkingsverbanden: niets bracht hen bij elkaar, dus het model heeft hen niet vergeleken."
    if pair.ambiguous:
        return "Twee samenwerkingsverbanden: een derde past even goed; wie bedoeld is, wordt gevraagd."
    why = "het model weegt hen niet als één" if pair.total < pair.threshold else "de groepen als geheel wegen te licht"
    return f"Twee samenwerkingsverbanden: {why}."


class Bar(NamedTuple):
    """One step of the waterfall: what is compared and on which level, in words, its match weight and the sum so far,
    in bits. `silent` where one of the two gives nothing to compare, so that the weight is 0."""

    comparison: str
    level: str | None
    weight: float
    total: float
    silent: bool = False

    @property
    def label(self) -> str:
        return self.comparison if self.level is None else f"{self.comparison}: {self.level}"


def waterfall(pair: Explanation) -> list[Bar]:
    """The prior and then every comparison in words, each with its match weight; empty where the model had no say."""
    if not pair.comparisons:
        return []
    words = explanation_words()
    bars = [Bar("Uitgangspunt", None, pair.prior, pair.prior)]
    for compared in pair.comparisons:
        silent = compared.level is None
        level = words.silent if silent else words.levels[compared.level]
        total = bars[-1].total + compared.weight
        bars.append(Bar(words.comparisons[compared.comparison], level, compared.weight, total, silent))
    return bars


def forbidden(pair: Explanation) -> str:
    """What keeps the two apart whatever they weigh, in words; empty where nothing does."""
    return explanation_words().cannot_link.get(pair.cannot_link, "")


def evidence(pair: Explanation) -> list[tuple[str, str, str]]:
    """What each of the two says, side by side: label, left, right."""
    one, other = pair.left, pair.right
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
        ("Vermeldingen in de groep", str(pair.sizes[0]), str(pair.sizes[1])),
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
