"""What one collaboration adds to the cells of the figures, and what a change of it does to them.

Belongs here: the share of one collaboration in each numerator and denominator, which the models of dbt sum in SQL; a
test holds the two together. Does not belong here: what an answer changes about a collaboration (`effects`).
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from itertools import combinations
from typing import Any

from dagster_project.dictionary import code_lists
from dagster_project.workspace.seeds import definition_labels, read_seed

GOVERNMENTS = ("municipality", "province", "water_board")
ALL = "all"

Part = tuple[str, str | None, str]
"""Figure, category (None: every category of the figure) and `numerator` or `denominator`."""


@dataclass(frozen=True)
class Body:
    """A collaboration in one snapshot as the figures see it.

    `members` are (organisation, kind, whether it is in scope) of those that count; one that does not meet the
    definition adds nothing.
    """

    counted: bool
    group: str
    members: frozenset[tuple[str, str, bool]]
    themes: frozenset[str]
    answers: frozenset[tuple[str, str]] = frozenset()
    """Criterion of a definition (`2024:a`) and its answer, for its own definition and each later one."""
    own: int = 0
    """The definition of its snapshot."""


@dataclass(frozen=True)
class Moved:
    """A cell before and after; None where there is nothing to divide by. `share` is the size of the move in terms of
    the largest cell of the figure in that snapshot."""

    figure: str
    snapshot: int
    category: str
    before: float | None
    after: float | None
    share: float


def added_by(body: Body) -> Counter[Part]:
    """What a collaboration adds to each numerator and denominator."""
    found: Counter[Part] = Counter()
    if not body.counted:
        return found
    of_kind = Counter(kind for _, kind, _ in body.members)
    themes = sorted(body.themes, key=_places().__getitem__)
    cells = [("total", ALL), ("legal_form_group", body.group), ("theme_count_share", str(len(themes)))]
    cells += _of_definitions(body)
    cells += [("independent_share", ALL)] * (body.group in ("wgr", "private"))
    cells += [("with_at_least_one", kind) for kind in GOVERNMENTS if of_kind[kind]]
    cells += [(figure, ALL) for figure in ("with_ministry", "with_ministry_share") if of_kind["ministry"]]
    cells += [("ministry_share", id_) for id_, kind, _ in body.members if kind == "ministry"]
    cells += [("with_several_non_government_share", ALL)] * (of_kind["non_government"] > 1)
    cells += [(figure, theme) for figure in ("theme_count", "theme_share") for theme in themes]
    cells += [("theme_count_share", "3+")] * (len(themes) >= 3)
    cells += [("theme_pair_share", f"{one}+{other}") for one, other in combinations(themes, 2)]
    cells += [("mean_collaborations", kind) for _, kind, in_scope in body.members if in_scope and kind in GOVERNMENTS]
    for figure, category in cells:
        found[figure, category, "numerator"] += 1
    for category in (("mean_municipalities", ALL), *(("mean_municipalities_per_theme", theme) for theme in themes)):
        if of_kind["municipality"]:
            found[*category, "numerator"] += of_kind["municipality"]
            found[*category, "denominator"] += 1
    for figure in _formulas():
        if _formulas()[figure]["sql_model"] == "figure_share" and (figure != "ministry_share" or of_kind["ministry"]):
            found[figure, None, "denominator"] += 1
    return found


def _of_definitions(body: Body) -> Iterator[tuple[str, str]]:
    """The cells on criteria: every one of its own definition answered yes, and those of later ones answered no."""
    answers = [(*key.split(":"), met) for key, met in sorted(body.answers)]
    if all(met == "yes" for definition, _, met in answers if int(definition) == body.own):
        yield "total_certain", ALL
    no = [
        (definition, criterion) for definition, criterion, met in answers if int(definition) > body.own and met == "no"
    ]
    yield from (("definition_effect", f"{definition}:{criterion}") for definition, criterion in no)
    yield from (("definition_effect", definition) for definition in sorted({definition for definition, _ in no}))


class Cells:
    """The cells of a run (rows of `figure`), to be moved in thought; what is missing for want of a source stays so."""

    def __init__(self, rows: Iterable[Mapping[str, Any]]):
        self._known = {(c["figure"], c["snapshot"], c["category"]): c for c in rows}
        # Nothing to divide by (M) is no want of a source: the first member may be what an answer brings.
        self._missing = {key[:2] for key, cell in self._known.items() if cell["obs_status"] == "O"}
        self._largest: dict[tuple[str, int], float] = {}
        self._categories: dict[tuple[str, int], list[str]] = {}
        for (figure, snapshot, category), cell in self._known.items():
            key = figure, snapshot
            self._largest[key] = max(self._largest.get(key, 0.0), abs(cell["value"] or 0.0))
            self._categories.setdefault(key, []).append(category)

    def is_missing(self, figure: str, snapshot: int) -> bool:
        """Whether its source was not delivered, so that no answer gives it a value."""
        return (figure, snapshot) in self._missing

    def moved(self, changes: Mapping[tuple[int, Part], int]) -> list[Moved]:
        """The cells that move where `changes` are added to the numerators and denominators, in the order of their keys.

        A change in a category that is no cell yet makes one.
        """
        at: set[tuple[str, int, str]] = set()
        for snapshot, (figure, category, _) in changes:
            every = self._categories.get((figure, snapshot), ()) if category is None else (category,)
            at.update((figure, snapshot, one) for one in every)
        found = []
        for figure, snapshot, category in sorted(at):
            if not self.is_missing(figure, snapshot):
                before, after = self._values(figure, snapshot, category, changes)
                if before != after:
                    scale = self._largest.get((figure, snapshot)) or abs(after or 1.0)
                    share = abs((after or 0.0) - (before or 0.0)) / scale
                    found.append(Moved(figure, snapshot, category, before, after, share))
        return found

    def _values(self, figure: str, snapshot: int, category: str, changes: Mapping) -> tuple[float | None, float | None]:
        def change(part: str) -> int:
            return sum(changes.get((snapshot, (figure, c, part)), 0) for c in (category, None))

        formula, cell = _formulas()[figure]["formula"], self._known.get((figure, snapshot, category))
        numerator, denominator = (
            (cell["numerator"], cell["denominator"] or 0) if cell else (0, self._of_all(figure, snapshot))
        )
        after = _value(formula, numerator + change("numerator"), denominator + change("denominator"))
        return _value(formula, numerator, denominator), after

    def _of_all(self, figure: str, snapshot: int) -> float:
        """The denominator of a category that is no cell yet: that of the other cells, for a share."""
        cells = [self._known[figure, snapshot, c] for c in self._categories.get((figure, snapshot), ())]
        return next((c["denominator"] or 0 for c in cells if _formulas()[figure]["formula"] == "share"), 0)


def _value(formula: str, numerator: float, denominator: float | None) -> float | None:
    if formula == "count":
        return float(numerator)
    if not denominator:
        return None
    return (100 if formula == "share" else 1) * numerator / denominator


def is_of_article(figure: str) -> bool:
    """Whether the article prints it with a number: these eleven are the published figures."""
    return _formulas()[figure]["article_number"] is not None


def in_dutch(cell: Moved) -> str:
    """A cell with its values, such as `Totaal aantal regionale samenwerkingsverbanden 2024: 51 wordt 50`.

    Shares and means have two decimals more than are published, so that a small move is seen.
    """
    formula = _formulas()[cell.figure]
    what = "" if cell.category == ALL else f" ({_named(cell.category)})"
    decimals = 0 if formula["formula"] == "count" else formula["decimals"] + 2
    values = (_written(value, decimals) for value in (cell.before, cell.after))
    return f"{formula['label_nl']}{what} {cell.snapshot}: " + " wordt ".join(values)


def _named(category: str) -> str:
    """A category in Dutch: a theme or two, a kind of organisation, a legal form group or an organisation."""
    return " en ".join(_labels().get(code, code) for code in category.split("+") if code)


@cache
def _labels() -> dict[str, str]:
    lists = code_lists()
    themes = dict(read_seed("theme_code").select("theme", "label_nl").iter_rows())
    bodies = dict(read_seed("organisation").select("organisation_id", "name").iter_rows())
    return {
        **bodies,
        **themes,
        **lists["legal_form_group"],
        **lists["organisation_kind"],
        **definition_labels(),
        "3+": "drie of meer",
    }


def _written(value: float | None, decimals: int) -> str:
    if value is None:
        return "geen waarde"
    return str(Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)).replace(".", ",")


@cache
def _formulas() -> dict[str, dict[str, Any]]:
    return {row["figure"]: row for row in read_seed("figure_definition").iter_rows(named=True)}


@cache
def _places() -> dict[str, int]:
    return dict(read_seed("theme_code").select("theme", "place").iter_rows())


def changes_between(before: Collection[tuple[int, Body]], after: Collection[tuple[int, Body]]) -> Counter:
    """What changes in numerators and denominators where collaborations of a snapshot take the place of others."""
    found: Counter[tuple[int, Part]] = Counter()
    for sign, bodies in ((-1, before), (1, after)):
        for snapshot, body in bodies:
            for part, number in added_by(body).items():
                found[snapshot, part] += sign * number
    return Counter({key: number for key, number in found.items() if number})
