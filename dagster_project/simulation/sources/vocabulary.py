"""The Dutch words that all sources share (`vocabulary.yml`): legal forms, headings, themes. No source belongs here."""

from functools import cache
from pathlib import Path

from dagster_project.texts import Vocabulary, read_vocabulary


class SourceWords(Vocabulary):
    """The keys of `vocabulary.yml`, which says what each holds."""

    forms: dict[str, dict[str, str]]
    arrangements: tuple[str, ...]
    companies: tuple[str, ...]
    foundations: tuple[str, ...]
    with_balance: tuple[str, ...]
    themes: dict[str, str]
    sections: dict[str, tuple[str, str, str, str]]
    programmes: dict[str, str]


@cache
def words() -> SourceWords:
    """The words of `vocabulary.yml`."""
    return read_vocabulary(Path(__file__).with_name("vocabulary.yml"), SourceWords)


@cache
def form_name(form: str, wording: str = "full") -> str | None:
    """A legal form in words (`full`, `loose` or `short`); None for the form that is unknown."""
    forms = words().forms
    return None if form == "onbekend" else forms[wording].get(form) or forms["full"][form]


def theme_names(themes: tuple[str, ...]) -> tuple[str, ...]:
    """Themes in words, in their order."""
    return tuple(words().themes[theme] for theme in themes)


@cache
def heading_of(scheme: str, form: str, theme: str) -> str | None:
    """The heading under which a party stands in a scheme: a key of `sections`, `themes`, or `none`."""
    if scheme == "none":
        return None
    if scheme == "themes":
        return words().programmes[theme]
    groups = (words().arrangements, words().companies, words().foundations)
    return words().sections[scheme][next((place for place, forms in enumerate(groups) if form in forms), len(groups))]


def headings_of(scheme: str) -> tuple[str | None, ...]:
    """All headings of a scheme in their order, each once."""
    if scheme == "none":
        return (None,)
    return tuple(dict.fromkeys(words().programmes.values() if scheme == "themes" else words().sections[scheme]))
