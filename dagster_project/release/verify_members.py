"""Part of `verify.py`: every cell counts exactly the rows that its category says, found from the rows themselves.

Belongs here: for each figure, which rows belong to which category, in plain Python and apart from the SQL that made
them. Does not belong here: sums and values (`verify_standalone`), canonical rows (`verify_rows`).
"""

from collections import Counter, defaultdict
from collections.abc import Iterator

_CELLS_NEED = ("figure", "figure_member", "collaboration", "participant", "theme", "theme_code", "snapshot")
_CELLS_NEED += ("organisation_snapshot", "figure_definition", "criterion")
_LAYERS = ("municipality", "province", "water_board")
_Members = dict[tuple, set]


def member_problems(tables: dict) -> Iterator[str]:
    """Members that do not belong in their cell, and rows that belong in a cell and are no member of it."""
    if absent := [n for n in _CELLS_NEED if n not in tables]:
        yield f"members: cannot be checked without {', '.join(absent)}"
        return
    expected = _expected(tables)
    stated: _Members = defaultdict(set)
    member = tables["figure_member"]
    for *cell, table, key in member.keys(["figure", "snapshot", "category", "part", "row_table", "row_key"]):
        stated[tuple(cell)].add((table, key))
    figure = tables["figure"]
    for index, row in enumerate(figure.rows()):
        if row["obs_status"] == "E":
            continue  # an estimate has no members
        cell = (row["figure"], row["snapshot"], row["category"])
        for part in ("numerator", "denominator"):
            here, right = stated[(*cell, part)], expected[(*cell, part)]
            for table, key in sorted(here - right)[:3]:
                yield f"{figure.at(index)} ({'|'.join(cell)}): {table} {key} does not belong in its {part}"
            for table, key in sorted(right - here)[:3]:
                yield f"{figure.at(index)} ({'|'.join(cell)}): {table} {key} belongs in its {part} and is not there"


def _expected(tables: dict) -> _Members:
    found: _Members = defaultdict(set)
    published = {r["snapshot"] for r in tables["snapshot"].rows() if r["role"] == "published"}
    counted = {
        (r["snapshot"], r["collaboration_id"]): r
        for r in tables["collaboration"].rows()
        if r["meets_definition"] == "true" and r["snapshot"] in published
    }
    members = [
        r for r in tables["participant"].rows()
        if r["counted"] == "true" and (r["snapshot"], r["collaboration_id"]) in counted
    ]  # fmt: skip
    themes: dict[tuple, list[str]] = defaultdict(list)
    place = {r["theme"]: int(r["place"]) for r in tables["theme_code"].rows()}
    for r in tables["theme"].rows():
        if (r["snapshot"], r["collaboration_id"]) in counted:
            themes[r["snapshot"], r["collaboration_id"]].append(r["theme"])
    kinds: dict[tuple, Counter] = defaultdict(Counter)
    for r in members:
        kinds[r["snapshot"], r["collaboration_id"]][r["kind"]] += 1
    scope = {
        (r["snapshot"], r["organisation_id"]): r["kind"]
        for r in tables["organisation_snapshot"].rows()
        if r["in_scope"] == "true" and r["kind"] in _LAYERS and r["snapshot"] in published
    }
    for (snapshot, id_), row in counted.items():
        of = themes[snapshot, id_]
        for figure, category in _of_collaboration(row, kinds[snapshot, id_], sorted(of, key=lambda t: place.get(t, 0))):
            found[figure, snapshot, category, "numerator"].add(("collaboration", f"{snapshot}|{id_}"))
        for theme in of:
            for figure in ("theme_count", "theme_share"):
                found[figure, snapshot, theme, "numerator"].add(("theme", f"{snapshot}|{id_}|{theme}"))
    for snapshot, id_, figure, category in _of_criteria(tables):
        if (snapshot, id_) in counted:
            found[figure, snapshot, category, "numerator"].add(("collaboration", f"{snapshot}|{id_}"))
    for r in members:
        for figure, category in _of_member(r, scope, themes[r["snapshot"], r["collaboration_id"]]):
            key = f"{r['snapshot']}|{r['collaboration_id']}|{r['organisation_id']}"
            found[figure, r["snapshot"], category, "numerator"].add(("participant", key))
    _denominators(found, tables, counted, kinds, themes, scope)
    return found


def _of_criteria(tables: dict) -> Iterator[tuple[str, str, str, str]]:
    """What the answers to the criteria of the own definition and of later ones make of each collaboration."""
    own = {r["snapshot"]: r["definition"] for r in tables["snapshot"].rows()}
    certain: dict[tuple, bool] = {}
    for r in tables["criterion"].rows():
        snapshot, id_, definition = r["snapshot"], r["collaboration_id"], r["definition"]
        if definition == own.get(snapshot):
            certain[snapshot, id_] = certain.get((snapshot, id_), True) and r["met"] == "yes"
        elif snapshot in own and int(definition) > int(own[snapshot]) and r["met"] == "no":
            yield snapshot, id_, "definition_effect", f"{definition}:{r['criterion']}"
            yield snapshot, id_, "definition_effect", definition
    for (snapshot, id_), met in certain.items():
        if met:
            yield snapshot, id_, "total_certain", "all"


def _of_collaboration(row: dict, kinds: Counter, themes: list[str]) -> Iterator[tuple[str, str]]:
    yield "total", "all"
    yield "legal_form_group", row["legal_form_group"]
    if row["legal_form_group"] in ("wgr", "private"):
        yield "independent_share", "all"
    for kind in _LAYERS:
        if kinds[kind]:
            yield "with_at_least_one", kind
    if kinds["ministry"]:
        yield "with_ministry", "all"
        yield "with_ministry_share", "all"
    if kinds["non_government"] > 1:
        yield "with_several_non_government_share", "all"
    yield "theme_count_share", str(len(themes))
    if len(themes) >= 3:
        yield "theme_count_share", "3+"
    for number, one in enumerate(themes):
        for other in themes[number + 1 :]:
            yield "theme_pair_share", f"{one}+{other}"


def _of_member(row: dict, scope: dict, themes: list[str]) -> Iterator[tuple[str, str]]:
    kind = scope.get((row["snapshot"], row["organisation_id"]))
    if kind:
        yield "mean_collaborations", kind
    if row["kind"] == "ministry":
        yield "ministry_share", row["organisation_id"]
    if row["kind"] == "municipality":
        yield "mean_municipalities", "all"
        for theme in themes:
            yield "mean_municipalities_per_theme", theme


def _denominators(found: _Members, tables: dict, counted: dict, kinds: dict, themes: dict, scope: dict) -> None:
    formulas = {r["figure"]: r["formula"] for r in tables["figure_definition"].rows()}
    by_snapshot: dict[str, set] = defaultdict(set)
    with_ministry: dict[str, set] = defaultdict(set)
    for snapshot, id_ in counted:
        row = ("collaboration", f"{snapshot}|{id_}")
        by_snapshot[snapshot].add(row)
        if kinds[snapshot, id_]["ministry"]:
            with_ministry[snapshot].add(row)
        if kinds[snapshot, id_]["municipality"]:
            found["mean_municipalities", snapshot, "all", "denominator"].add(row)
            for theme in themes[snapshot, id_]:
                found["mean_municipalities_per_theme", snapshot, theme, "denominator"].add(row)
    for figure, snapshot, category in set(tables["figure"].keys(["figure", "snapshot", "category"])):
        if formulas.get(figure) == "share":
            of = with_ministry if figure == "ministry_share" else by_snapshot
            found[figure, snapshot, category, "denominator"] = of[snapshot]
    for (snapshot, organisation), kind in scope.items():
        row = ("organisation_snapshot", f"{snapshot}|{organisation}")
        found["mean_collaborations", snapshot, kind, "denominator"].add(row)
