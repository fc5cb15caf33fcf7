"""The questionnaire: its sheet, its columns, and what each answer claims.

Columns for whoever filled it in (`Ingevuld door`, contact persons) and free remarks (`Toelichting`) are not named here
and so are never read: they hold names of persons.
"""

from dagster_project.intake import Layout

SHEET = "Samenwerkingsverbanden"

NUMBER, NAME, PARTICIPANTS, THEMES = "Nummer", "Naam", "Deelnemers", "Beleidsterreinen"
FORM, PURPOSE, SEAT, ANSWER, ENDED = "Rechtsvorm", "Doel", "Vestigingsplaats", "Antwoord", "Opgeheven op"

RESPONSE = Layout(
    "een ingevulde vragenlijst",
    essential=(NAME,),
    expected=(PARTICIPANTS, THEMES, FORM, PURPOSE, SEAT, ANSWER),
    optional=(NUMBER, ENDED),
    one=NAME,
)

CLAIMS = {
    "klopt": "participates",
    "gewijzigd": "participates",
    "toegevoegd": "participates",
    "neemt niet deel": "denies_participation",
    "bestaat niet": "denies_existence",
    "opgeheven": "dissolved",
}
