"""Labels that no list of words knows, told by the values that stand behind them over all parties.

A label behind which nothing but legal forms stands is one of legal forms, whatever its words, and whatever the model of
labels makes of these. Belongs here: evidence of values over the records of a document. Does not belong here: what
single words mean (`choice.labels`).
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from dagster_project.budgets.choice.labels import by_words, is_form, is_time
from dagster_project.budgets.participants import in_words
from dagster_project.budgets.records.fields import field
from dagster_project.budgets.records.model import Pair, Record
from dagster_project.budgets.vocabulary import FORM, OTHER, PARTICIPANTS, PURPOSE, SEAT, SECTION
from dagster_project.documents.text import one_line
from dagster_project.texts import fold, placeholder
from dagster_project.workspace.seeds import government_names, place_names

_FIELDS = (FORM, SEAT, PARTICIPANTS, PURPOSE)
MOST_OF = 0.75
"""Share of the values behind a label that must fit a field."""
FEWEST = 2
"""Parties behind which a label must stand."""
_PLACE = re.compile(r"(?:['’][st][- ])?[A-ZÀ-Þ][\w’'-]+(?:[ -][A-Za-zÀ-Þ][\w’'-]+){0,3}")
_BETWEEN = re.compile(r"[,;/\n•·|]| en | & ")
_KIND = re.compile(r"^.*\b(?:gemeenten?|provincies?|waterschap(?:pen)?)\s+")
_SHARES = re.compile(r"\s*[:(]?\s*\d+(?:[.,]\d+)?\s*%\s*\)?")
_TASK = re.compile(
    r"(?:(?:doel|taak|belang|doelstelling)(?: en \w+)? (?:is|zijn|van)|opgericht (?:voor|om)|activiteiten"
    r"|(?:de )?zorg|(?:het )?beheer"
    r"|(?:deze|de|het) [\w-]+ (?:richt zich|voorziet|heeft (?:als|tot|ten) (?:doel|taak)|zorgt|voert|verzorgt"
    r"|behartigt|bevordert|beheert|stelt|is (?:bedoeld|opgericht|belast))"
    r"|(?:het |de )?(?:[\w-]+ )?\w{3,}(?:ing|ie|eer|aal) (?:en \w+ )?(?:van|op|voor|aan|bij|in|door))\b|"
    r"(?:het |de \w+ \w+ |"
    r"(?!wij|we|zij|er|in|ons|onze|de|het|een)\w+ (?:\w+ )?)?"
    r"(?!zijn|worden|hebben|kunnen|moeten|zullen|blijven|een\b|geen\b)\w{3,}en\b"
    r"(?! (?:zijn|worden|hebben|kunnen|moeten|zullen|blijven)\b)",
    re.IGNORECASE,
)
"""What a text that says what a party is for begins with: the word for it, a sentence of it, or a verb."""
_TASKS = 0.6
"""The same for purposes, which are written in more ways than their beginning tells."""
_WORDS_OF_TASK = 4
_OTHERWISE = 0.2
"""Share of legal forms behind a label of forms up to which it is of something else."""


def type_labels(records: Sequence[Record]) -> None:
    """Say the field of pairs of which the label is not known, where its values say it; in place.

    A field that another label has for most of the parties is not given a second time.
    """
    _not_of_forms(records)
    behind: dict[str, list[tuple[Record, Pair]]] = defaultdict(list)
    guessed: dict[str, list[tuple[Record, Pair]]] = defaultdict(list)
    has: dict[str, set[int]] = defaultdict(set)
    parties = {record.occurrence.named.part.name for record in records if record.pairs}
    for number, record in enumerate(records):
        for pair in record.pairs:
            name, label = field(pair)
            if name in (None, OTHER) and pair.labels and not is_time(label) and not label.startswith("="):
                behind[fold(label)].append((record, pair))
            elif name == PURPOSE and label and not by_words(label):
                guessed[fold(label)].append((record, pair))
            elif name in _FIELDS:
                has[name].add(number)
    told: dict[str, str] = {}
    for key, found in sorted(guessed.items()):
        if _share(PARTICIPANTS, found, 1) >= MOST_OF:
            told[key], behind[key] = PARTICIPANTS, found
    for name in _FIELDS:
        if len(has[name]) * 2 > len(parties):
            continue
        shares = {key: _share(name, found) for key, found in behind.items() if key not in told}
        best = max(shares, key=lambda key: (shares[key], len(behind[key])), default=None)
        if best is not None and shares[best] >= (_TASKS if name == PURPOSE else MOST_OF):
            told[best] = name
    for key, name in told.items():
        for record, pair in behind[key]:
            at = next(number for number, one in enumerate(record.pairs) if one is pair)
            record.pairs[at] = Pair((*pair.labels, f"={name}"), pair.text, pair.locator)


def _not_of_forms(records: Sequence[Record]) -> None:
    """Say of pairs whose label is one of legal forms, as `Soort`, that they are sections, where hardly any value is a
    form and another label has forms behind it: then it is of another kind; in place."""
    found: dict[str, list[tuple[Record, Pair]]] = defaultdict(list)
    for record in records:
        for pair in record.pairs:
            name, label = field(pair)
            if name == FORM and label:
                found[fold(label)].append((record, pair))
    shares = {label: _share(FORM, pairs) for label, pairs in found.items()}
    if not any(share >= MOST_OF for share in shares.values()):
        return
    for label, share in shares.items():
        texts = [one_line(pair.text) for _, pair in found[label]]
        if share <= _OTHERWISE and len(set(texts)) < len(texts):
            for record, pair in found[label]:
                at = next(number for number, one in enumerate(record.pairs) if one is pair)
                record.pairs[at] = Pair((*pair.labels, f"={SECTION}"), pair.text, pair.locator)


def _share(name: str, found: Sequence[tuple[Record, Pair]], fewest: int = FEWEST) -> float:
    """The share of the values behind a label that fit a field; 0 where too few parties have it."""
    texts = [text for _, pair in found if not placeholder(text := _listed(pair.text))]
    if len({record.occurrence.named.part.name for record, _ in found}) < fewest or not texts:
        return 0.0
    share = sum(_fits(name, text) for text in texts) / len(texts)
    if name == SEAT:
        known = sum(text.strip(" .") in place_names() for text in texts)
        return share if known * 3 >= len(texts) else 0.0
    return share


def _listed(text: str) -> str:
    """A text on one line; where each of its lines is of a government, with a comma between them."""
    lines = [one_line(line) for line in text.split("\n")]
    governments = sum(_KIND.sub("", line.strip(" .,;")) in government_names() for line in lines)
    return ", ".join(lines) if governments > len(lines) / 2 else one_line(text)


def _fits(name: str, text: str) -> bool:
    if name == FORM:
        return is_form(text)
    if name == SEAT:
        return bool(_PLACE.fullmatch(text.strip(" ."))) and not is_form(text)
    pieces = [_KIND.sub("", piece.strip(" .")) for piece in _BETWEEN.split(_SHARES.sub("", text))]
    governments = sum(piece in government_names() for piece in pieces)
    if name == PARTICIPANTS:
        return governments > 1 or in_words(text)
    return (
        governments < FEWEST and not in_words(text) and len(text.split()) >= _WORDS_OF_TASK and bool(_TASK.match(text))
    )
