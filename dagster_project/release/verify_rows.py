"""Part of `verify.py`: the canonical rows say what their evidence says, and agree with each other.

Belongs here: laws between tables that hold in every release. Does not belong here: figures (`verify_members`), files
that are no tables (`verify_papers`).
"""

from collections import Counter, defaultdict
from collections.abc import Iterator

_ROWS_NEED = (
    "collaboration",
    "participant",
    "theme",
    "criterion",
    "evidence",
    "mention",
    "link",
    "decision",
    "snapshot",
)
_ROWS_NEED += ("legal_form", "closure", "figure_member", "figure", "delivery", "file", "coding")
_NOT_KNOWN = {"", "unknown", "onbekend", "none"}
_BY_EVIDENCE = ("name", "seat", "legal_form", "obligation", "goal", "purpose")
_BY_ITSELF, _BY_OTHERS = "self_reported", "named_by_others"


def row_problems(tables: dict) -> Iterator[str]:
    """What the tables of one release say against each other."""
    if absent := [n for n in _ROWS_NEED if n not in tables]:
        yield f"rows: cannot be checked without {', '.join(absent)}"
        return
    said: dict[tuple, list[dict]] = defaultdict(list)
    for row in tables["evidence"].rows():
        said[row["row_table"], row["row_key"], row["attribute"]].append(row)
    yield from _evidence(tables)
    yield from _collaborations(tables, said)
    yield from _participants(tables, said)
    yield from _themes(tables, said)
    yield from _closure(tables)


def _evidence(tables: dict) -> Iterator[str]:
    """Each piece of evidence is of a row that is there, and comes from a mention or decision that is there."""
    evidence = tables["evidence"]
    known = {"mention": set(tables["mention"].columns["mention_id"])}
    known["decision"] = set(tables["decision"].columns["decision_id"])
    claims = dict(zip(tables["mention"].columns["mention_id"], tables["mention"].columns["claim"], strict=True))
    rows = {
        name: {"|".join(k) for k in tables[name].keys(tables[name].schema["primaryKey"])}
        for name in ("collaboration", "participant")
    }
    for index, row in enumerate(evidence.rows()):
        of = row["source_type"]
        if of in known and row["source_id"] not in known[of]:
            yield f"{evidence.at(index)}: there is no {of} {row['source_id']}"
        if row["row_table"] in rows and row["row_key"] not in rows[row["row_table"]]:
            yield f"{evidence.at(index)}: there is no {row['row_table']} {row['row_key']}"
        if row["row_table"] == "participant" and of == "mention":
            denies = claims.get(row["source_id"], "").startswith("denies")
            if denies != (row["value"] == "denied"):
                yield f"{evidence.at(index)}: it says {row['value']}, its mention says otherwise"


def _collaborations(tables: dict, said: dict) -> Iterator[str]:
    table = tables["collaboration"]
    groups = {r["legal_form"]: r["figure_group"] or "unknown" for r in tables["legal_form"].rows()}
    definition = {r["snapshot"]: r["definition"] for r in tables["snapshot"].rows()}
    met: dict[tuple, list[str]] = defaultdict(list)
    for r in tables["criterion"].rows():
        met[r["snapshot"], r["collaboration_id"], r["definition"]].append(r["met"])
    kinds: dict[tuple, Counter] = defaultdict(Counter)
    for r in tables["participant"].rows():
        if r["counted"] == "true":
            kinds[r["snapshot"], r["collaboration_id"]][r["kind"]] += 1
    for index, row in enumerate(table.rows()):
        place, key = f"{table.at(index)} ({row['collaboration_id']})", (row["snapshot"], row["collaboration_id"])
        if groups.get(row["legal_form"]) != row["legal_form_group"]:
            yield f"{place}: legal form {row['legal_form']} is not of the group {row['legal_form_group']}"
        answers = met[(*key, definition.get(row["snapshot"], ""))]
        for column, right in (
            ("meets_definition", "no" not in answers),
            ("all_criteria_met", all(a == "yes" for a in answers)),
        ):
            if answers and row[column] != ("true" if right else "false"):
                yield f"{place}: {column} is {row[column]}, its criteria say otherwise"
        if not answers:
            yield f"{place}: it has no criteria of the definition of its snapshot"
        for column, number in (
            ("municipality_count", kinds[key]["municipality"]),
            ("non_government_count", kinds[key]["non_government"]),
        ):
            if row[column] != str(number):
                yield f"{place}: {column} is {row[column]}, its counted participants are {number}"
        for column in _BY_EVIDENCE:
            of = said.get(("collaboration", "|".join(key), column), [])
            won = {r["value"] for r in of if r["won"] == "true"}
            if row[column] not in (won or _NOT_KNOWN):
                right = " or ".join(sorted(won)) or "nothing"
                yield f"{place}: {column} is {row[column]!r}, its evidence says {right}"


def _participants(tables: dict, said: dict) -> Iterator[str]:
    table = tables["participant"]
    for index, row in enumerate(table.rows()):
        key = f"{row['snapshot']}|{row['collaboration_id']}|{row['organisation_id']}"
        place, status = f"{table.at(index)} ({row['organisation_id']})", row["status"]
        counted = status != "denied" and (row["kind"] != "ministry" or status == "confirmed")
        if row["counted"] != ("true" if counted else "false"):
            yield f"{place}: counted is {row['counted']} with status {status}"
        evidence = said.get(("participant", key, "status"), [])
        decided = {r["value"] for r in evidence if r["source_type"] == "decision"}
        values = {r["value"] for r in evidence}
        right = decided or _statuses(values)
        if status not in right:
            yield f"{place}: status is {status}, its evidence says {' or '.join(sorted(right)) or 'nothing'}"
        for r in evidence:
            wins = r["value"] == status or (status == "confirmed" and r["value"] in (_BY_ITSELF, _BY_OTHERS))
            if (r["won"] == "true") != wins:
                yield f"{place}: the evidence {r['value']} is said to have {'won' if r['won'] == 'true' else 'lost'}"


def _statuses(values: set[str]) -> set[str]:
    """What statements of these kinds can come to; of who denied and affirmed, the latest word counts."""
    found = {"denied"} & values
    if {_BY_ITSELF, _BY_OTHERS} <= values:
        return found | {"confirmed"}
    return found | (values & {_BY_ITSELF, _BY_OTHERS})


def _themes(tables: dict, said: dict) -> Iterator[str]:
    """Each theme was chosen, and each that was chosen is there."""
    table = tables["theme"]
    here = set()
    for index, row in enumerate(table.rows()):
        key = f"{row['snapshot']}|{row['collaboration_id']}|{row['theme']}"
        here.add(key)
        if not any(r["won"] == "true" for r in said.get(("theme", key, "theme"), [])):
            yield f"{table.at(index)}: no evidence for the theme {row['theme']} won"
    for (name, key, _), rows in said.items():
        if name == "theme" and key not in here and any(r["won"] == "true" for r in rows):
            yield f"{table.path}: {key} is not there, though its evidence won"


def _closure(tables: dict) -> Iterator[str]:
    """What the release says of its own closure is what its members say."""
    table = tables["closure"]
    numbers = Counter(tables["figure_member"].keys(["figure", "snapshot", "category", "part"]))
    cells = {(r["figure"], r["snapshot"], r["category"]): r for r in tables["figure"].rows()}
    for index, row in enumerate(table.rows()):
        cell = (row["figure"], row["snapshot"], row["category"])
        if cell not in cells:
            yield f"{table.at(index)}: there is no cell {'|'.join(cell)}"
        elif row["stated"] != (cells[cell][row["part"]] or "0"):
            yield f"{table.at(index)}: stated is {row['stated']}, the cell has {cells[cell][row['part']]}"
        elif row["members"] != str(numbers[(*cell, row["part"])]):
            yield f"{table.at(index)}: members is {row['members']}, there are {numbers[(*cell, row['part'])]}"
