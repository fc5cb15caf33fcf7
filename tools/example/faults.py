"""The files that are wrong on purpose, few enough to count; docs/example.md says what must become of each."""

from dagster_project.simulation.writers.delimited import rows_to_csv
from tools.example import budgets
from tools.example.documents.xlsx import one_sheet
from tools.example.surveys import SHEET, TITLE
from tools.example.truth import load

DOUBLE = "2024/gm1895_verbonden-partijen.html"
TRUNCATED = "2024/gm1979_paragraaf-verbonden-partijen.pdf"
RIVAL_HEAD = ["Naam", "Rechtsvorm", "Vestigingsplaats", "Openbaar belang", "Deelnemers"]
RIVAL_ROW = [
    "Boa-pool Westerzijl",
    "Centrumregeling",
    "Leek",
    "Boa-inzet delen voor de handhaving.",
    "Noordenveld, Westerkwartier",
]
RIVAL_OTHER = [
    "Recreatieschap Leeksterveld",
    "Gemeenschappelijk orgaan",
    "Leek",
    "Beheer van oevers.",
    "Noordenveld, Westerkwartier",
]


def files() -> dict[str, bytes]:
    """Path below raw/ to content."""
    good = {entry["file"]: entry for entry in load("documents")}
    return {
        "budgets/2024/gm0047_leeg.csv": b"",
        "budgets/2024/gm0765_bijlage.bin": bytes(range(256)),
        "budgets/2024/gm1950_afgekapt.pdf": budgets.write(good[TRUNCATED])[:6000],
        "budgets/2024/gm1895_zelfde-bestand-nogmaals.html": budgets.write(good[DOUBLE]),
        "budgets/2024/gm1699_begroting-a.csv": _rival([RIVAL_ROW]),
        "budgets/2024/gm1699_begroting-b.csv": _rival([RIVAL_ROW, RIVAL_OTHER]),
        "surveys/2024/gm1680_enquete.xlsx": one_sheet(
            SHEET, [[TITLE], [], ["Vraag", "Uw reactie"], ["Klopt de lijst?", "Ja"]]
        ),
    }


def _rival(rows: list[list[str]]) -> bytes:
    return rows_to_csv([[budgets.TITLE, "", "", "", ""], RIVAL_HEAD, *rows], "utf-8-sig")
