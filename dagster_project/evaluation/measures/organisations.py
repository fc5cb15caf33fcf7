"""Names of participants resolved to organisations: right, wrong or left open.

What a name in a mention means is told by the truth of that mention: the members of its collaboration at the snapshot
under every name that the simulation writes them by, the members of old that it plants, and those claimed by mistake.
A name that the reader made itself (two glued together, a piece of a sentence) means nothing and is counted apart.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass

from dagster_project.evaluation.measures.groups import verdict_shares
from dagster_project.evaluation.report.model import Measure, Section
from dagster_project.evaluation.run import Run
from dagster_project.evaluation.truth.spelling import key

CLAIMED = "claimed_participant"
NON_GOVERNMENT = "ng"
GROUPS = {"phrase": "group_open", "expanded": "group"}
"""Ways of resolution of what names no single organisation, such as `de 12 Groninger gemeenten`."""
VERDICTS = ("right", "wrong", "open")
"""Those over a name that means something."""
ERRORS = ("wrong", "open", "misread", "not_of_group")
"""Verdicts that are shown name by name."""


@dataclass(frozen=True)
class Meaning:
    """What the names of one mention mean: keys of names to an id, to `ng` for a party that is no government."""

    names: dict[str, str]
    members: frozenset[str]


def score_organisations(run: Run) -> Section:
    """Shares of names that were resolved right, wrong, and not; names read wrong; groups written as a number.

    Parties that are no government are told apart: among ten times as many names of governments nobody sees them.
    """
    section = Section("organisations")
    meanings = _meanings(run)
    verdicts: Counter[str] = Counter()
    others: Counter[str] = Counter()
    errors: Counter[tuple] = Counter()
    rows = run.table("resolved_participant").sort("mention_id", "position")
    written: dict[str, int] = dict(
        run.table("mention").select("mention_id", _count_of("participants_written")).iter_rows()
    )
    for row in rows.iter_rows(named=True):
        meaning = meanings.get(row["mention_id"])
        if meaning is None or row["position"] < 0:
            continue
        verdict, wanted = _verdict(row, meaning, row["position"] >= written[row["mention_id"]])
        (others if wanted == NON_GOVERNMENT else verdicts)[verdict] += 1
        if verdict in ERRORS:
            found = row["organisation_id"] or ""
            shown = NON_GOVERNMENT if found.startswith(NON_GOVERNMENT) else found
            errors[verdict, row["name_written"], wanted, shown, row["method"]] += 1
    of_groups = verdicts["of_group"] + verdicts["not_of_group"]
    section.add(
        *verdict_shares("organisations", verdicts, VERDICTS),
        Measure("organisations.names_misread", verdicts["misread"], better="low"),
        Measure.share("organisations.members_of_groups_right", verdicts["of_group"], of_groups),
        Measure("organisations.groups_left_open", verdicts["group_open"], better="low"),
        *verdict_shares("organisations.non_government", others, VERDICTS),
    )
    ranked = sorted(errors.items(), key=lambda item: (item[0][0] != "wrong", -item[1], item[0]))
    section.table(
        "unresolved",
        ("verdict", "name", "true", "found", "method", "times"),
        [(*error, times) for error, times in ranked],
    )
    return section


def _verdict(row: dict, meaning: Meaning, added: bool) -> tuple[str, str]:
    """The verdict over a row of `resolved_participant`, and what it should have been."""
    found = row["organisation_id"]
    if added:
        return ("of_group" if found in meaning.members else "not_of_group"), ""
    wanted = meaning.names.get(key(row["name_written"]))
    if wanted is None:
        return GROUPS.get(row["method"], "misread"), ""
    if found is None:
        return "open", wanted
    right = found.startswith(NON_GOVERNMENT) if wanted == NON_GOVERNMENT else found == wanted
    return ("right" if right else "wrong"), wanted


def _meanings(run: Run) -> dict[str, Meaning]:
    """Mention id to what its names mean."""
    from dagster_project.simulation import predecessors

    country = run.country
    snapshots = set(country.snapshots)
    claims = _claims(run)
    known: dict[tuple[int, str], Meaning] = {}
    found = {}
    for pair in run.pairing.pairs:
        true = pair.true
        snapshot = min((s for s in snapshots if s >= true.snapshot), default=max(snapshots))
        where = snapshot, true.party_id
        if not true.party_id or where not in country.participants:
            continue
        if where not in known:
            known[where] = _meaning(country.participants[where], snapshot, predecessors(snapshot))
        meaning = known[where]
        extra = claims.get((true.document, true.place, true.party_id))
        if extra:
            meaning = Meaning(meaning.names | extra, meaning.members | set(extra.values()))
        found[pair.read.party_id] = meaning
    return found


def _meaning(participants: list[dict[str, str]], snapshot: int, merged: dict[str, tuple[str, ...]]) -> Meaning:
    from dagster_project.simulation import listed_name, name_with_kind, official_name

    names: dict[str, str] = {}
    members = set()
    for row in participants:
        member = row["organisation"]
        if row["kind"] == "non_government":
            names[key(member)] = NON_GOVERNMENT
            continue
        members.add(member)
        short, full = listed_name(member, snapshot), name_with_kind(member, snapshot)
        for name in (short, listed_name(member, snapshot, with_kind=True), full):
            names[key(name)] = member
        for old in merged.get(member, ()):
            for name in (official_name(old, snapshot), name_with_kind(old, snapshot)):
                names.setdefault(key(name), member)
    return Meaning(names, frozenset(members))


def _claims(run: Run) -> dict[tuple[str, str, str], dict[str, str]]:
    """File, place and truth id to the names of organisations that are named there and take no part."""
    found: dict[tuple[str, str, str], dict[str, str]] = defaultdict(dict)
    for row in run.country.rows("fault.csv"):
        if row["kind"] == CLAIMED:
            name, _, organisation = row["detail"].rpartition(" <- ")
            found[row["file"], row["place"], row["truth_id"]][key(name)] = organisation
    return found


def _count_of(column: str):
    import polars as pl

    return pl.col(column).list.len().alias("written")
