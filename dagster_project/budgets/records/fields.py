"""Records understood: their pairs of label and value as the fields and figures of parties.

Belongs here: which field a pair fills, and what of a record may be a figure. Does not belong here: what a label means
(`choice.labels`), which amount is which figure (`figures`).
"""

import re
from collections.abc import Sequence

from dagster_project.budgets.choice.labels import field_of, is_form, is_time
from dagster_project.budgets.choice.parts import ADDRESS
from dagster_project.budgets.choice.speaking import is_task, speaking
from dagster_project.budgets.figures import COLUMNS, Cell, figures_of
from dagster_project.budgets.figures import Reading as Figures
from dagster_project.budgets.figures import Record as Amounts
from dagster_project.budgets.labels import AMOUNTS, bare, form_and_seat
from dagster_project.budgets.names import clean_name, status_in
from dagster_project.budgets.party import Party
from dagster_project.budgets.records.certainty import LEFT_OVER, left_over, text_signs
from dagster_project.budgets.records.model import Pair, Record
from dagster_project.budgets.records.seats import seat_in, without_seats
from dagster_project.budgets.sections import is_category, is_general, is_plural, without_number
from dagster_project.budgets.vocabulary import (
    CAPITAL,
    FORM,
    INTEREST,
    OTHER,
    PARTICIPANTS,
    PROGRAMME,
    PURPOSE,
    RISKS,
    SEAT,
    SECTION,
    STATUS,
)
from dagster_project.documents.text import one_line
from dagster_project.workspace.seeds import place_names

_TEXTS = (FORM, SEAT, PURPOSE, PARTICIPANTS, INTEREST, RISKS, PROGRAMME)
_OF_INTEREST = re.compile(
    r"\d|aande|stem|zetel|bestuur|financ|\blid\b|leden|vertegenw|^\W*(?:geen|ja|nee|groot|klein|hoog|laag|beperkt)\b",
    re.IGNORECASE,
)
"""What a value under `Belang` holds that tells what the body has in a party."""
_ONE = (FORM, SEAT)
"""Fields that a place gives once; what stands under a second label of them is something else."""
_OF_FIELD = "="
"""What a label begins with that names its field itself, for a sentence has none."""
_WORDS = {"equity": "eigen vermogen", "debt": "vreemd vermogen", "result": "resultaat", CAPITAL: "vermogen"}


def parties_of(records: Sequence[Record]) -> list[Party]:
    """The party of each record; their amounts are weighed together."""
    amounts = figures_of([_amounts(record) for record in records])
    return [_party(record, figures) for record, figures in zip(records, amounts, strict=True)]


def _amounts(record: Record) -> Amounts:
    """All of a record that may be a figure: what stands under a label of amounts or under one that is not known."""
    cells = [
        Cell(_labels(pair), pair.text, pair.locator)
        for pair in record.pairs
        if any(map(str.isdigit, pair.text)) or len(pair.text) < _SHORT
        if field(pair)[0] not in (*_TEXTS, SECTION, STATUS)
    ]
    cells += [Cell((), text, record.occurrence.unit.locator) for text in record.loose if any(map(str.isdigit, text))]
    return Amounts(tuple(cells), tuple(record.near))


_SHORT = 25
"""Characters of a text without digits that may say that there is no figure."""


def _labels(pair: Pair) -> tuple[str, ...]:
    return tuple(
        _WORDS.get(label.removeprefix(_OF_FIELD), "") if label.startswith(_OF_FIELD) else label for label in pair.labels
    )


def _party(record: Record, figures: Figures) -> Party:
    occurrence = record.occurrence
    name = clean_name(occurrence.unit.text if occurrence.name in occurrence.unit.text else occurrence.name)
    party = Party(occurrence.name, occurrence.unit.locator, record.kind, record.section, name.status)
    for pair in record.pairs:
        _take(party, pair)
    if party.section:
        party.field_signs[SECTION] = {
            "category": float(is_category(party.section)),
            "general": float(is_general(party.section)),
            "numbered": float(without_number(party.section) != party.section.strip()),
            "plural": float(is_plural(party.section)),
            "in its table": float(record.in_table),
            "table": float(record.kind == "table"),
        }
    if SEAT not in party.texts:
        party.add_text(SEAT, occurrence.seat or "")
    if SEAT not in party.texts and (seat := seat_in([*record.loose, *(pair.text for pair in record.pairs)])):
        party.add_text(SEAT, seat)
        party.field_signs[SEAT] = text_signs(SEAT, "", seat, party)
    for name, value in speaking(record.loose).items():
        if name not in party.texts:
            party.add_text(name, value)
            party.field_signs[name] = text_signs(name, "", value, party)
    if PURPOSE not in party.texts and record.kind == "block":
        texts = [without_seats(text) for text in record.loose]
        tasks = [text for text in texts if is_task(text) and len(text.split()) > _WORDS_OF_SENTENCE]
        told = [text for text in texts if _may_tell_purpose(text)]
        party.add_text(PURPOSE, " ".join(told or tasks if len(tasks) == 1 else told))
        if PURPOSE in party.texts:
            party.field_signs[PURPOSE] = text_signs(PURPOSE, "", party.texts[PURPOSE], party)
    for column, figure in figures.figures.items():
        party.amounts[column] = (figure.euros, figure.text)
        party.figures[column] = figure
        party.field_signs[column] = dict(figure.signs) | {"doubted": float(bool(figure.doubts))}
        for reason in figure.doubts:
            party.doubt(column, reason)
        if figure.doubts and figure.other is not None:
            party.other_reading[column] = f"{figure.other:.2f}".removesuffix(".00")
    party.inapplicable |= {column for column, why in figures.empty.items() if why == "not_applicable"}
    party.left_amounts = sum(left.why == "unexplained" for left in figures.left)
    if party.left_amounts:
        for column in COLUMNS:
            if column not in figures.figures and column not in figures.empty:
                party.doubt(column, LEFT_OVER)
    party.left = [*(p.text for p in record.pairs if field(p)[0] in (None, OTHER)), *record.loose]
    if record.kind == "name":
        party.left.append(occurrence.unit.text.replace(occurrence.name, "", 1))
    party.titled, party.over = record.titled, record.over
    left_over(party, party.left)
    return party


_WORDS_OF_PURPOSE, _WORDS_OF_SENTENCE = 5, 2
"""Words of a text without a label that may tell what a party is for, and of one that ends as a sentence does."""


_SEAT_TOLD = re.compile(r"(?P<seat>[A-ZÀ-Þ'’][^.]{1,40})\.\s+(?P<rest>[A-ZÀ-Þ].+)")
"""A place with a sentence behind it that tells something else."""


def _may_tell_purpose(text: str, least: int = _WORDS_OF_PURPOSE) -> bool:
    words = len(text.split())
    return words > least or (words > _WORDS_OF_SENTENCE and text.rstrip().endswith("."))


def _take(party: Party, pair: Pair) -> None:
    name, label = field(pair)
    if name == SEAT and (address := ADDRESS.search(one_line(pair.text))):
        pair = Pair(pair.labels, address["seat"], pair.locator)
    if name == SEAT and (told := _SEAT_TOLD.fullmatch(one_line(pair.text))) and told["seat"] in place_names():
        pair = Pair(pair.labels, told["seat"], pair.locator)
        if PURPOSE not in party.texts and _may_tell_purpose(told["rest"], least=_WORDS_OF_SENTENCE):
            party.add_text(PURPOSE, told["rest"])
            party.field_signs[PURPOSE] = text_signs(PURPOSE, "", told["rest"], party)
    if name == SECTION:
        party.section = one_line(pair.text) or party.section
    elif name == STATUS:
        party.status = party.status or status_in(pair.text)
    elif name in _TEXTS:
        if both := form_and_seat(label):
            parts = [p.strip() for p in pair.text.replace("\n", " / ").split("/" if "/" in pair.text else ",")]
            if len(parts) == len(both):
                for one, text in zip(both, parts, strict=True):
                    party.add_text(one, text)
                return
        if not (name in _ONE and name in party.texts):
            if name not in party.texts:
                party.field_signs[name] = text_signs(name, label, pair.text, party)
            party.add_text(name, pair.text)


def field(pair: Pair) -> tuple[str | None, str]:
    """The field that the labels of a pair name together, the innermost that says one first, and that label."""
    if len(pair.labels) > 1 and (fitting := _that_fits(pair)):
        return fitting
    found: tuple[str | None, str] = (None, pair.labels[-1] if pair.labels else "")
    for label in reversed(pair.labels):
        if label.startswith(_OF_FIELD):
            return label.removeprefix(_OF_FIELD), ""
        if is_time(label):
            continue
        name = field_of(label)
        if name == INTEREST and bare(label) == "belang" and not _OF_INTEREST.search(pair.text):
            return PURPOSE, label  # which interest it serves, and not which one the body has in it
        if name in (*_TEXTS, SECTION, STATUS, *AMOUNTS):
            return name, label
        found = (name or found[0], label)
    if found[0] is None and len(pair.labels) > 1:  # a label that is broken over rows
        whole = " ".join(label for label in pair.labels if not is_time(label))
        if (name := field_of(whole)) in (*_TEXTS, SECTION, STATUS, *AMOUNTS):
            return name, whole
    return found


def _that_fits(pair: Pair) -> tuple[str, str] | None:
    """Of labels that name different fields the one that the value is of: a form or a seat in the row of an amount, a
    category beside the label of its row."""
    fields = {field_of(label): label for label in pair.labels if not is_time(label)}
    text = one_line(pair.text).strip(" .")
    if FORM in fields and len(fields) > 1 and is_form(text):
        return FORM, fields[FORM]
    if SECTION in fields and len(fields) > 1:
        return SECTION, fields[SECTION]  # the category of a row whose label stands in a cell of its own
    of_amount = any(name in AMOUNTS for name in fields)
    if SEAT in fields and of_amount and text[:1].isalpha() and not any(map(str.isdigit, text)):
        return SEAT, fields[SEAT]
    return None
