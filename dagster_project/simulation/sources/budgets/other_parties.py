"""Parties in a budget that are no collaboration: shares in a bank, a foundation or company of one government."""

from dagster_project.simulation.randomness import dice
from dagster_project.simulation.sources.budgets.amounts import rounded, true_amounts
from dagster_project.simulation.sources.budgets.content import Party
from dagster_project.simulation.sources.budgets.house_style import Style
from dagster_project.simulation.sources.faults import strikes
from dagster_project.simulation.sources.vocabulary import FORMS, heading_of
from dagster_project.simulation.world.organisations import bare_name

BANKS = {
    "gm": ("BNG Bank N.V.", "Bank van en voor overheden en instellingen voor het maatschappelijk belang."),
    "pv": ("BNG Bank N.V.", "Bank van en voor overheden en instellingen voor het maatschappelijk belang."),
    "ws": ("Nederlandse Waterschapsbank N.V.", "Financiële dienstverlener voor de publieke sector."),
}
# name, form, theme, purpose; {} is the municipality.
OWN = (
    ("Stichting Openbaar Onderwijs {}", "stichting", "onderwijs_cultuur", "In stand houden van openbaar onderwijs."),
    ("Stichting Sportaccommodaties {}", "stichting", "onderwijs_cultuur", "Beheer van sporthallen en zwembad."),
    ("{} Vastgoed B.V.", "bv", "ruimte", "Beheer van gemeentelijk vastgoed."),
    ("Stichting Theater {}", "stichting", "onderwijs_cultuur", "Exploitatie van het theater."),
    ("Parkeerbedrijf {} B.V.", "bv", "mobiliteit", "Exploitatie van parkeergarages."),
    ("Stichting Welzijn {}", "stichting", "sociaal", "Uitvoeren van het welzijnswerk."),
)
FIRST_YEAR_OF_OWN = 2018
"""By the definition of 2017 one government was enough, so before this year such a party would be a collaboration."""


def strangers(reporter: str, snapshot: int, style: Style, seed: int) -> list[Party]:
    """What the reporter lists besides collaborations; `truth_id` is None."""
    kind, question, found = reporter[:2], (seed, snapshot, reporter), []
    if strikes("no_collaboration_bank", *question):
        name, purpose = BANKS[kind]
        bank = (name, "nv", "Den Haag", "bedrijfsvoering", purpose)
        found.append(_party(*bank, style, snapshot, "no_collaboration_bank"))
    if kind == "gm" and snapshot >= FIRST_YEAR_OF_OWN and strikes("no_collaboration_own", *question):
        place = bare_name(reporter, snapshot)
        name, form, theme, purpose = dice("own", seed, reporter).choice(OWN)
        found.append(_party(name.format(place), form, place, theme, purpose, style, snapshot, "no_collaboration_own"))
    return found


def _party(name: str, form: str, seat: str, theme: str, purpose: str, style: Style, snapshot: int, fault: str) -> Party:
    return Party(
        truth_id=None,
        name=name,
        break_at=None,
        form=FORMS[style.forms][form] if "form" in style.order else None,
        seat=seat,
        purpose=purpose,
        participants=(),
        participants_text=None,
        separator=None,
        amounts=rounded(true_amounts(name, form, snapshot), style, mixed=False),
        heading=heading_of(style.sections, form, theme),
        faults=((fault, f"{name} <- no collaboration"),),
    )
