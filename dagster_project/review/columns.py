"""The columns of the workbook and the way from a code to what a person picks, and back."""

from functools import cache

from dagster_project.workspace.seeds import read_seed

SHEET, GUIDE, LISTS = "Vragen", "Leeswijzer", "Lijsten"

ID, PRIORITY, SNAPSHOT, KIND = "Vraagnummer", "Voorrang", "Peiling", "Soort"
BODY, QUESTION, WORDS, EXPECT = "Samenwerkingsverband", "Vraag", "Bronnen schrijven", "Nu in het register"
ANSWER, REASON, REVIEWER, ROLE, DAY = "Antwoord", "Toelichting", "Beoordelaarscode", "Rol", "Datum"
TARGET, ATTRIBUTE, CANDIDATES = "Doel", "Kenmerk", "Keuzes"

# Heading to width in characters.
COLUMNS = {
    ID: 20, PRIORITY: 10, SNAPSHOT: 9, KIND: 12, BODY: 32, QUESTION: 48, WORDS: 60, EXPECT: 22,
    ANSWER: 36, REASON: 36, REVIEWER: 18, ROLE: 22, DAY: 14,
    TARGET: 22, ATTRIBUTE: 18, CANDIDATES: 30,
}  # fmt: skip
TECHNICAL = (TARGET, ATTRIBUTE, CANDIDATES)
"""Hidden: they say where an answer belongs, and are checked on the way in."""
FILLED_IN = (ANSWER, REASON, REVIEWER, ROLE, DAY)

DASH = " – "
"""Between a code and its label in a choice; an answer is read up to it."""

_OWN = {
    "ja": "ja",
    "nee": "nee",
    "accepted": "lezen",
    "held": "nog niet lezen",
    "replaced": "niet lezen: vervangen door een andere",
    "withdrawn": "niet lezen: ingetrokken",
}


def choice(kind: str, code: str) -> str:
    """What a person picks for a code: the code with its Dutch label."""
    if kind == "must_link":
        return code + DASH + {"ja": "hetzelfde", "nee": "niet hetzelfde"}[code]
    if kind in ("merger", "split"):
        return code + DASH + {"ja": "opgevolgd", "nee": "geen opvolging"}[code]
    if kind == "criterion":
        return code + DASH + ("aan alle genoemde" if code == "ja" else _labels(kind)[code.removeprefix("nee ")])
    label = _labels(kind).get(code)
    return code + DASH + label if label else code


def code_of(answer: str) -> str:
    """The code of what a person picked or typed."""
    return answer.split(DASH.strip())[0].strip()


@cache
def _labels(kind: str) -> dict[str, str]:
    if kind == "criterion":
        return {
            f"{r['definition']}:{r['criterion']}": r["label_nl"] for r in read_seed("definition").iter_rows(named=True)
        }
    if kind == "delivery":
        return _OWN
    if kind == "reading":
        return {"accepted": "het is zo", "rejected": "het is geen partij", "other": "de andere lezing is juist"}
    seed, code, label = {
        "participant": ("organisation", "organisation_id", "name"),
        "attribute": ("legal_form", "legal_form", "label_nl"),
        "theme": ("theme_code", "theme", "label_nl"),
    }[kind]
    return dict(read_seed(seed).select(code, label).iter_rows())
