"""Legal forms: what a phrase, a heading, a name or a purpose says of them.

Belongs here: one text to one code. Does not belong here: the choice among sources that disagree (`candidates`).
"""

from dataclasses import dataclass

from dagster_project.coding import vocabulary
from dagster_project.texts import fold

UNKNOWN = "onbekend"

REFINES = {
    "wgr_onbepaald": {
        "openbaar_lichaam",
        "bedrijfsvoeringsorganisatie",
        "gemeenschappelijk_orgaan",
        "centrumregeling",
        "regeling_zonder_meer",
    },
    "regeling_zonder_meer": {"centrumregeling"},
}
"""A form that leaves something open, and the forms that say the same more precisely."""


@dataclass(frozen=True)
class Said:
    """A form that some text tells, with the id of the word that tells it."""

    form: str
    confidence: float
    rule: str


def form_written(text: str | None) -> Said | None:
    """The form of a phrase in a column for legal forms."""
    return _first(vocabulary.attributes().forms_written, text, "legal_form.written")


def form_of_heading(text: str | None) -> Said | None:
    """The form that a heading above parties gives them; weaker than a phrase, for headings are groups."""
    return _first(vocabulary.attributes().forms_of_headings, text, "legal_form.heading")


def form_in_name(name: str | None) -> Said | None:
    """The form that the name holds."""
    return _first(vocabulary.attributes().forms_in_names, name, "legal_form.name")


def host(name: str | None, purpose: str | None, bare: bool) -> Said | None:
    """Whether one municipality carries an arrangement out.

    `bare`: a source calls it an arrangement without more; only then do implied hosts count.
    """
    words, text = vocabulary.attributes(), f"{fold(name, 'text')} . {fold(purpose, 'text')}"
    if words.host_named.search(text):
        return Said("centrumregeling", 0.9, "legal_form.host_named")
    if bare and words.host_implied.search(text):
        return Said("centrumregeling", 0.6, "legal_form.host_implied")
    return None


def code_form(register_form: str | None, name: str | None, purpose: str | None) -> Said:
    """The form of one row that stands on its own: as written, else by its name."""
    said = form_written(register_form) or form_in_name(name) or Said(UNKNOWN, 0.2, "legal_form.unknown")
    if said.form in REFINES:
        named = form_in_name(name)
        if named and named.form in REFINES[said.form]:
            said = named
        elif hosted := host(name, purpose, said.form == "regeling_zonder_meer"):
            said = hosted
    return said


def _first(forms, text: str | None, kind: str) -> Said | None:
    folded = fold(text, "text")
    for form in forms:
        if form.pattern.search(folded):
            return Said(form.form, form.confidence, f"{kind}.{form.id}")
    return None
