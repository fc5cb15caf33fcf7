"""The participants of all mentions, resolved with the context of their list; what stays open goes to quarantine.

Belongs here: context (kinds and provinces of the other names), positions, quarantine. Does not belong here: how one
name is read (`resolver`).
"""

from collections import Counter
from typing import TYPE_CHECKING

from dagster_project.organisations.other_parties import is_abroad, is_cut, read_other, sort_of
from dagster_project.organisations.resolver import SCORES, UNRESOLVED, Resolution, Resolver
from dagster_project.organisations.spelling import spell
from dagster_project.texts import fold, legible, placeholder
from dagster_project.workspace.refusals import quarantine_row
from dagster_project.workspace.tables import frame_of

if TYPE_CHECKING:
    import polars as pl

_REASONS = {
    "unresolved": "unknown_organisation_name",
    "ambiguous": "ambiguous_organisation_name",
    "split": "split_organisation",
    "successor": "merged_organisation",
    "phrase": "unresolved_count",
}
_DETAILS = {
    "unresolved": "'{name}' is geen bekende organisatie op de peildatum; verbeter de naam of voeg hem toe aan "
    "organisation_name",
    "ambiguous": "'{name}' kan op de peildatum meer organisaties zijn ({candidates}); kies er een met een besluit",
    "split": "'{name}' is gesplitst in {candidates}; kies met een besluit welke opvolgers deelnemen",
    "successor": "'{name}' bestond op de peildatum niet meer; opvolger {id} is genomen; ga na of die deelneemt",
    "phrase": "'{name}' noemt een groep die niet bekend is of waarvan het aantal niet klopt; schrijf de namen uit",
}


class _Cached:
    """Resolvers that remember what they resolved; `collaborations` are the folded names of all parties listed."""

    def __init__(self, collaborations: frozenset[str] = frozenset()) -> None:
        self.collaborations = collaborations
        self.resolvers: dict[int, Resolver] = {}
        self.memory: dict[tuple, Resolution] = {}

    def at(self, snapshot: int) -> Resolver:
        if snapshot not in self.resolvers:
            self.resolvers[snapshot] = Resolver(snapshot)
        return self.resolvers[snapshot]

    def name(self, written: str, snapshot: int, province: str | None = None, kind: str | None = None) -> Resolution:
        key = (written, snapshot, province, kind)
        if key not in self.memory:
            self.memory[key] = self.at(snapshot).name(written, province=province, kind_hint=kind)
        return self.memory[key]

    def other(self, written: str, snapshot: int, beside_abroad: bool) -> Resolution:
        key = ("other", written, snapshot, beside_abroad)
        if key not in self.memory:
            self.memory[key] = read_other(written, self.at(snapshot).book, self.collaborations, beside_abroad)
        return self.memory[key]

    def code(self, code: str, snapshot: int) -> Resolution:
        key = ("code", code, snapshot)
        if key not in self.memory:
            self.memory[key] = self.at(snapshot).code(code)
        return self.memory[key]


def resolve_participants(mentions: "pl.DataFrame") -> tuple["pl.DataFrame", list[dict]]:
    """Resolve every participant of every mention at the date of its snapshot.

    `mentions` has the columns of the table `mention`. Gives the table `resolved_participant` (position -1 is the
    reporting organisation; members of an expanded phrase follow the last position written) and rows of `quarantine`
    for names that are unknown, ambiguous, split, merged or counts that do not fit. Time grows with the number of
    different names.
    """
    columns = [
        "mention_id",
        "source",
        "snapshot",
        "reporting_organisation_id",
        "participants_written",
        "participant_codes",
        "locator",
        "doubts",
    ]
    parties = frozenset(map(fold, mentions["name_written"].unique())) - {""}  # signs alone name nobody
    cache, rows, quarantine = _Cached(parties), [], []
    for row in mentions.select(columns).sort("mention_id").iter_rows(named=True):
        made = list(_of_mention(row, cache))
        rows += made
        quarantine += [q for r in made if not _told_by_reader(r, row) and (q := _quarantined(r, row))]
    return frame_of("resolved_participant", rows), quarantine


def _of_mention(mention: dict, cache: _Cached):
    snapshot, reporter = mention["snapshot"], mention["reporting_organisation_id"]
    names, codes = mention["participants_written"] or [], mention["participant_codes"] or []
    if reporter:
        resolution = cache.code(reporter, snapshot)
        if resolution.method == "code":
            resolution = Resolution(resolution.organisation_id, resolution.kind, "reporter", SCORES["reporter"])
        yield _resolved(mention, -1, reporter, resolution)
    resolutions = []
    for position, name in enumerate(names):
        code = codes[position].strip().lower() if position < len(codes) and codes[position] else ""
        by_code = cache.code(code, snapshot) if code else UNRESOLVED
        resolutions.append(by_code if by_code.method != "unresolved" else cache.name(name, snapshot))
    if any(r.method == "ambiguous" for r in resolutions):
        province, kind = _context(names, resolutions, reporter, cache.at(snapshot))
        resolutions = [
            cache.name(name, snapshot, province, kind) if r.method == "ambiguous" and not _future(r) else r
            for name, r in zip(names, resolutions, strict=True)
        ]
    resolutions = _others(mention, names, resolutions, cache)
    further = len(names)
    for position, (name, resolution) in enumerate(zip(names, resolutions, strict=True)):
        yield _resolved(mention, position, name, resolution)
        if resolution.method == "expanded":
            book = cache.at(snapshot).book
            for member in resolution.candidates:
                body = book.organisations[member]
                yield _resolved(
                    mention, further, body.name, Resolution(member, body.kind, "expanded", SCORES["expanded"])
                )
                further += 1


def _others(mention: dict, names: list[str], resolutions: list[Resolution], cache: _Cached) -> list[Resolution]:
    """What is no government, read as what it is. Where the reader doubts the list of participants a name may be a piece
    of another, so there it stays open."""
    resolutions = [
        UNRESOLVED if r.method == "non_government" and is_cut(name) else r
        for name, r in zip(names, resolutions, strict=True)
    ]
    if any(doubt.partition(":")[0] == "participants" for doubt in mention["doubts"] or []):
        return resolutions
    beside_abroad = any(r.method == "unresolved" and is_abroad(n) for n, r in zip(names, resolutions, strict=True))
    return [
        cache.other(name, mention["snapshot"], beside_abroad)
        if r.method == "unresolved" and name.strip() and not is_cut(name)
        else r
        for name, r in zip(names, resolutions, strict=True)
    ]


def _told_by_reader(row: dict, mention: dict) -> bool:
    """A register's own reader tells of a code that was no longer there, with the row of the participation; of a name
    that has no code only the resolver knows what it was."""
    codes, position = mention["participant_codes"] or [], row["position"]
    has_code = 0 <= position < len(codes) and row["candidates"] == [codes[position].strip().lower()]
    return mention["source"] == "register" and row["method"] == "successor" and has_code


def _future(resolution: Resolution) -> bool:
    """An organisation that did not exist yet: context cannot tell which predecessor is meant."""
    return resolution.kind is not None


def _context(
    names: list[str], resolutions: list[Resolution], reporter: str | None, resolver: Resolver
) -> tuple[str | None, str | None]:
    """The province and kind that decide between namesakes.

    The kind is that of most names that stand bare as the doubtful one does. Where none of those is sure, a list that
    does mark its provinces or water boards leaves only the municipalities bare; else the kind of the reporter counts.
    """
    book = resolver.book
    sure = [
        (r.organisation_id, spell(legible(name)).kind)
        for name, r in zip(names, resolutions, strict=True)
        if r.organisation_id and r.kind != "non_government"
    ]
    bare = Counter(book.kind(i) for i, marker in sure if marker is None)
    if not bare and any(marker in ("province", "water_board") for _, marker in sure):
        bare = Counter(["municipality"])
    if not bare and reporter:
        bare = Counter([book.kind(reporter)])
    provinces = Counter(p for i, _ in sure if (p := book.province(i)))
    home = book.province(reporter) if reporter else None
    return home or _most(provinces), _most(bare)


def _most(counted: Counter) -> str | None:
    ranked = sorted(((n, v) for v, n in counted.items() if v), key=lambda pair: (-pair[0], pair[1]))
    return ranked[0][1] if ranked and (len(ranked) == 1 or ranked[0][0] > ranked[1][0]) else None


def _resolved(mention: dict, position: int, name: str, resolution: Resolution) -> dict:
    return {
        "mention_id": mention["mention_id"],
        "position": position,
        "name_written": name,
        "organisation_id": resolution.organisation_id,
        "kind": resolution.kind,
        "method": resolution.method,
        "sort": _sort(name, resolution),
        "score": resolution.score,
        "candidates": list(resolution.candidates),
    }


def _sort(name: str, resolution: Resolution) -> str | None:
    if resolution.kind == "non_government":
        return sort_of(name)
    return "abroad" if resolution.method == "abroad" else None


def _quarantined(row: dict, mention: dict) -> dict | None:
    reason = _REASONS.get(row["method"])
    if reason is None or placeholder(row["name_written"]):
        return None
    detail = _DETAILS[row["method"]].format(
        name=row["name_written"], candidates=", ".join(row["candidates"]), id=row["organisation_id"]
    )
    key, where = f"{row['mention_id']}|{row['position']}", mention["locator"]
    return quarantine_row("resolved_participant", key, reason, detail, snapshot=mention["snapshot"], locator=where)
