"""A small hand-made truth: about twenty collaborations in Groningen and Drenthe, at 2017, 2020 and 2024."""

from datetime import date

from dagster_project.simulation.model import Population, TrueCollaboration

OLD = ("gm0003", "gm0010", "gm0014", "gm0024", "gm0037", "gm0047", "gm0106", "gm0765", "gm1680", "gm1699", "gm1730")
NEW = ("gm0014", "gm0037", "gm0047", "gm0106", "gm0765", "gm1680", "gm1699", "gm1730", "gm1950", "gm1952", "gm1966",
       "gm1969", "gm1979", "gm1895")  # fmt: skip
GRONINGEN = ("gm0014", "gm0037", "gm0047", "gm0765", "gm1895", "gm1950", "gm1952", "gm1966", "gm1969", "gm1979")
SNAPSHOTS = (2017, 2020, 2024)

# name, abbreviation, former names, form, theme
KINDS = (
    ("Omgevingsdienst Noorderland", "ODN", ("Milieudienst Noorderland",), "openbaar_lichaam", "energie_duurzaamheid"),
    ("Belastingkantoor Hunzedal", "BKH", (), "bedrijfsvoeringsorganisatie", "bedrijfsvoering"),
    ("Werkbedrijf Oost & West", None, ("Sociale Werkvoorziening Oost",), "openbaar_lichaam", "sociaal"),
    ("Afvalschap Drentse Monden", None, (), "nv", "energie_duurzaamheid"),
    ("Recreatieschap Leekstermeer", "RSL", (), "gemeenschappelijk_orgaan", "ruimte"),
    ("Coöperatie Dimpact Noord", None, (), "cooperatie", "bedrijfsvoering"),
    ("Stichting Regionaal Historisch Centrum", "RHC", (), "stichting", "onderwijs_cultuur"),
    ("Bestuurlijk overleg Spoorzone Noord", None, (), "bestuurlijk_overleg", "mobiliteit"),
    ("Convenant Gezonde Regio", None, (), "convenant", "sociaal"),
    ("Inkoopbureau Zorgmakelaar Noordenveld", None, (), "centrumregeling", "sociaal"),
)


def collaboration(number: int, snapshot: int, members: tuple[str, ...], **changes) -> TrueCollaboration:
    """One collaboration; its kind follows from its number."""
    name, short, former, form, theme = KINDS[number % len(KINDS)]
    wgr = form in ("openbaar_lichaam", "bedrijfsvoeringsorganisatie", "gemeenschappelijk_orgaan", "centrumregeling")
    versions = (f"9900{number:04d}1", f"9900{number:04d}2")
    fields = {
        "truth_id": f"t{number:06d}",
        "snapshot": snapshot,
        "name": name if number < len(KINDS) else f"{name} {number}",
        "abbreviation": short,
        "former_names": former,
        "seat": "Groningen",
        "legal_form": form,
        "statutory_system": None,
        "obligation": "voluntary",
        "goal": "implementation",
        "purpose": "Gezamenlijk uitvoeren van taken voor inwoners en ondernemers.",
        "themes": (theme, "ruimte") if theme != "ruimte" else (theme,),
        "participants": members,
        "ministries": ("mnre1034",) if number % 5 == 0 else (),
        "ministries_state_only": ("mnre1130",) if number % 7 == 0 else (),
        "ministries_region_only": (),
        "non_government": ("Rijksuniversiteit Groningen",) if number % 4 == 0 else (),
        "founded_on": date(2012, 1, 1),
        "ended_on": None,
        "inventoried": number != 9,
        "register_versions": versions[: 1 if snapshot == 2017 else 2] if wgr else (),
    }
    return TrueCollaboration(**(fields | changes))


def population(number: int = 20) -> Population:
    """The truth of all snapshots; number 3 ends between 2020 and 2024, number 9 is seen by nobody."""
    found = []
    for snapshot in SNAPSHOTS:
        bodies = OLD if snapshot == 2017 else NEW
        for one in range(number):
            size = 2 + one * 7 % 8
            members = tuple(sorted(bodies[(one * 3 + step) % len(bodies)] for step in range(size)))
            if one == 6 and snapshot == 2024:
                members = GRONINGEN
            members += ("pv20",) if one % 3 == 0 else ()
            members += ("ws0646", "ws0647") if one % 6 == 4 else ()
            if one == 3 and snapshot == 2024:
                continue
            ended = date(2022, 7, 1) if one == 3 and snapshot == 2020 else None
            found.append(collaboration(one, snapshot, members, ended_on=ended))
    return Population(tuple(found), ())
