"""How much of what stands in documents was read: parties found and invented, fields right, refusals right.

A party is found where its name was read, letter for letter but for case, accents and punctuation; one whose name was
misread is missed and invented at once, and told as such. A field counts where the truth has a value for it; a value
read where the truth has none is counted apart.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable

from dagster_project.evaluation.measures.groups import group_row
from dagster_project.evaluation.report.model import Measure, Section
from dagster_project.evaluation.truth.matching import Pair, Pairing
from dagster_project.evaluation.truth.party import SAME, Party, stated

DOCUMENT = "document"
SHOWN = 200
"""Letters of a value in a table of errors; enough to see what went wrong."""


def score_parties(section: Section, pairing: Pairing, groups: dict[str, Callable[[Party], str]]) -> None:
    """Recall and precision of all, and per group: `groups` names a dimension and tells a party's value in it.

    What was invented has a document and no layout; the caller's functions must know what to make of that. Groups are
    measures and a table, documents a table alone.
    """
    found = [pair for pair in pairing.pairs if pair.how == "name"]
    misread = [pair for pair in pairing.pairs if pair.how != "name"]
    true = [pair.true for pair in pairing.pairs] + list(pairing.missed)
    # What was read for a party belongs to the group of that party.
    read = [pair.true for pair in pairing.pairs] + list(pairing.invented)
    section.add(
        Measure.share(f"{section.key}.recall", len(found), len(true)),
        Measure.share(f"{section.key}.precision", len(found), len(read)),
        Measure(f"{section.key}.misread_names", len(misread), better="low"),
    )
    for dimension, of in groups.items():
        _score_group(section, dimension, of, found, true, read)
    section.table(
        "missed",
        ("document", "layout", "name", "place"),
        [(p.document, p.layout, p.name, p.place) for p in pairing.missed],
    )
    section.table("invented", ("document", "name", "place"), [(p.document, p.name, p.place) for p in pairing.invented])
    section.table(
        "misread",
        ("document", "layout", "name", "read", "ground"),
        [(p.true.document, p.true.layout, p.true.name, p.read.name, p.how) for p in misread],
    )


def _score_group(section: Section, dimension: str, of, found: list[Pair], true: list[Party], read: list[Party]) -> None:
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for parties, column in (((p.true for p in found), 0), (true, 1), (read, 2)):
        for party in parties:
            counts[of(party)][column] += 1
    measured = dimension != DOCUMENT
    rows = [
        (value, *group_row(section, f"{dimension}.{value}", there, taken, right, measured=measured))
        for value, (right, there, taken) in sorted(counts.items())
    ]
    section.table(f"by_{dimension}", (dimension, "true", "read", "right", "recall", "precision"), rows)


def score_fields(section: Section, pairs: Iterable[Pair]) -> None:
    """Per field the share of values that are right, and values that the truth does not have."""
    right: dict[str, int] = defaultdict(int)
    asked: dict[str, int] = defaultdict(int)
    added: dict[str, int] = defaultdict(int)
    by_layout: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    wrong = []
    for pair in pairs:
        for name, same in SAME.items():
            if name not in pair.true.fields or name not in pair.read.fields:
                continue
            true, read = pair.true.fields[name], pair.read.fields[name]
            if not stated(true):
                added[name] += stated(read)
                if stated(read):
                    wrong.append(_error(pair, name, true, read))
                continue
            good = same(true, read)
            asked[name] += 1
            right[name] += good
            by_layout[pair.true.layout, name][0] += good
            by_layout[pair.true.layout, name][1] += 1
            if not good:
                wrong.append(_error(pair, name, true, read))
    section.add(Measure.share(f"{section.key}.fields", sum(right.values()), sum(asked.values())))
    fields = [name for name in SAME if name in asked or added[name]]
    rows = []
    for name in fields:
        measure = Measure.share(f"{section.key}.field.{name}", right[name], asked[name])
        section.add(measure, Measure(f"{section.key}.added.{name}", added[name], better="low"))
        rows.append((name, asked[name], right[name], measure.value, added[name]))
    section.table("by_field", ("field", "true", "right", "share", "added"), rows)
    section.table(
        "by_layout_and_field",
        ("layout", "field", "true", "right", "share"),
        [(layout, name, of, good, good / of) for (layout, name), (good, of) in sorted(by_layout.items())],
    )
    section.table("wrong_fields", ("document", "layout", "party", "field", "true", "read"), wrong)


def _error(pair: Pair, name: str, true: object, read: object) -> tuple:
    return pair.true.document, pair.true.layout, pair.true.name, name, _shown(true), _shown(read)


def _shown(value: object) -> str:
    text = "; ".join(map(str, value)) if isinstance(value, list | tuple) else "" if value is None else str(value)
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
