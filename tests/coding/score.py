"""Score a file of `lappendeken code` against a coded truth: `python -m tests.coding.score G.csv TRUTH.csv`.

TRUTH has id, themes (by `;`), unsure (no, themes, legal_form, both) and legal_form. What a row calls unsure is not
scored, as the guideline says.
"""

import csv
import json
import sys
from pathlib import Path

from dagster_project.coding.vocabulary import codes


def score(coded_csv: Path, truth_csv: Path) -> dict:
    """Shares, counts and the rows that went wrong.

    themes, forms: rows scored; hamming: share of the cells (row by theme) that are wrong; exact: share of rows whose
    set is right; legal_form: share right; per_theme: precision, recall and true rows; wrong_themes, wrong_forms.
    """
    coded = {r["id"]: r for r in _read(coded_csv)}
    themes = list(codes("theme_code"))
    pairs, forms, wrong_themes, wrong_forms = [], [], [], []
    for row in _read(truth_csv):
        got, wanted = set(json.loads(coded[row["id"]]["themes"])), set(row["themes"].split(";"))
        if row["unsure"] not in ("themes", "both"):
            pairs.append((got, wanted))
            if got != wanted:
                wrong_themes.append((row["id"], sorted(got), sorted(wanted)))
        if row["unsure"] not in ("legal_form", "both"):
            forms.append(coded[row["id"]]["legal_form"] == row["legal_form"])
            if not forms[-1]:
                wrong_forms.append((row["id"], coded[row["id"]]["legal_form"], row["legal_form"]))
    per_theme = {}
    for theme in themes:
        both = sum(theme in g and theme in w for g, w in pairs)
        got, wanted = sum(theme in g for g, _ in pairs), sum(theme in w for _, w in pairs)
        per_theme[theme] = (both / got if got else None, both / wanted if wanted else None, wanted)
    return {
        "themes": len(pairs),
        "forms": len(forms),
        "hamming": sum(len(g ^ w) for g, w in pairs) / (len(pairs) * len(themes)),
        "exact": sum(g == w for g, w in pairs) / len(pairs),
        "legal_form": sum(forms) / len(forms),
        "per_theme": per_theme,
        "wrong_themes": wrong_themes,
        "wrong_forms": wrong_forms,
    }


def _read(path: Path) -> list[dict[str, str]]:
    with Path(path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


if __name__ == "__main__":
    result = score(Path(sys.argv[1]), Path(sys.argv[2]))
    for key in ("themes", "forms", "hamming", "exact", "legal_form"):
        print(f"{key}: {result[key]:.4g}")
    for theme, (precision, recall, rows) in result["per_theme"].items():
        print(f"{theme}: precision {precision or 0:.2f}, recall {recall or 0:.2f}, rows {rows}")
    for row in (*result["wrong_themes"], *result["wrong_forms"]):
        print(*row)
