"""`evaluate code`: legal forms and themes against a hand-coded truth.

TRUTH has id, themes (by `;`), unsure (no, themes, legal_form, both) and legal_form.

Belongs here: what is coded and where its truth is. Does not belong here: any measure (`measures.coding`).
"""

from pathlib import Path

from dagster_project.evaluation.measures.coding import score_codes
from dagster_project.evaluation.report.model import Report
from dagster_project.evaluation.truth.files import read_csv, truth_file

TRUTHS, TEXTS = "truth*.csv", "texts.csv"
TRUE_COLUMNS = ("id", "themes", "unsure", "legal_form")
CODED_COLUMNS = ("id", "themes", "legal_form")


def evaluate_code(truth: Path, *, texts: Path | None = None, coded: Path | None = None) -> Report:
    """Score the coders on the texts of a truth, or, with `coded`, what `lappendeken code --out` wrote.

    `truth` is the file with the codes or the folder with it and the texts. Raises WrongUse and UnreadableInput.
    """
    from dagster_project.coding import coded_rows

    file = truth_file(truth, TRUTHS)
    source = coded or texts or file.parent / TEXTS
    rows = read_csv(coded, CODED_COLUMNS) if coded else coded_rows(source)
    return Report("coding", [score_codes(rows, read_csv(file, TRUE_COLUMNS), source)])
