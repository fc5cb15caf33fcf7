"""Whether what must be refused was refused, for the right reason, and nothing else was; how many texts are unexplained.

Belongs here: the words in which a truth tells a reason, and the code that the pipeline has for each. Does not belong
here: refusing (`documents`).
"""

import re
from collections import defaultdict
from collections.abc import Iterable

from dagster_project.evaluation.reading import Refusal
from dagster_project.evaluation.report.model import Measure, Section
from dagster_project.evaluation.truth.documents import DocumentTruth

REASONS = {
    "name_and_content_disagree": ("while the name", "name says", "extension", "disagree"),
    "external_entity": ("entit", "doctype", "dtd"),
    "zip_bomb": ("zip bomb", "expands", "compression"),
    "encrypted": ("encrypted", "password"),
    "empty_file": ("empty file", "0 bytes", "no bytes"),
    "formula": ("formula", "dde"),
    "active_content": ("script", "macro", "javascript", "active content", "embedded"),
    "image_without_text": ("image without text", "scanned", "without text"),
    "too_large": ("too many", "too large", "absurd", "cell count", "page count", "too deep"),
    "time_limit": ("time limit", "too slow"),
    "memory_limit": ("memory",),
    "unknown_media_type": ("media type", "unknown type", "not a document"),
    "corrupt": ("corrupt", "damaged", "cut off", "truncated", "cannot be parsed"),
}
"""Code of the pipeline to what a truth may say, most telling first; a truth may also name the code itself."""
UNEXPLAINED = "unexplained"
"""What tells of a text that ended nowhere: no part of the document is refused by it."""
_PAGE = re.compile(r"page=(\d+)")


def code_of(words: str) -> str | None:
    """The code that a reason in words stands for; None where none fits."""
    folded = words.casefold()
    if (bare := folded.replace(" ", "_")) in REASONS:
        return bare
    return next((code for code, signs in REASONS.items() if any(sign in folded for sign in signs)), None)


def score_refusals(section: Section, truth: Iterable[DocumentTruth], refusals: Iterable[Refusal]) -> None:
    """Documents and pages that must be refused: refused, and for the right reason; and refusals nobody expects."""
    by_document: dict[str, list[Refusal]] = defaultdict(list)
    refusals = list(refusals)
    for refusal in refusals:
        if refusal.reason != UNEXPLAINED:
            by_document[refusal.document].append(refusal)
    expected = refused = right = 0
    rows = []
    for one in truth:
        left = list(by_document.get(one.document, ()))
        if one.refusal:
            code = code_of(one.refusal)
            same = [refusal for refusal in left if refusal.reason == code]
            expected, refused, right = expected + 1, refused + bool(left), right + bool(same)
            rows.append(
                (one.document, one.refusal, _refusals_text(left), "right" if same else "wrong" if left else "missing")
            )
            continue
        for page in one.refused_pages:
            same = [r for r in left if (found := _PAGE.search(r.place)) and int(found[1]) == int(page)]
            expected, refused, right = expected + 1, refused + bool(same), right + bool(same)
            rows.append((one.document, f"page {page}", _refusals_text(same), "right" if same else "missing"))
            left = [refusal for refusal in left if refusal not in same]
        rows += [(one.document, "", _refusals_text([refusal]), "not expected") for refusal in left]
    section.add(
        Measure.share(f"{section.key}.refused", refused, expected),
        Measure.share(f"{section.key}.refused_for_the_right_reason", right, expected),
        Measure(f"{section.key}.refusals_not_expected", sum(row[-1] == "not expected" for row in rows), better="low"),
        Measure(f"{section.key}.unexplained", sum(r.reason == UNEXPLAINED for r in refusals), better="low"),
    )
    section.table("refusals", ("document", "expected", "found", "verdict"), rows)


def _refusals_text(refusals: list[Refusal]) -> str:
    return "; ".join(sorted({f"{refusal.reason} ({refusal.place})" for refusal in refusals}))
