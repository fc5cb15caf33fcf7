"""A name as written, at a date, to an organisation.

Belongs here: the order in which codes, names, mergers, ambiguity, phrases and typing errors are tried. Does not belong
here: spelling (`spelling`), what exists (`catalogue`), lists of participants (`participants`).
"""

import re
from dataclasses import dataclass
from functools import cache

from dagster_project.organisations.catalogue import Catalogue, catalogue_at
from dagster_project.organisations.non_government import is_non_government, non_government_id
from dagster_project.organisations.phrases import read_phrase
from dagster_project.organisations.snapshots import reference_date
from dagster_project.organisations.spelling import Spelling, spell, without_article
from dagster_project.organisations.vocabulary import spelling_words
from dagster_project.texts import filled, legible

# A typing error is at most about one letter in seven; below this, names of different Dutch municipalities meet.
FUZZY_THRESHOLD = 0.85
# Short names differ from each other by a single letter (Best and Beek, Haren and Haaren).
FUZZY_MIN_LENGTH = 7
# The best must be this much better than the next, or nothing is chosen.
FUZZY_MARGIN = 0.05

# How sure each way of resolving is; there for people to sort by, no step depends on it.
SCORES = {"code": 1.0, "reporter": 1.0, "exact": 1.0, "normalised": 0.98, "successor": 0.95, "expanded": 0.9}
NON_GOVERNMENT_SCORE = 0.9
_CODE = re.compile(r"^(?:gm|pv|ws|mnre)\d{2,4}$")


@dataclass(frozen=True)
class Resolution:
    """What a name was resolved to.

    `organisation_id` is None where it stays open; `kind` is the kind of organisation, `method` and `candidates` are as
    in the table `resolved_participant`, `score` is between 0 and 1. Of an expanded phrase the members are the
    candidates.
    """

    organisation_id: str | None
    kind: str | None
    method: str
    score: float
    candidates: tuple[str, ...] = ()


UNRESOLVED = Resolution(None, None, "unresolved", 0.0)


class Resolver:
    """Resolves names at the reference date of one snapshot."""

    def __init__(self, snapshot: int):
        self.snapshot = snapshot
        self.book: Catalogue = catalogue_at(reference_date(snapshot))

    def name(self, written: str, *, province: str | None = None, kind_hint: str | None = None) -> Resolution:
        """Resolve one name or phrase.

        `province` is the id of the province of the reporter or of most other participants, `kind_hint` the kind that
        the other names of the list have; both only decide between namesakes.
        """
        text = filled(legible(written))
        if _CODE.match(text.lower()):
            return self.code(text.lower())
        spelling = spell(text)
        if not spelling.key or spelling.abroad:
            return UNRESOLVED
        exact = text in _official(self.book.date)
        found = self._known(spelling)
        if found:
            return self._choose(found, spelling, province, kind_hint, "exact" if exact else "normalised")
        if is_non_government(text):
            return Resolution(non_government_id(text), "non_government", "non_government", NON_GOVERNMENT_SCORE)
        phrase = read_phrase(text, self.book)
        if phrase:
            method, score = ("expanded", SCORES["expanded"]) if phrase.members else ("phrase", 0.0)
            return Resolution(None, None, method, score, phrase.members)
        return self._enumeration(text) or self._fuzzy(spelling, province, kind_hint) or UNRESOLVED

    def code(self, code: str) -> Resolution:
        """Take an id that a source gives to the date of the snapshot; unresolved where it is not known."""
        if code not in self.book.organisations:
            return UNRESOLVED
        return self._at_date(code, "code", SCORES["code"])

    def _known(self, spelling: Spelling) -> tuple[str, ...]:
        book = self.book
        found = book.by_whole.get(spelling.whole) or book.by_key.get(spelling.whole) or book.by_key.get(spelling.key)
        if not found:
            found = book.by_bare.get(without_article(spelling.key).replace(" ", ""))
        start = spelling_words().and_so_on.sub("", spelling.key)
        if not found and start != spelling.key:
            found = tuple(sorted({i for k, ids in book.by_key.items() if k.startswith(start + " ") for i in ids}))
        found = tuple(found or ())
        if spelling.kind:
            named = book.by_key.get(spelling.key, ()) or found
            found = tuple(i for i in named if book.kind(i) == spelling.kind)
        return found

    def _choose(
        self, found: tuple[str, ...], spelling: Spelling, province: str | None, kind_hint: str | None, method: str
    ) -> Resolution:
        """One of several namesakes: first by the marker, then by existence, kind and province."""
        book = self.book
        for keep in (
            lambda i: spelling.province is None or book.province(i) in (None, spelling.province),
            lambda i: book.organisations[i].exists(book.date),
            lambda i: kind_hint is None or book.kind(i) == kind_hint,
            lambda i: province is None or book.province(i) == province or book.kind(i) != "municipality",
        ):
            if len(found) > 1:
                found = tuple(i for i in found if keep(i)) or found
        if len(found) > 1:
            return Resolution(None, None, "ambiguous", 0.0, found)
        return self._at_date(found[0], method, SCORES[method])

    def _at_date(self, organisation_id: str, method: str, score: float) -> Resolution:
        fate, kind = self.book.fate(organisation_id), self.book.kind(organisation_id)
        if fate.how == "same":
            return Resolution(organisation_id, kind, method, score)
        if fate.how == "merged" and fate.ids:
            return Resolution(
                fate.ids[0],
                self.book.kind(fate.ids[0]),
                "successor",
                min(score, SCORES["successor"]),
                (organisation_id,),
            )
        if fate.how == "split":
            return Resolution(None, kind, "split", 0.0, fate.ids)
        # Not founded yet: which of its predecessors took part, the name does not say.
        return Resolution(None, kind, "ambiguous", 0.0, fate.ids) if fate.ids else UNRESOLVED

    def _enumeration(self, text: str) -> Resolution | None:
        """`gemeenten Assen, Emmen en Hoogeveen`, where every part is a municipality by itself."""
        bare = re.sub(r"^(?:de\s+)?gemeenten\s+", "", text, flags=re.IGNORECASE)
        parts = [p for p in re.split(r"\s*(?:,|;|\ben\b)\s*", bare) if p]
        if len(parts) < 2:
            return None
        found = [self._known(spell(f"gemeente {p}")) for p in parts]
        if any(len(f) != 1 or self.book.fate(f[0]).how not in ("same", "merged") for f in found):
            return None
        ids = sorted({self.book.fate(f[0]).ids[0] for f in found})
        return Resolution(None, None, "expanded", SCORES["expanded"], tuple(ids))

    def _fuzzy(self, spelling: Spelling, province: str | None, kind_hint: str | None) -> Resolution | None:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        if len(spelling.key) < FUZZY_MIN_LENGTH:
            return None
        best = process.extract(
            spelling.key, _keys(self.book.date), scorer=OSA.normalized_similarity, limit=2, score_cutoff=FUZZY_THRESHOLD
        )
        if not best or (len(best) > 1 and best[0][1] - best[1][1] < FUZZY_MARGIN):
            return None
        key, score = best[0][0], round(best[0][1], 4)
        found = tuple(i for i in self.book.by_key[key] if spelling.kind in (None, self.book.kind(i)))
        if not found:
            return None
        chosen = self._choose(found, spelling, province, kind_hint, "normalised")
        if chosen.organisation_id is None or chosen.method == "successor":
            return chosen
        return Resolution(chosen.organisation_id, chosen.kind, "fuzzy", score, (chosen.organisation_id,))


@cache
def _keys(date) -> tuple[str, ...]:
    return tuple(k for k in catalogue_at(date).by_key if len(k) >= FUZZY_MIN_LENGTH)


@cache
def _official(date) -> frozenset[str]:
    return frozenset(b.name for b in catalogue_at(date).organisations.values())


@cache
def _resolver(snapshot: int) -> Resolver:
    return Resolver(snapshot)


def resolve_name(
    written: str, snapshot: int, *, province: str | None = None, kind_hint: str | None = None
) -> Resolution:
    """Resolve one name at the reference date of a snapshot; see `Resolver.name`.

    Raises WrongUse for a year that is no snapshot.
    """
    return _resolver(snapshot).name(written, province=province, kind_hint=kind_hint)
