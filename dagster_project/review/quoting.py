"""What the sources write of what a question is about: each source quoted, with its doubts and its place.

Belongs here: which mentions are quoted, and in which words. Does not belong here: what is asked (`questions`), and two
mentions held against each other (`side_by_side`).
"""

from dataclasses import dataclass
from typing import Any

from dagster_project.dictionary import doubt_mark, dutch, place_in_dutch
from dagster_project.review.register import Register

Row = dict[str, Any]
QUOTED = 3
"""Mentions that a question quotes; the trace has all."""
_FIELDS = {
    "vorm": "legal_form_written",
    "plaats": "seat_written",
    "doel": "purpose_written",
    "deelnemers": "participants_written",
}


@dataclass(frozen=True)
class Quote:
    """One source: who says it, the name it writes, what it says by label, each with its doubt, and where it stands."""

    mention: Row
    who: str
    name: str
    said: tuple[tuple[str, str], ...]
    file_name: str
    place: str

    def __str__(self) -> str:
        said = "".join(f" | {label}: {text}" for label, text in self.said)
        return f"{self.who}: {self.name}{said} [{self.file_name}, {self.place}]"


def quotes(register: Register, snapshot: int | None, target: str) -> tuple[list[Quote], int]:
    """The first sources that tell of the target of a question, and how many more there are."""
    if "|" in target:
        named = (register.mention_of(part) for part in target.split("|"))
        return [_quote(register, register.mentions[m]) for m in named if m], 0
    asked = register.mentions.get(target)
    if asked:
        snapshot, target = asked["published"], asked["collaboration_id"]
    found = register.mentions_of.get((snapshot, target), [])
    if asked:  # first the one that is asked about, where it is one mention
        found = [asked, *(m for m in found if m is not asked)]
    return [_quote(register, mention) for mention in found[:QUOTED]], max(0, len(found) - QUOTED)


def words(register: Register, snapshot: int | None, target: str) -> str:
    """The same as lines of text."""
    if target in register.readings:
        return f"tweede lezer: {register.readings[target]['model']}"
    found, more = quotes(register, snapshot, target)
    return "\n".join([*map(str, found), *([f"(en nog {more} vermeldingen)"] if more else [])])


def source_in_dutch(register: Register, mention: Row) -> str:
    """Who says it: the kind of source, its snapshot, and where it is of an organisation which."""
    reporter = mention["reporting_organisation_id"]
    who = (dutch(mention["source"], "source"), str(mention["snapshot"]), reporter and register.organisation(reporter))
    return " ".join(filter(None, who))


def _quote(register: Register, mention: Row) -> Quote:
    said = ((label, column, _text(mention[column])) for label, column in _FIELDS.items())
    claims = mention["claim"] not in ("lists", "participates")  # what denies is told; the rest says that it is there
    denied = (("zegt", dutch(mention["claim"], "claim")),) if claims else ()
    return Quote(
        mention,
        source_in_dutch(register, mention),
        f"'{mention['name_written']}'{doubt_mark(mention, 'name_written')}",
        (*denied, *((label, text + doubt_mark(mention, column)) for label, column, text in said if text)),
        register.files.get(mention["delivery_id"], mention["delivery_id"]),
        place_in_dutch(mention["locator"]),
    )


def _text(value: str | list[str] | None) -> str:
    return "; ".join(value) if isinstance(value, list) else value or ""
