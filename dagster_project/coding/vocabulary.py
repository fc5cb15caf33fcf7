"""The vocabulary of coding: the shape of the files in `words/`, and the codes of the seeds that they may name.

Does not belong here: any word (those are data) and any rule that uses them.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from pydantic import Field

from dagster_project.texts import Entry, Regex, Vocabulary, read_vocabulary
from dagster_project.workspace.errors import UnreadableInput
from dagster_project.workspace.seeds import codes

HERE = Path(__file__).parent / "words"
WRITTEN = 0.95
"""Confidence of a form that a source writes without leaving room."""


class Mask(Entry):
    """A passage that names no task."""

    id: str
    pattern: Regex


class Body(Entry):
    """A kind of collaboration that its name or purpose gives away. With `goal_by_purpose` bodies of the kind differ in
    goal, so that `goal` only holds where the purpose does not tell."""

    id: str
    themes: tuple[str, ...]
    goal: str
    name: Regex | None = None
    purpose: Regex | None = None
    adds: dict[str, Regex] = Field(default_factory=dict)
    operational_when: Regex | None = None
    tactical_when: Regex | None = None
    goal_by_purpose: bool = False
    proper_name: bool = False


class ThemeWords(Entry):
    """The words of one theme: those that tell it, and those that tell it where nothing better does."""

    strong: Regex
    weak: Regex


class Themes(Vocabulary):
    """The words of the codebook of themes; `fields` and `nearest` are by theme."""

    masks: tuple[Mask, ...]
    bodies: tuple[Body, ...]
    all_tasks: Regex
    nearest: dict[str, Regex]
    fields: dict[str, ThemeWords]


class Form(Entry):
    """A phrase that tells a legal form."""

    id: str
    pattern: Regex
    form: str
    confidence: float = WRITTEN


class System(Entry):
    """What the bodies of a statutory system are called, and words of its subject that others use as well."""

    id: str
    name: Regex
    subject: Regex | None = None


class Goals(Entry):
    """Words that tell what a collaboration is for, after the definitions and examples of article 2.1."""

    region: Regex
    integral: Regex
    executes: Regex
    aligns: Regex
    aims: Regex
    interests: Regex


class Attributes(Vocabulary):
    """The words of legal forms, statutory systems and goals."""

    forms_written: tuple[Form, ...]
    forms_of_headings: tuple[Form, ...]
    forms_in_names: tuple[Form, ...]
    host_named: Regex
    host_implied: Regex
    systems: tuple[System, ...]
    systems_not: Regex
    goals: Goals


@cache
def themes() -> Themes:
    """The vocabulary of themes. Raises UnreadableInput where it has not its shape or names an unknown code."""
    words = read_vocabulary(HERE / "themes.yml", Themes)
    known = codes("theme_code")
    named = {t for b in words.bodies for t in (*b.themes, *b.adds)} | set(words.nearest)
    _only_known("theme", named | set(words.fields), known, "themes.yml")
    if absent := sorted(set(known) - set(words.fields)):
        raise UnreadableInput(f"no words for theme {', '.join(absent)}", "themes.yml", "give it strong and weak words")
    return words


@cache
def attributes() -> Attributes:
    """The vocabulary of the other attributes. Raises UnreadableInput as `themes` does."""
    words = read_vocabulary(HERE / "attributes.yml", Attributes)
    named = {f.form for f in (*words.forms_written, *words.forms_of_headings, *words.forms_in_names)}
    _only_known("legal form", named, codes("legal_form"), "attributes.yml")
    _only_known("system", {s.id for s in words.systems}, codes("statutory_system"), "attributes.yml")
    return words


def _only_known(what: str, named: Iterable[str], known: Iterable[str], file: str) -> None:
    if unknown := sorted(set(named) - set(known)):
        raise UnreadableInput(f"unknown {what} {', '.join(unknown)}", file, "use a code of the seed, or add one")
