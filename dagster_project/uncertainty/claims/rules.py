"""General rules on what the numbers of one publication must be to each other.

Belongs here: rules that hold for any publication about collaborations. Does not belong here: which statements there are
(seeds), or which contradictions are known of.
"""

from collections.abc import Iterator
from itertools import combinations

from dagster_project.uncertainty.claims.book import Book, Check
from dagster_project.uncertainty.claims.model import Claim, Interval, exactly
from dagster_project.workspace.seeds import read_seed

PARTS = {
    ("legal_form_group", ""): ("wgr", "private", "other"),
    ("legal_form_group", "independent_share"): ("wgr", "private"),
}
"""Measure and the whole that it is a share of (empty for all) to the categories that divide it."""
ALL = "all"


def checks_within(book: Book) -> Iterator[Check]:
    """What the rules say of a publication."""
    for rule in (_parts, _changes, _directions, _products, _shares_of_parts, _bounds, _overlaps, _snapshots):
        yield from rule(book)


def _parts(book: Book) -> Iterator[Check]:
    """The parts of a whole add up to it; two parts of the independent ones are the share of these."""
    for (measure, whole), categories in PARTS.items():
        some = [c for c in book.claims if c.measure == measure and (c.whole or "") == whole and c.relation == "is"]
        for snapshot in sorted({c.snapshot for c in some}):
            parts = {c.category: c for c in some if c.snapshot == snapshot}
            if set(parts) == set(categories):
                found = [parts[c] for c in categories]
                total = sum((c.interval for c in found[1:]), start=found[0].interval)
                yield book.check("sum_of_parts", found, total, exactly(100.0), whole or None)
    for claim in book.levels("independent_share"):
        pair = [book.level("legal_form_group", c, claim.snapshot) for c in ("wgr", "private")]
        if None not in pair:
            total = pair[0].interval + pair[1].interval
            yield book.check("sum_of_parts", [claim, *pair], claim.interval, total)


def _changes(book: Book) -> Iterator[Check]:
    """A change is the later level less the earlier one."""
    for claim in book.claims:
        levels = _two_levels(book, claim)
        if claim.relation in ("rose_by", "fell_by") and levels:
            earlier, later = levels
            moved = later - earlier if claim.relation == "rose_by" else earlier - later
            yield book.check("difference", [claim, *_level_claims(book, claim)], claim.interval, moved, claim.relation)


def _directions(book: Book) -> Iterator[Check]:
    """What is said to have risen or fallen has done so."""
    for claim in book.claims:
        levels = _two_levels(book, claim)
        if claim.relation not in ("rose", "fell", "not_rose") or not levels:
            continue
        moved = levels[1] - levels[0]
        possible = {"rose": moved.most > 0, "fell": moved.least < 0, "not_rose": moved.least <= 0}[claim.relation]
        outcome = "holds" if possible else "contradicts"
        claims = [claim, *_level_claims(book, claim)]
        yield book.told("direction", claims, claim.relation, f"moved by {moved}", outcome, claim.relation)


def _two_levels(book: Book, claim: Claim) -> tuple[Interval, Interval] | None:
    if claim.from_snapshot is None:
        return None
    found = [_level(book, claim.measure, claim.category, s) for s in (claim.from_snapshot, claim.snapshot)]
    return None if None in found else (found[0], found[1])


def _level_claims(book: Book, claim: Claim) -> list[Claim]:
    measures = [claim.measure, claim.measure.removesuffix("_count")]
    years = (claim.from_snapshot, claim.snapshot)
    found = [book.level(m, claim.category, year) for m in measures for year in years]
    return [c for c in found if c]


def _level(book: Book, measure: str, category: str, snapshot: int) -> Interval | None:
    """As stated; else a number as its share of the total, and several themes as all but those with one."""
    if stated := book.level(measure, category, snapshot):
        return stated.interval
    if measure == "several_themes_share":
        one = book.level("theme_count_share", "1", snapshot)
        return exactly(100.0) - one.interval if one else None
    share = book.level(measure.removesuffix("_count"), category, snapshot) if measure.endswith("_count") else None
    total = book.level("total", ALL, snapshot)
    return share.interval * total.interval / exactly(100.0) if share and total else None


def _products(book: Book) -> Iterator[Check]:
    """A number is its share of the total; memberships counted from either side are as many; a rate is its ratio."""
    for number in book.levels("with_ministry"):
        share, total = (book.level(m, ALL, number.snapshot) for m in ("with_ministry_share", "total"))
        if share and total:
            follows = number.interval / total.interval * exactly(100.0)
            yield book.check("ratio", [share, number, total], share.interval, follows)
    municipalities = {r["snapshot"]: r["municipalities"] for r in read_seed("snapshot").iter_rows(named=True)}
    for mean in book.levels("mean_municipalities"):
        per_body, having = (
            book.level(m, "municipality", mean.snapshot) for m in ("mean_collaborations", "with_at_least_one")
        )
        total = book.level("total", ALL, mean.snapshot)
        if per_body and having and total:
            memberships = per_body.interval * exactly(municipalities[mean.snapshot])
            over_any, over_all = memberships / having.interval, memberships / total.interval
            # The denominator is seldom told: over all, or over those that have any.
            follows = Interval(over_all.least, over_any.most)
            yield book.check("product", [mean, per_body, having, total], mean.interval, follows)
    for rate in book.levels("survey_response_rate"):
        if asked := book.level("survey_response", rate.category, rate.snapshot):
            yield book.check("ratio", [rate, asked], rate.interval, asked.interval)


def _shares_of_parts(book: Book) -> Iterator[Check]:
    """A share of a part times the part is the share of all."""
    for claim in book.claims:
        if claim.whole and claim.relation == "is":
            of_all = book.level(claim.measure, claim.category, claim.snapshot)
            part = book.level(claim.whole, ALL, claim.snapshot)
            if of_all and part:
                follows = claim.interval * part.interval / exactly(100.0)
                yield book.check("share_of_part", [claim, of_all, part], of_all.interval, follows, claim.whole)


def _bounds(book: Book) -> Iterator[Check]:
    """A part is at most its whole, and who says at least or at most must be borne out."""
    rule = "part_of_whole"
    for claim in book.claims:
        level = book.level(claim.measure, claim.category, claim.snapshot)
        if claim.relation in ("at_least", "at_most") and claim.interval and level:
            low, high = (claim, level) if claim.relation == "at_least" else (level, claim)
            yield book.at_most(rule, [claim, level], low.interval, high.interval, claim.relation)
    for part in book.levels("with_at_least_one"):
        if total := book.level("total", ALL, part.snapshot):
            yield book.at_most(rule, [part, total], part.interval, total.interval, "total")
    for pair in book.levels("theme_pair_share"):
        one = book.level("theme_count_share", "1", pair.snapshot)
        for theme in pair.category.split("+"):
            if share := book.level("theme_share", theme, pair.snapshot):
                yield book.at_most(rule, [pair, share], pair.interval, share.interval, theme)
        if one:
            yield book.at_most(rule, [pair, one], pair.interval, exactly(100.0) - one.interval, "several themes")


def _overlaps(book: Book) -> Iterator[Check]:
    """Two pairs of themes that share one: what both need beyond all with several themes has three at least."""
    for one, other in combinations(book.levels("theme_pair_share"), 2):
        themes = set(one.category.split("+")) | set(other.category.split("+"))
        single, three = (book.level("theme_count_share", c, one.snapshot) for c in ("1", "3+"))
        if one.snapshot == other.snapshot and len(themes) == 3 and single and three:
            needed = one.interval + other.interval - (exactly(100.0) - single.interval)
            yield book.at_most("overlap", [one, other, single, three], needed, three.interval, other.category)


def _snapshots(book: Book) -> Iterator[Check]:
    """A year that is compared with is one in which the data were gathered; the earliest counts were before them."""
    known = set(read_seed("snapshot")["snapshot"]) | {c.snapshot for c in book.claims if c.measure == "total"}
    for claim in book.claims:
        if claim.from_snapshot is not None:
            outcome = "holds" if claim.from_snapshot in known else "contradicts"
            years = ", ".join(map(str, sorted(known)))
            yield book.told("known_snapshot", [claim], str(claim.from_snapshot), years, outcome, claim.claim_id)
