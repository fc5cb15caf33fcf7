"""`evaluate code`: legal forms and themes against a hand-coded truth.

TRUTH has id, themes (by `;`), unsure (no, themes, legal_form, both) and legal_form. What a row calls unsure is not
scored, as the guideline says; hard rows left out flatter every coder, so a figure over all rows stands beside.
"""

import json
import tempfile
from collections.abc import Iterable
from pathlib import Path

from dagster_project.evaluation.report import Measure, Report, Section
from dagster_project.evaluation.text_files import read_csv, truth_file
from dagster_project.workspace.errors import UnreadableInput

TRUTHS, TEXTS = "truth*.csv", "texts.csv"
TRUE_COLUMNS = ("id", "themes", "unsure", "legal_form")
CODED_COLUMNS = ("id", "themes", "legal_form")
NO_FORM, NO_THEMES = ("legal_form", "both"), ("themes", "both")


def evaluate_code(truth: Path, *, texts: Path | None = None, coded: Path | None = None) -> Report:
    """Score the coders on the texts of a truth, or, with `coded`, what `lappendeken code --out` wrote.

    `truth` is the file with the codes or the folder with it and the texts. Raises WrongUse and UnreadableInput.
    """
    file = truth_file(truth, TRUTHS)
    if coded:
        return Report("coding", [score_codes(coded, file)])
    from dagster_project.coding import code_file

    texts = texts or file.parent / TEXTS
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "coded.csv"
        code_file(texts, out)
        return Report("coding", [score_codes(out, file)])


def score_codes(coded_csv: Path, truth_csv: Path) -> Section:
    """Hamming and exact share of themes, share of legal forms right, per theme, and the rows that went wrong.

    Raises UnreadableInput where a row of the truth was not coded, or its themes are no list.
    """
    coded = {row["id"]: row for row in read_csv(coded_csv, CODED_COLUMNS)}
    section = Section("coding")
    pairs, all_pairs, forms, wrong = [], [], [], []
    for row in read_csv(truth_csv, TRUE_COLUMNS):
        if row["id"] not in coded:
            raise UnreadableInput(f"row {row['id']} of the truth was not coded", coded_csv, "code all texts")
        got, wanted = _themes(coded[row["id"]], coded_csv), set(row["themes"].split(";"))
        all_pairs.append((got, wanted))
        if row["unsure"] not in NO_THEMES:
            pairs.append((got, wanted))
            if got != wanted:
                wrong.append((row["id"], "themes", "; ".join(sorted(wanted)), "; ".join(sorted(got))))
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
        precision = Measure.share(f"{section.key}.precision.{theme}", both, got)
        recall = Measure.share(f"{section.key}.recall.{theme}", both, wanted)
        section.add(precision, recall)
        rows.append((theme, wanted, got, both, recall.value, precision.value))
    section.table("by_theme", ("theme", "true", "found", "right", "recall", "precision"), rows)


def _exact(pairs: list[tuple[set, set]]) -> tuple[float | None, int, int]:
    right = sum(got == wanted for got, wanted in pairs)
    return (right / len(pairs) if pairs else None), right, len(pairs)


def _themes(row: dict[str, str], path: Path) -> set[str]:
    try:
        return set(json.loads(row["themes"]))
    except (ValueError, TypeError):
        what = f"themes '{row['themes']}' of row {row['id']} are no JSON list"
        raise UnreadableInput(what, path, "give what lappendeken code wrote") from None
