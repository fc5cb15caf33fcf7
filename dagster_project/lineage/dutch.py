"""How a trace and the sheets of a release write codes in Dutch. The words themselves are those of the dictionary."""

from dagster_project.dictionary import dutch
from dagster_project.workspace.seeds import definition_labels


def both(code: str | None, codes: str | None) -> str:
    """The Dutch word of that list with the code behind it, as in `gemeente (municipality)`; the code where none is."""
    said = dutch(code, codes) if code and codes else code or ""
    return said if said == (code or "") else f"{said} ({code})"


def category_label(category: str, names: dict[str, str]) -> str:
    """The Dutch label of a category of a figure; `names` gives those of themes and organisations.

    A pair, as in `ruimte+economie`, is labelled part by part; `3+` is three or more; `2024:a` a criterion.
    """
    if category in names:
        return names[category]
    first, plus, second = category.partition("+")
    if plus:
        return f"{category_label(first, names)} en {category_label(second, names)}" if second else f"{first} of meer"
    return definition_labels().get(category) or dutch(category, "organisation_kind", "legal_form_group")
