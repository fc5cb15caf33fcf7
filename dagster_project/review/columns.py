"""The sheets and columns of the workbook: headings, widths, who fills them in."""

SHEET, ANSWERED, GUIDE, LISTS = "Vragen", "Beantwoord", "Leeswijzer", "Lijsten"

ID, PRIORITY, FOR = "Vraagnummer", "Voorrang", "Voor wie"
SNAPSHOT, KIND, BODY = "Peiling", "Soort", "Samenwerkingsverband"
QUESTION, WORDS, NOW, MOVES = "Vraag", "Bronnen schrijven", "Nu in het register", "Wat een antwoord kan verschuiven"
ANSWER, OTHER, REASON = "Antwoord", "Anders, namelijk", "Toelichting"
REVIEWER, SECOND, ROLE, DAY = "Beoordelaarscode", "Tweede beoordelaar", "Rol", "Datum"
REPLACES, REMARK = "Vervangt besluit", "Opmerking bij inlezen"
TARGET, ATTRIBUTE, EXPECT, CANDIDATES, CHECK = "Doel", "Kenmerk", "Rust op", "Keuzes", "Controle"

# Heading to width in characters.
COLUMNS = {
    ID: 20, PRIORITY: 10, FOR: 24, SNAPSHOT: 9, KIND: 14, BODY: 32, QUESTION: 48, WORDS: 60, NOW: 22, MOVES: 44,
    ANSWER: 36, OTHER: 30, REASON: 36, REVIEWER: 18, SECOND: 18, ROLE: 22, DAY: 14, REPLACES: 18, REMARK: 40,
    TARGET: 22, ATTRIBUTE: 18, EXPECT: 22, CANDIDATES: 30, CHECK: 20,
}  # fmt: skip
TECHNICAL = (TARGET, ATTRIBUTE, EXPECT, CANDIDATES, CHECK)
"""Hidden: they say where an answer belongs."""
FILLED_IN = (ANSWER, OTHER, REASON, REVIEWER, SECOND, ROLE, DAY, REPLACES)
PROTECTED = tuple(h for h in COLUMNS if h not in (*FILLED_IN, REMARK, CHECK))
"""What was sent stays as it is; a change of it is told and not taken."""

OWN = {"Uw beoordelaarscode": REVIEWER, "Uw rol": ROLE, "Datum van uw oordeel": DAY}
"""On the guide, once for all rows: the label to the column in which an empty cell takes it."""

ELSE = "anders, namelijk"
"""The last choice of every list: what is meant then stands in the next column."""
