"""The themes of one text, by the guideline.

Belongs here: how words of the vocabulary become a set of themes. Rules, in order; the first that finds something
decides:

1. `body`: the name gives away what kind of body it is; the purpose only adds what the guideline names for that body.
2. `field`: tasks and interests that name or purpose state, coded field by field.
3. `all_tasks`: a working organisation for everything, where no field is named.
4. `body` again: a proper name that is known (a bank, an energy company).
5. `weak`: words that tell a field only where nothing better does ("zorg", "duurzaam", "innovatie").
6. `nothing`: guideline rule 6, the nearest theme, for review.

Does not belong here: words (vocabulary) and the choice among sources.
"""

from dataclasses import dataclass
from functools import lru_cache

from dagster_project.coding import vocabulary
from dagster_project.coding.vocabulary import Body
from dagster_project.texts import fold
from dagster_project.workspace.seeds import codes

NEAREST = "bedrijfsvoering"
"""Where no word is known, working together as such is all that is said, which is organisation."""

CONFIDENCE = {
    "body": 0.95,
    "name_alone": 0.85,
    "field": 0.85,
    "fields": 0.75,
    "all_tasks": 0.85,
    "weak": 0.6,
    "nothing": 0.2,
}
"""A judgement, not a measured probability: it orders rows for review. docs/coding.md has the measured error."""

MANY = 4
"""More fields than this in one purpose is rare (the article: 10% have three or more), so it is looked at."""


@dataclass(frozen=True)
class Coded:
    """The themes of a text in the order of the codebook, with the rule that found them."""

    themes: tuple[str, ...]
    rule: str
    confidence: float
    body: Body | None = None

    @property
    def found(self) -> bool:
        """Whether any word was known."""
        return self.rule != "theme.nothing"


@lru_cache(maxsize=20_000)
def code_themes(name: str, purpose: str | None = None) -> Coded:
    """One to eight themes of a name and a purpose, both as written."""
    words, order = vocabulary.themes(), codes("theme_code")
    folded_name, folded_purpose = fold(name, "text"), _masked(fold(purpose, "text"))
    text = f"{_masked(folded_name)} . {folded_purpose}"
    if body := _body(folded_name, folded_purpose, proper=False):
        added = {theme for theme, pattern in body.adds.items() if pattern.search(text)}
        sure = CONFIDENCE["body" if folded_purpose else "name_alone"]
        return Coded(_ordered({*body.themes, *added}), f"theme.body.{body.id}", sure, body)
    if fields := {theme for theme in order if words.fields[theme].strong.search(text)}:
        sure = CONFIDENCE["field" if len(fields) == 1 else "fields" if len(fields) < MANY else "weak"]
        return Coded(_ordered(fields), "theme.field", sure)
    if words.all_tasks.search(text):
        return Coded(("bedrijfsvoering",), "theme.all_tasks", CONFIDENCE["all_tasks"])
    if body := _body(folded_name, folded_purpose, proper=True):
        return Coded(_ordered(set(body.themes)), f"theme.body.{body.id}", CONFIDENCE["name_alone"], body)
    counts = {theme: len(words.fields[theme].weak.findall(text)) for theme in order}
    if most := max(counts.values()):
        # words this weak never make a second theme; the codebook's order decides a tie
        return Coded((next(t for t in counts if counts[t] == most),), "theme.weak", CONFIDENCE["weak"])
    nearest = next((t for t, pattern in words.nearest.items() if pattern.search(folded_name)), NEAREST)
    return Coded((nearest,), "theme.nothing", CONFIDENCE["nothing"])


def _body(name: str, purpose: str, proper: bool) -> Body | None:
    """The first body that fits, among those known by their proper name or among those known by a word."""
    for body in vocabulary.themes().bodies:
        fits = (body.name and body.name.search(name)) or (body.purpose and body.purpose.search(purpose))
        if body.proper_name == proper and fits:
            return body
    return None


def _masked(text: str) -> str:
    for mask in vocabulary.themes().masks:
        text = mask.pattern.sub(" ", text)
    return text


def _ordered(found: set[str]) -> tuple[str, ...]:
    return tuple(theme for theme in codes("theme_code") if theme in found)
