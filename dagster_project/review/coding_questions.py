"""What people are asked about what a collaboration is: legal form, themes, goal and obligation.

Belongs here: which collaborations are asked about, and which answers are tried on the figures. Does not belong here:
how they are coded (the room `coding`).
"""

from collections.abc import Iterator

import polars as pl

from dagster_project.coding import REVIEW_BELOW
from dagster_project.decisions import NOTHING, accepted_values
from dagster_project.review.asking import Row, question
from dagster_project.review.choices import IN_A_CELL
from dagster_project.review.register import Register

WORDS = {
    "goal": "Waarop is '{}' vooral gericht: uitvoering (operationeel), afstemming van beleid of kennis (tactisch), of "
    "een gezamenlijke koers over meer beleidsterreinen (strategisch)?",
    "obligation": "Verplicht de wet tot '{}', half of geheel, of is het vrijwillig?",
}
"""The question by attribute."""


def unknown_forms(register: Register) -> Iterator[Row]:
    """A legal form that nobody tells."""
    known = [code for code in accepted_values("attribute", "legal_form") if code != "onbekend"]
    tried = ("openbaar_lichaam", "stichting", "convenant")  # one of each group of the figures
    for key, row in register.counted.items():
        if row["legal_form_group"] == "unknown":
            yield from _asked(register, key, "legal_form", f"Welke rechtsvorm heeft '{row['name']}'?", known, tried)


def unknown_words(register: Register) -> Iterator[Row]:
    """A goal or an obligation of which nothing speaks. No figure counts them, so they come last."""
    for attribute, text in WORDS.items():
        known = [code for code in accepted_values("attribute", attribute) if code != "unknown"]
        for key, row in register.counted.items():
            if row[attribute] == "unknown":
                yield from _asked(register, key, attribute, text.format(row["name"]), known, ())


def _asked(register: Register, key: tuple[int, str], attribute: str, text: str, known, tried) -> Iterator[Row]:
    if not register.is_answered(("attribute", *key, attribute)):
        yield question(
            register,
            "attribute",
            key[0],
            register.target(*key),
            text,
            known,
            attribute=attribute,
            expect=register.coded.get((*key, attribute), NOTHING),
            answers=tried,
            organisations=register.reporters(*key),
        )


def doubtful_themes(register: Register) -> Iterator[Row]:
    """Every collaboration of which the surest theme is still doubtful. Tried are each theme more and each less."""
    surest = (
        register.table("theme")
        .group_by("snapshot", "collaboration_id")
        .agg(pl.col("confidence").max(), pl.col("reviewed").any())
        .filter(~pl.col("reviewed") & (pl.col("confidence") < REVIEW_BELOW))
        .sort("snapshot", "collaboration_id")
    )
    themes = accepted_values("theme", None)
    for key in surest.select("snapshot", "collaboration_id").iter_rows():
        row = register.counted.get(key)
        if row and not register.is_answered(("theme", *key, None)):
            now = register.effects.bodies[key].themes
            yield question(
                register,
                "theme",
                key[0],
                register.target(*key),
                f"Aan welke beleidsterreinen werkt '{row['name']}'? {IN_A_CELL['theme']}",
                list(themes),
                expect=register.coded.get((*key, "theme"), NOTHING),
                answers=[";".join(sorted(now ^ {theme})) for theme in themes if now != {theme}],
                organisations=register.reporters(*key),
            )
