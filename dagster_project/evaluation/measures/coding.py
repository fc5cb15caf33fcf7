"""Legal forms and themes of rows beside a hand-coded truth.

What a row of the truth calls unsure is not scored, as the guideline says; hard rows left out flatter every coder, so a
figure over all rows stands beside.
"""

import json
from collections.abc import Iterable
from pathlib import Path

from dagster_project.evaluation.measures.groups import COLUMNS, group_row
from dagster_project.evaluation.report.model import Measure, Section
from dagster_project.workspace.errors import UnreadableInput

NO_FORM, NO_THEMES = ("legal_form", "both"), ("themes", "both")


def score_codes(coded: Iterable[dict[str, str]], truth: Iterable[dict[str, str]], source: Path) -> Section:
    """Hamming and exact share of themes, share of legal forms right, per theme, and the rows that went wrong.

    `coded` are rows of id, themes (a JSON list) and legal_form, `truth` rows of id, themes (by `;`), unsure and
    legal_form; `source` is named where a row of the truth was not coded, or its themes are no list (UnreadableInput).
    """
    coded = {row["id"]: row for row in coded}
    section = Section("coding")
    pairs, all_pairs, forms, wrong = [], [], [], []
    for row in truth:
        if row["id"] not in coded:
            raise UnreadableInput(f"row {row['id']} of the truth was not coded", source, "code all texts")
        found, wanted = _themes(coded[row["id"]], source), set(row["themes"].split(";"))
        all_pairs.append((found, wanted))
        if row["unsure"] not in NO_THEMES:
            pairs.append((found, wanted))
            if found != wanted:
                wrong.append((row["id"], "themes", "; ".join(sorted(wanted)), "; ".join(sorted(found))))
        if row["unsure"] not in NO_FORM:
            form = coded[row["id"]]["legal_form"]
            forms.append(form == row["legal_form"])
            if form != row["legal_form"]:
                wrong.append((row["id"], "legal_form", row["legal_form"], form))
    score_themes(section, pairs)
    section.add(
        Measure("coding.exact_all_rows", *_exact(all_pairs)),
        Measure.share("coding.legal_form", sum(forms), len(forms)),
    )
    section.table("wrong_codes", ("id", "attribute", "true", "coded"), wrong)
    return section


def score_themes(section: Section, pairs: list[tuple[Iterable[str], Iterable[str]]]) -> None:
    """Measures over pairs of a coded and a true set: share of cells (row by theme) that are wrong, of rows whose set is
    right, and precision and recall per theme."""
    from dagster_project.workspace.seeds import codes

    themes = list(codes("theme_code"))
    pairs = [(set(got), set(wanted)) for got, wanted in pairs]
    wrong = sum(len(got ^ wanted) for got, wanted in pairs)
    section.add(
        Measure.share(f"{section.key}.hamming", wrong, len(pairs) * len(themes), better="low"),
        Measure(f"{section.key}.exact", *_exact(pairs)),
    )
    rows = []
    for theme in themes:
        both = sum(theme in got and theme in wanted for got, wanted in pairs)
        got, wanted = (sum(theme in pair[side] for pair in pairs) for side in (0, 1))
        rows.append((theme, *group_row(section, theme, wanted, got, both)))
    section.table("by_theme", ("theme", *COLUMNS), rows)


def _exact(pairs: list[tuple[set, set]]) -> tuple[float | None, int, int]:
    right = sum(got == wanted for got, wanted in pairs)
    return (right / len(pairs) if pairs else None), right, len(pairs)


def _themes(row: dict[str, str], path: Path) -> set[str]:
    try:
        return set(json.loads(row["themes"]))
    except (ValueError, TypeError):
        what = f"themes '{row['themes']}' of row {row['id']} are no JSON list"
        raise UnreadableInput(what, path, "give what lappendeken code wrote") from None
