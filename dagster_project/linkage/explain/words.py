"""The Dutch words in which a pair is explained to auditors: texts by the codes of the rules and the comparisons."""

from typing import NamedTuple

from dagster_project.linkage.explain.pair import Explanation
from dagster_project.linkage.records.record import Record

COMPARISONS = {
    "name": "Naam", "contained": "De ene naam zit in de andere", "rare_word": "Zeldzaam woord", "abbreviation":
    "Afkorting", "compass": "Windstreek of nummer", "task": "Taak", "people": "Deelnemers",
    "near": "Betrokken bij de ander",
    "seat": "Vestigingsplaats", "province": "Provincie", "listing": "Naast elkaar in één lijst", "subject": "Onderwerp",
    "own_word": "Eigen woord", "years": "Jaren", "period": "Geldigheid", "body": "Rechtspersoon",
}  # fmt: skip
LEVELS = {
    "same_telling": "gelijk en veelzeggend", "same": "gelijk", "alike_90": "voor 90% gelijk",
    "alike_75": "voor 75% gelijk", "alike_60": "voor 60% gelijk",
    "alike_45": "voor 45% gelijk", "alike_25": "voor 25% gelijk",
    "whole_telling": "geheel, en veelzeggend", "whole": "geheel", "most": "grotendeels", "half": "voor de helft",
    "very_rare": "zeer zeldzaam", "rare": "zeldzaam", "known": "bekend", "initials": "beginletters passen",
    "one_silent": "één zegt niets", "equal": "gelijk", "some": "enkele gelijk", "among": "ja", "postcode":
    "zelfde postcode", "shared": "gedeeld", "same_name": "onder één naam", "often": "vaak",
    "following_same_task": "volgen op elkaar, zelfde deelnemers en taak", "following_same_people":
    "volgen op elkaar, zelfde deelnemers", "following": "volgen op elkaar", "adjoining": "sluiten aan",
    "overlapping": "overlappen", "else": "anders",
}  # fmt: skip
RULES = {
    "decision": "een besluit zegt dat zij één zijn", "identifier": "zij dragen hetzelfde kenmerk",
    "name": "hun namen zijn gelijk en zeggen genoeg", "slip": "hun namen verschillen één schrijffout",
    "unplaced": "de een noemt geen plaats, en alleen de ander draagt deze naam",
    "cut_off": "de naam van de een is afgekapt, en alleen die van de ander begint zo",
    "letters": "de afkorting wijst met haar deelnemers één kant op", "number": "zij dragen hetzelfde lijstnummer",
    "rules": "verschillende regels na elkaar verbinden hen", "model": "het model weegt hen als één",
    "cluster": "zij zijn één via andere vermeldingen", "": "",
}  # fmt: skip
APART = {
    "decision": "een besluit houdt hen uit elkaar", "register": "het register voert hen naast elkaar",
    "systems": "zij horen bij verschillende wettelijke stelsels",
    "periods": "in het register gelden zij naast elkaar in de tijd", "law": "het register geeft hun een andere naam en "
    "een andere rechtsvorm", "wording": "lijsten die beide noemen onderscheiden hen door een woord",
    "seat": "lijsten die beide noemen geven hun een andere vestigingsplaats",
    "members": "de een neemt deel in de ander", "lists": "veel lijsten noemen beide naast elkaar",
    "kind": "zij hebben een andere rechtsvorm en een andere vestigingsplaats",
    "purpose": "hun namen noemen een andere taak en hun doelen hebben geen woord gemeen",
}  # fmt: skip


def verdict(said: Explanation) -> str:
    """One sentence: are they one, and why."""
    if said.together:
        through = f" (via {said.through} andere)" if said.through and said.by not in ("model", "decision") else ""
        return f"Eén samenwerkingsverband: {RULES[said.by]}{through}."
    if said.apart:
        return f"Twee samenwerkingsverbanden: {APART[said.apart]}."
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
    bars = [Bar("Uitgangspunt", None, explanation.prior, explanation.prior)]
    for weighed in explanation.weighed:
        level = "één van beide zegt niets" if weighed.level is None else LEVELS[weighed.level]
        bars.append(Bar(COMPARISONS[weighed.comparison], level, weighed.weight, bars[-1].total + weighed.weight))
    return bars


def forbidden(explanation: Explanation) -> str:
    """What keeps the two apart whatever they weigh, in words; empty where nothing does."""
    return APART.get(explanation.apart, "")


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
