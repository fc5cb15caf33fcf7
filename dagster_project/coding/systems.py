"""Which collaborations are the regions of the statutory systems, by their name and by who takes part in them.

Belongs here: what a name claims, and the judgement of claims against the legal division and against each other. Does
not belong here: the divisions themselves (`divisions`), the words (`words/attributes.yml`), goals (`goals`).

A body is the region of a system where its name says so and its members fit the division, or where it says so and no
other does in that region. A word of the subject in the name or the purpose, or a name of the kind in another snapshot
(a source misspelt it), is enough only where the members are the whole region and nobody else is it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from dagster_project.coding import vocabulary
from dagster_project.coding.candidates import Candidate
from dagster_project.coding.divisions import Divisions, Fit
from dagster_project.decisions import NO_SYSTEM
from dagster_project.texts import fold
from dagster_project.workspace.seeds import codes

OBLIGATIONS = ("mandatory", "semi_mandatory", "voluntary")
"""The strictest first: a body of two systems is bound as the stricter one binds it."""
SURE, LIKELY, DOUBTFUL = 0.95, 0.7, 0.3
"""By name and members; by one of the two; neither. They order rows for review and are no measured probabilities."""

Row = tuple[int, str]
"""Published snapshot and collaboration."""


class Body(NamedTuple):
    """What is known of a collaboration in a snapshot: its texts and the municipalities that take part."""

    names: tuple[str, ...]
    purposes: tuple[str, ...]
    municipalities: frozenset[str]
    mentions: int


@dataclass(frozen=True)
class Claim:
    """A body that may be the region of a system. `named`: by the kind of its name, else by a word of the subject."""

    row: Row
    system: str
    named: bool
    fit: Fit | None
    mentions: int

    @property
    def strength(self) -> tuple:
        """Sorts the likelier one first."""
        return -(self.fit.share if self.fit else 0.0), -self.mentions, self.row


def claimed_systems(name: str, purpose: str | None, divisions: Divisions | None = None) -> dict[str, bool]:
    """The systems of which a text may tell the region: True where the name is of their kind, or is what the division
    calls a body; False where only a word of the subject is there."""
    words = vocabulary.attributes()
    folded, folded_purpose, key = fold(name, "text"), fold(purpose, "text"), fold(name)
    if words.systems_not.search(folded):
        return {}
    found: dict[str, bool] = {}
    for system in words.systems:
        if system.name.search(folded) or (divisions and divisions.names(system.id, key)):
            found[system.id] = True
        elif system.subject and (system.subject.search(folded) or system.subject.search(folded_purpose)):
            found.setdefault(system.id, False)
    return found


def regions_of_systems(bodies: Mapping[Row, Body], divisions: Divisions) -> dict[Row, list[Candidate]]:
    """Candidates for statutory_system per snapshot and collaboration; those that hold have share 1, the others 0."""
    rivals: dict[tuple[int, str], list[Claim]] = defaultdict(list)
    claims = {row: _claims(body, divisions) for row, body in sorted(bodies.items())}
    named_once: dict[str, set[str]] = defaultdict(set)
    for (_, collaboration_id), told in claims.items():
        named_once[collaboration_id].update(system for system, named in told.items() if named)
    for row, body in sorted(bodies.items()):
        told = dict.fromkeys(sorted(named_once[row[1]]), False) | claims[row]
        for system, named in told.items():
            fit = divisions.fit(system, row[0], body.municipalities)
            rivals[row[0], system].append(Claim(row, system, named, fit, body.mentions))
    found: dict[Row, list[Candidate]] = defaultdict(list)
    for _, claims in sorted(rivals.items()):
        for claim, how in _judged(claims):
            found[claim.row].append(_candidate(claim, how))
    return found


def obligation(systems: Iterable[str], candidates: Iterable[Candidate] = ()) -> tuple[str, float, str]:
    """Obligation, confidence and rule. As the seed says of the systems; voluntary where there is none, for by the
    article (2.1) what no system asks for comes of the parties themselves; unknown where the name is that of a region
    that another body is."""
    systems = list(systems)
    told = {codes("statutory_system")[system]["obligation"] for system in systems if system != NO_SYSTEM}
    if told:
        return next(one for one in OBLIGATIONS if one in told), SURE, "obligation.system"
    if not systems and any(c.source_id.endswith(".held") for c in candidates):
        return "unknown", DOUBTFUL, "obligation.held"
    return "voluntary", 0.9, "obligation.no_system"


def _claims(body: Body, divisions: Divisions) -> dict[str, bool]:
    found: dict[str, bool] = {}
    for name in body.names:
        for purpose in body.purposes or ("",):
            for system, named in claimed_systems(name, purpose, divisions).items():
                found[system] = found.get(system, False) or named
    return found


def _judged(claims: list[Claim]) -> Iterable[tuple[Claim, str]]:
    """Each claim with why it holds (region, only, tasks, name) or why it does not (held, other_area, subject)."""
    named = [claim for claim in claims if claim.named]
    whole = [claim for claim in named if claim.fit and claim.fit.fits]
    held = {region for claim in whole for region in claim.fit.regions}
    for claim in whole:
        yield claim, "region"
    for claim in sorted((c for c in named if c not in whole), key=lambda c: c.strength):
        if claim.fit is None:
            # Nobody knows its members: its name is all there is, and nothing speaks against it.
            yield claim, "name"
        elif held.isdisjoint(claim.fit.regions):
            held |= claim.fit.regions
            yield claim, "only"
        else:
            yield claim, "held"
    for claim in sorted((c for c in claims if not c.named), key=lambda c: c.strength):
        if claim.fit and claim.fit.fits and held.isdisjoint(claim.fit.regions):
            held |= claim.fit.regions
            yield claim, "tasks"
        else:
            yield claim, "subject"


def _candidate(claim: Claim, how: str) -> Candidate:
    holds = how in ("region", "only", "tasks", "name")
    sure = SURE if how == "region" else LIKELY if holds else DOUBTFUL
    ground = f"rule:statutory_system.{claim.system}.{how}"
    return Candidate("statutory_system", claim.system, ground, "rule", sure, share=1.0 if holds else 0.0)
