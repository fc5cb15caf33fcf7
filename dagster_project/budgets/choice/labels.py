"""Whether a text of this document is a label, by its words and by its repeating over the document.

Belongs here: the evidence of one document. What words mean is `budgets.labels`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from dagster_project.budgets.amounts import moment_of
from dagster_project.budgets.frisian import in_dutch
from dagster_project.budgets.labelling import NONE, label_score, meanings
from dagster_project.budgets.labels import PARTY_FIELDS, column_of, detail_of, field_before_value
from dagster_project.budgets.lines import without_bullet
from dagster_project.budgets.names import is_total
from dagster_project.budgets.vocabulary import NAME, OTHER
from dagster_project.documents.text import one_line, without_start
from dagster_project.texts import fold, placeholder
from dagster_project.workspace.seeds import government_names, place_names

LONGEST = 110
SURE = 0.5
"""Log-odds of a field from which on the model is believed."""
MOST = 2.5
"""Log-odds that the model alone can bring."""
REPEATED = 1.0
"""Log-odds of a text that the document has more than once."""
RETURNS = 1.0
"""Log-odds of several words, by the model alone, from which on they are a label where many lines begin with them."""
UNENDED = 1.0
"""Log-odds off a long text that no colon and no question mark ends."""
_TIME = re.compile(
    r"[\s(]*(?:(?:per|op|in|ultimo|primo|begin|eind(?:e)?|stand|jaar|boekjaar|rekening|jaarrekening|begroting|realisatie"
    r"|prognose|raming|werkelijk|begroot|t/m|van|en|het|de)\b[\s.:]*)*(?:(?:\d{1,2}[-/. ]){0,2}(?:jan\w*|dec\w*)?[ .]?"
    r"'?(?:19|20)?\d{2,4})?[\s):.*]*",
    re.IGNORECASE,
)
_FORM = (
    r"(?:(?:publiek|privaat)rechtelijke? ?(?:rechtspersoon)?|gemeenschappelijke regeling|gemeenschappelijk orgaan|gr|ol"
    r"|bvo|openbaar lichaam|bedrijfsvoeringsorganisatie|centrumregeling|regeling zonder meer|n\.?v\.?|b\.?v\.?|c\.?v\.?"
    r"|v\.?o\.?f\.?|(?:naamloze|besloten|commanditaire|structuur)? ?vennootschap(?: met beperkte aansprakelijkheid)?"
    r"|stichting|st\.|vereniging|ver\.|co[öo]p\.|co[öo]peratie(?:ve vereniging)?|co[öo]peratie u\.?a\.?|convenant"
    r"|(?:bestuurlijk )?overleg|bestuursakkoord|intentieverklaring"
    r"|(?:samenwerkings|bestuurs|intentie)?overeenkomst"
    r"|netwerk|fonds|maatschap|egts)"
)
_FORMS = re.compile(rf"(?:een |de )?{_FORM}(?:(?:,| -| –| ?/| en| of)? ?(?:een )?{_FORM})*")
_INTRODUCES = re.compile(
    r"(?:wij|we|(?:de|onze) (?:gemeente|provincie)(?: [\w'’-]+){0,3}|(?:het|ons) \w*schap(?: [\w'’-]+){0,4})"
    r" (?:neemt|nemen|doet|doen|participeert|participeren|is|zijn|heeft|hebben|werkt|werken)\b[^.:;]{0,60}?"
    r"\b(?:in|aan|van|bij|verbonden|regelingen|partijen|organisaties|deelnemingen)(?: de volgende \w+)? ?:?",
    re.IGNORECASE,
)
"""A line over a list that says what the body takes part in, whatever the model of labels makes of it."""
_IN_BRACKETS = re.compile(r"\([^)]*\)")
_BETWEEN = re.compile(r"[;,/\n]| en | & ")
_KIND_BEFORE = re.compile(r"^(?:de )?(?:gemeenten?|provincies?|waterschap(?:pen)?|hoogheemraadschap) ", re.IGNORECASE)
_NAMED_AFTER = re.compile(r"(?:\d+(?:\.\d+)*[.)]? )?(?P<first>[A-ZÀ-Þ][^,;:/\n]*?)(?:, [^,;:/]+)* (?:en|&) [^,;:/]+")
"""A text that lists with commas and `en` at its end, and begins with a capital."""
_KIND_OR_JOINT = re.compile(
    r"gemeent\w*|provincies?|waterschap\w*|hoogheemraad\w*|van|de|het|uit|in|te|en", re.IGNORECASE
)
"""The last word before governments that are listed."""
_AMOUNTS = re.compile(
    r"(?:[\s€+\-–−/.,'’%x×=()\d]|\b(?:eur|euro|mln|mio|miljoen|mld|miljard|dzd|duizend|k|en|v|n|nadelig|voordelig)\b)+",
    re.IGNORECASE,
)
"""A text of amounts and nothing else."""
_LONGEST_AMOUNT = 60
_OFTEN, _WORDS = 3, 5
"""Lines that begin with the same words from which on these may be a label, and words of such a label."""
_DIGITS = re.compile(r"\d")
_WE = re.compile(r"(?:wij|we|ook|daarom|de gemeente|de provincie|het waterschap)\b", re.IGNORECASE)
"""What sentences begin with, and labels do not."""


@lru_cache(maxsize=20_000)
def is_time(text: str) -> bool:
    """Whether a text is no more than a year, a date or a moment."""
    text = one_line(text)
    return bool(text) and len(text) < 40 and bool(_TIME.fullmatch(text)) and (
        bool(re.search(r"(?:19|20)\d\d", text)) or moment_of(text) is not None
    )  # fmt: skip


@lru_cache(maxsize=20_000)
def is_value(text: str) -> bool:
    """Whether a text is what stands in the place of a value: an amount, a place, a legal form, `n.v.t.`."""
    text = one_line(text)
    if not text or placeholder(text) or text in place_names() or _is_governments(text) or is_total(text):
        return True
    if len(text) < _LONGEST_AMOUNT and _DIGITS.search(text) and _AMOUNTS.fullmatch(text):
        return not is_time(text)
    return is_form(text)


def _is_money(text: str) -> bool:
    return "€" in text and is_value(text)


def _is_governments(text: str) -> bool:
    """Whether a text lists governments and little else."""
    pieces = (
        [without_start(_KIND_BEFORE, p.strip(" .")).lower() for p in _BETWEEN.split(text)] if len(text) < 2000 else []
    )
    among = [piece in _governments() for piece in pieces]
    if sum(among) < max(1, 0.6 * len(pieces)):
        return False
    return among[0] or not all(among[1:]) or not _is_named_after_governments(text)


def _is_named_after_governments(text: str) -> bool:
    """Whether a text begins with a name that its governments are part of: `Bedrijvenpark Assen, Emmen en Meppel`. What
    stands before the first of them is no label, and more than the kind of these governments."""
    named = _NAMED_AFTER.match(text)
    words = named["first"].split() if named else []
    ends = next((n for n in range(1, len(words)) if " ".join(words[n:]).lower() in _governments()), 0)
    before = words[:ends]
    return bool(before) and not _KIND_OR_JOINT.fullmatch(before[-1]) and _by_words(" ".join(before)) is None


@lru_cache(maxsize=20_000)
def is_form(text: str) -> bool:
    """Whether a text is a legal form and nothing else."""
    words = _IN_BRACKETS.sub("", in_dutch(text).lower()).strip()
    return bool(words) and (bool(_FORMS.fullmatch(words)) or bool(_FORMS.fullmatch(words.strip(" ."))))


@lru_cache(maxsize=50_000)
def field_of(text: str) -> str | None:
    """The field of a label, as text before a value or over a column: by its words, else by the model where that is
    sure; None for what is no label of any field."""
    if len(text) > LONGEST:
        return None
    found = _by_words(text)
    if found == OTHER:
        return None if is_form(text) else detail_of(text) or found
    if found is None and not is_time(text):
        (meaning,) = meanings([in_dutch(text)])
        if meaning.field != NONE and meaning.score > SURE:
            return meaning.field
    return found


def _by_words(text: str) -> str | None:
    """The field that the lists of words give to a text before a value or over a column."""
    return NAME if _INTRODUCES.fullmatch(text.strip()) else field_before_value(text) or column_of(text)


def by_words(text: str) -> bool:
    """Whether a list of words says which label a text is, so that the model is not asked."""
    return _by_words(one_line(text)) is not None


def look_at(texts: Iterable[str]) -> None:
    """Let the model tell at once of all texts of a document what `field_of` would ask it of each alone."""
    lines = dict.fromkeys(line for text in texts if len(line := one_line(text)) <= LONGEST)
    meanings([in_dutch(line) for line in lines if _by_words(line) is None and not is_time(line)])


@lru_cache(maxsize=1)
def _governments() -> frozenset[str]:
    return frozenset(name.lower() for name in government_names())


class Labels:
    """The labels of a document: known ones, and those that repeat."""

    def __init__(self, texts: Iterable[str]):
        """`texts` are all lines and cells of the document, with repetition."""
        texts = list(texts)
        self._texts = dict.fromkeys(map(one_line, texts))
        self.often = Counter(_key(text) for text in texts if len(text) <= LONGEST)
        self._begins = Counter(_key(begin) for text in texts for begin, _ in _beginnings(text))
        self._scores: dict[str, float] = {}

    def is_label(self, text: str) -> bool:
        """Whether a text, alone on its line or in its cell, is a label."""
        return self.score(text) > 0

    def score(self, text: str) -> float:
        """How much a text looks like a label; above 0 it is one."""
        if text not in self._scores:
            self._scores[text] = self._score(one_line(text))
        return self._scores[text]

    def _score(self, text: str) -> float:
        if not text or len(text) > LONGEST:
            return -3.0
        if _by_words(text) is not None:
            return 1.0 if field_of(text) == NAME else 2.0
        if is_value(text) or is_time(text):
            return -2.0
        score = max(-MOST, min(MOST, label_score(in_dutch(text))))
        if self.often[_key(text)] >= 2 and text[:1].isupper() and text[-1] not in ".,;":
            score += REPEATED
        return score - (UNENDED if score > 0 and len(text.split()) > 7 and text[-1] not in ":?" else 0.0)

    @cached_property
    def fields(self) -> frozenset[str]:
        """The fields that some label of the document asks for; of amounts the quantity."""
        found = (field_of(text) for text in self._texts if self.is_label(text))
        return frozenset(field for field in found if field is not None)

    def opening(self, line: str) -> tuple[str, str] | None:
        """The label that a line begins with though no colon ends it, and the value behind it; None where there is none.
        The document must have lines that begin so more often than once or twice: else prose would be full of them."""
        for label, value in reversed(list(_beginnings(line))):
            often = self._begins[_key(label)] >= _OFTEN and label[:1].isupper() and label[-1].isalnum()
            ends = label.count("(") == label.count(")") and not (value[:1].islower() or value[0] == "(")
            money = _is_money(value) and not is_value(label)
            if often and ends and (self._is_of_a_party(label) or money or self._returns(label)):
                return label, value
        return None

    def _returns(self, label: str) -> bool:
        """Whether lines begin with words time and again that look like a label, though nothing says of which field."""
        if self._begins[_key(label)] <= _OFTEN or " " not in label or _WE.match(label):
            return False
        return label_score(in_dutch(label)) > RETURNS

    @staticmethod
    def _is_of_a_party(label: str) -> bool:
        return field_of(label) in PARTY_FIELDS or (_by_words(label) == OTHER and not is_form(label))

    def recurs(self, text: str) -> bool:
        """Whether the document has a text, as a line of its own, more often than once or twice."""
        return self.often[_key(text)] >= _OFTEN

    def known(self, text: str) -> bool:
        """Whether its words say which label it is."""
        return field_of(one_line(text)) is not None


def _beginnings(line: str) -> Iterator[tuple[str, str]]:
    """The first words of a line with what follows them, the shortest first."""
    words = without_bullet(one_line(line)).split()
    for count in range(1, min(_WORDS, len(words) - 1) + 1):
        yield " ".join(words[:count]), " ".join(words[count:])


@lru_cache(maxsize=20_000)
def _key(text: str) -> str:
    return fold(text.strip(" :?"))
