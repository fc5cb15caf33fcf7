"""The grammar of a decision: what each kind needs in target, attribute and value.

| kind | target | attribute | value |
|---|---|---|---|
| must_link, must_not_link | two mention or collaboration ids | | |
| attribute | a collaboration | one of DECIDABLE | the value; all statutory systems, joined by a semicolon, or none |
| theme | a collaboration | | all its themes, joined by a semicolon |
| participant | a collaboration | an organisation id | participates or denied |
| criterion | a collaboration | definition:criterion, such as 2024:d2 | yes or no |
| reading | a mention, or a party that the second reader alone found | | accepted or rejected |
| reading | a mention | a column that was read | the right value: amounts in euros, such as -1234.50 |
| delivery | a delivery | | accepted, held, replaced or withdrawn |
| merger | two collaborations: the one that ended, the one in which it went on | | |
| split | a collaboration and its successors | | |
| no_succession | two collaborations, neither of which went on in the other | | |
| open_name | a collaboration | a name as written among its participants | abroad, collaboration or no_party |
| survey_answer | a delivery, or it and a row of it | what is asked of it | set_aside: looked at, and not applied |
| withdrawal | the decisions that hold no more, which it names in `supersedes` too | | |
| waiver | an expectation; needs `ends_on` | | |
| restatement | a cell: figure, snapshot, category, or a star for one | | the number, missing, or a move, as `<=2` |

Parts of a target are joined by a vertical bar. A collaboration may also be named by one of its mentions: until a
release has minted its id, only a mention is sure to be the same thing in the next run. A must_link of two minted ids,
or a must_not_link of two mentions of one, also accepts that a release changes these ids.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dagster_project.persons import could_be_a_name, holds

DECIDABLE = ("name", "seat", "legal_form", "obligation", "goal", "purpose", "statutory_system")

NO_SYSTEM = "none"
"""As a decided statutory_system: it is the region of no system, whatever its name says."""

ATTRIBUTES = {
    "participant": (re.compile(r"(gm|pv|ws|mnre)\d+|ng[0-9a-f]+"), "write the organisation id, such as gm0363"),
    "criterion": (re.compile(r"\d{4}:\w+"), "write definition and criterion, such as 2024:d2"),
}

EUROS = re.compile(r"-?\d{1,15}(\.\d{1,2})?")
REVIEWER = re.compile(r"[A-Z]{2,5}-?\d+")


@dataclass(frozen=True)
class Kind:
    """What one kind of decision needs."""

    parts: int = 1
    or_more: bool = False
    attribute: bool = False
    value: bool = False
    may_have_attribute: bool = False
    on_collaboration: bool = False
    target_known: bool = True


KINDS: Mapping[str, Kind] = {
    "must_link": Kind(parts=2),
    "must_not_link": Kind(parts=2),
    "attribute": Kind(attribute=True, value=True, on_collaboration=True),
    "theme": Kind(value=True, on_collaboration=True),
    "participant": Kind(attribute=True, value=True, on_collaboration=True),
    "criterion": Kind(attribute=True, value=True, on_collaboration=True),
    "reading": Kind(may_have_attribute=True, value=True),
    "delivery": Kind(value=True),
    "merger": Kind(parts=2, on_collaboration=True),
    "split": Kind(parts=2, or_more=True, on_collaboration=True),
    "no_succession": Kind(parts=2, on_collaboration=True),
    "open_name": Kind(attribute=True, value=True, on_collaboration=True),
    "survey_answer": Kind(or_more=True, attribute=True, value=True, target_known=False),
    "withdrawal": Kind(or_more=True, target_known=False),
    # What these are about is no row of the sources, so a replay cannot miss it.
    "waiver": Kind(target_known=False),
    "restatement": Kind(parts=3, value=True, target_known=False),
}


def faults(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Column and mend of everything that is wrong with one decision whose columns have the right types."""
    kind = KINDS[row["kind"]]
    parts = row["target"].split("|")
    enough = len(parts) == kind.parts or (kind.or_more and len(parts) > kind.parts)
    if not enough or not all(parts) or len(set(parts)) != len(parts):
        yield "target", f"write {kind.parts}{' or more' if kind.or_more else ''} keys, joined by a vertical bar"
    for column, wanted in (("attribute", kind.attribute), ("value", kind.value)):
        if column == "attribute" and kind.may_have_attribute:
            continue
        if wanted != (row[column] is not None):
            yield column, f"a decision of kind {row['kind']} {'needs a value here' if wanted else 'leaves it empty'}"
    yield from _value_faults(row)
    yield from _people_faults(row)
    if row["kind"] == "withdrawal" and not set(parts) <= {p.strip() for p in (row["supersedes"] or "").split(";")}:
        yield "supersedes", "write the ids of the target here too, so that they hold no more"
    if (row["ends_on"] is not None) != (row["kind"] == "waiver"):
        yield "ends_on", "a waiver, and only a waiver, has the last day on which it holds"


def _value_faults(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    kind, attribute, value = row["kind"], row["attribute"], row["value"]
    if kind == "attribute" and attribute is not None and attribute not in DECIDABLE:
        yield "attribute", f"write one of {', '.join(DECIDABLE)}"
    if attribute is not None and kind in ATTRIBUTES and not ATTRIBUTES[kind][0].fullmatch(attribute):
        yield "attribute", ATTRIBUTES[kind][1]
    if kind == "reading" and attribute is not None:
        yield from _read_value_faults(attribute, value)
    if value is None:
        return
    allowed = accepted_values(kind, attribute)
    several = kind == "theme" or (kind, attribute) == ("attribute", "statutory_system")
    said = [v.strip() for v in value.split(";")] if several else [value]
    if allowed and not set(said) <= set(allowed):
        yield "value", f"write one of {', '.join(allowed)}"
    if several and len(set(said)) != len(said):
        yield "value", "name each value once"
    if attribute == "statutory_system" and NO_SYSTEM in said and len(said) > 1:
        yield "value", f"write {NO_SYSTEM} alone, or the systems"


def _read_value_faults(column: str, value: str | None) -> Iterator[tuple[str, str]]:
    from dagster_project.dictionary import table

    mention = table("mention")
    if column not in mention.fields.values():
        yield "attribute", f"write one of {', '.join(mention.fields.values())}"
    elif mention.column(column).type == "number" and value is not None and not EUROS.fullmatch(value):
        yield "value", "write the amount in euros, such as -1234.50"


def _people_faults(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for column in ("reviewer", "second_reviewer"):
        if row[column] is not None and not REVIEWER.fullmatch(row[column]):
            yield column, "write the reviewer's code, such as BZK-07, never a name"
    if row["second_reviewer"] is not None and row["second_reviewer"] == row["reviewer"]:
        yield "second_reviewer", "a second reviewer is somebody else"
    if could_be_a_name(row["role"]):
        yield "role", "write the role, such as beleidsmedewerker, never a name"
    if holds(row["reason"]):
        yield "reason", "say it without the person: a role, never a name, an address, a number or an e-mail address"
    # Any other value is a code, an id or a number.
    free = row["kind"] == "attribute" or (row["kind"] == "reading" and row["attribute"] is not None)
    if free and row["value"] is not None and holds(row["value"]):
        yield "value", "write it without the person, for it is published"


@cache
def accepted_values(kind: str, attribute: str | None) -> tuple[str, ...]:
    """The values that a decision may take; empty where any text will do."""
    from dagster_project.dictionary import table
    from dagster_project.workspace.seeds import read_seed

    if kind == "attribute" and attribute == "legal_form":
        return tuple(read_seed("legal_form")["legal_form"])
    if kind == "attribute" and attribute == "statutory_system":
        return (*read_seed("statutory_system")["system"], NO_SYSTEM)
    if kind == "attribute" and attribute in ("obligation", "goal"):
        return table("collaboration").column(attribute).enum
    if kind == "theme":
        return tuple(read_seed("theme_code")["theme"])
    if kind == "delivery":
        return table("delivery").column("status").enum
    if kind == "reading":
        return ("accepted", "rejected") if attribute is None else ()
    fixed = {
        "participant": ("participates", "denied"),
        "criterion": ("yes", "no"),
        "survey_answer": ("set_aside",),
        "open_name": ("abroad", "collaboration", "no_party"),
    }
    return fixed.get(kind, ())
