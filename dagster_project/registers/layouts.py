"""The layouts of registers, programmes and editions: a file is known by its headings, not by its name."""

from dagster_project.intake import Layout

REGULATIONS = Layout(
    "regelingen",
    essential=("roo_id", "naam", "samenwerkingsvorm", "valid_from", "valid_until"),
    expected=("alle_namen", "citeertitel", "so_naam", "so_tooi", "previous_roo", "policy_areas", "doel"),
)
PARTICIPATIONS = Layout(
    "deelnemers",
    essential=("gr_roo_id", "deelnemer_naam", "deelnemer_tooi"),
    optional=("toetredings_datum", "uittredings_datum"),
)
DIVISION = Layout("een regio-indeling", essential=("Gemeente", "CBS"), optional=("Inwoneraantal van regio",))
REGISTERS = (REGULATIONS, PARTICIPATIONS, DIVISION)

PROGRAMME = Layout(
    "een programmalijst",
    essential=("Naam", "Departement"),
    expected=("Programma", "Deelnemers", "Doel", "Beleidsterreinen"),
    one="Naam",
)

EDITION = Layout(
    "een eerdere editie",
    essential=("Naam", "Deelnemers"),
    expected=("Nummer", "Rechtsvorm", "Vestigingsplaats", "Doel", "Beleidsterreinen"),
    one="Naam",
)
PER_PARTICIPANT = Layout(
    "een regel per deelnemer",
    essential=("Deelnemer", "Gemeenschappelijke regeling"),
    expected=("Plaats", "Provincie"),
)
TREASURY = Layout("een lijst van de schatkist", essential=("DSTA_GR_naam",), expected=("Plaats", "CBS_GR_naam"))
EDITIONS = (EDITION, PER_PARTICIPANT, TREASURY)
