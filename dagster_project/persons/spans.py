"""What is found in a text: where it stands, and of which kind it is. Does not belong here: how it is found."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What tells of a person: a name, a citizen service number, or where somebody is reached."""

    PERSON = "person"
    BSN = "bsn"
    ADDRESS = "address"
    TELEPHONE = "telephone"
    EMAIL = "email"
    BANK_ACCOUNT = "bank_account"
    DAY_OF_BIRTH = "day_of_birth"


ALL: frozenset[Kind] = frozenset(Kind)


@dataclass(frozen=True, order=True)
class Span:
    """`text[start:end]` is of this kind."""

    start: int
    end: int
    kind: Kind


def joined(spans: Iterable[Span]) -> list[Span]:
    """Spans in the order of their places; those of one kind that overlap become one."""
    result: list[Span] = []
    for span in sorted(spans):
        last = next((one for one in reversed(result) if one.kind == span.kind), None)
        if last and span.start < last.end:
            result[result.index(last)] = Span(last.start, max(last.end, span.end), last.kind)
        else:
            result.append(span)
    return result


def without(text: str, spans: Collection[Span]) -> str:
    """The text without what stands in the spans; all else stays as it is."""
    kept, at = [], 0
    for span in sorted(spans):
        kept.append(text[at : max(span.start, at)])
        at = max(at, span.end)
    return "".join(kept) + text[at:]
