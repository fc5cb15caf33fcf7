"""The export of the register of joint arrangements, with its own columns and faults, and two regional divisions."""

from datetime import date

from dagster_project.simulation.writers.delimited import rows_to_csv
from dagster_project.simulation.writers.delivery_list import delivery_list
from tools.example.truth import Collaboration, as_if, load, members_of, organisation_name
from tools.example.wording import FORM_NL, ORIGIN, slug

ARRANGEMENTS = (
    "roo_id", "naam", "alle_namen", "citeertitel", "samenwerkingsvorm", "inwerkingtreding", "uitwerkingtreding",
    "valid_from", "valid_until", "so_naam", "so_tooi", "bronhouder", "n_deelnemers", "previous_roo", "next_roo",
    "policy_areas", "doel", "file",
)  # fmt: skip
PARTICIPANTS = (
    "gr_roo_id", "gr_naam", "deelnemer_naam", "deelnemer_roo_id", "deelnemer_tooi", "toetredings_datum",
    "uittredings_datum", "bestuursorganen", "overige_velden",
)  # fmt: skip
TOOI = "https://identifier.overheid.nl/tooi"
KINDS = {
    "gm": ("gemeente", "Gemeente ", "College van burgemeester en wethouders"),
    "pv": ("provincie", "Provincie ", "Gedeputeerde staten"),
    "ws": ("waterschap", "Waterschap ", "Dagelijks bestuur"),
    "mn": ("ministerie", "", "Minister"),
}
POLICY_AREAS = {
    "ruimte": "ruimte en infrastructuur | ruimtelijke ordening",
    "economie": "economie | ondernemen",
    "sociaal": "sociale zekerheid",
    "veiligheid": "openbare orde en veiligheid | rampen",
    "energie_duurzaamheid": "natuur en milieu | afval",
    "mobiliteit": "verkeer | openbaar vervoer",
    "bedrijfsvoering": "bestuur | organisatie en beleid",
    "onderwijs_cultuur": "cultuur en recreatie | cultuur",
}
POLICY_IDS = {area: f"{TOOI}/def/thes/top/c_{number:08d}" for number, area in enumerate(POLICY_AREAS.values(), start=1)}
EXPORTED_ON = "2025-01-15"
DIVIDED_ON = "2016-11-01"
REGIONS = {"pv20": ("Groningen", "582900"), "pv22": ("Drenthe", "488600")}


def files() -> dict[str, bytes]:
    """Path below raw/ to content."""
    arrangements, participants = [], []
    for chain in load("register"):
        versions = chain["versions"]
        for place, version in enumerate(versions):
            one = as_if(chain["key"], version["as_of"])
            before = versions[place - 1]["roo"] if place else ""
            after = versions[place + 1]["roo"] if place + 1 < len(versions) else ""
            members = _participants(one, version)
            participants += members
            arrangements.append(_arrangement(one, chain.get("so"), version, (before, after), len(members)))
    listed = [
        ("gr_regelingen.csv", "", EXPORTED_ON),
        ("gr_deelnemers.csv", "", EXPORTED_ON),
        ("veiligheidsregios.csv", "2017", DIVIDED_ON),
        ("ggds.csv", "2017", DIVIDED_ON),
    ]
    return {
        "registers/gr_regelingen.csv": _table(ARRANGEMENTS, arrangements),
        "registers/gr_deelnemers.csv": _table(PARTICIPANTS, participants),
        "registers/veiligheidsregios.csv": _division("Veiligheidsregio's", ""),
        "registers/ggds.csv": _division("GGD's", "GGD "),
        "registers/deliveries.csv": delivery_list("register", ORIGIN, listed),
    }


def written_name(one: Collaboration, version: dict) -> str:
    """The name that a version of an arrangement bears in the register."""
    return version.get("name", f"Gemeenschappelijke regeling {one.name}")


def _arrangement(
    one: Collaboration, body: str | None, version: dict, neighbours: tuple[str | int, str | int], participants: int
) -> dict:
    name = written_name(one, version)
    form = "'Regeling zonder meer'" if one.form == "centrumregeling" else FORM_NL[one.form]
    areas = [POLICY_AREAS[theme] for theme in one.themes]
    return {
        "roo_id": version["roo"],
        "naam": name,
        "alle_namen": name,
        "citeertitel": f"Regeling {one.name}",
        "samenwerkingsvorm": form,
        "inwerkingtreding": version["from"],
        "uitwerkingtreding": version.get("until", ""),
        "valid_from": version["from"],
        "valid_until": version.get("until", ""),
        "so_naam": one.name if body else "",
        "so_tooi": f"{TOOI}/id/so/{body}" if body else "",
        "bronhouder": one.name,
        "n_deelnemers": participants,
        "previous_roo": neighbours[0],
        "next_roo": neighbours[1],
        "policy_areas": "; ".join(str({"naam": area, "tooi": POLICY_IDS[area]}) for area in areas),
        "doel": one.purpose,
        "file": f"{slug(one.name)}-{version['roo']}.yaml",
    }


def _participants(one: Collaboration, version: dict) -> list[dict]:
    rows = [_participant(one, version, member) for member in one.governments]
    return rows + [_participant(one, version, None, name) for name in version.get("extra", ())]


def _participant(one: Collaboration, version: dict, member: str | None, name: str | None = None) -> dict:
    path, prefix, board = KINDS[member[:2]] if member else ("", "", "")
    with_id = member and member not in version.get("no_id", ())
    return {
        "gr_roo_id": version["roo"],
        "gr_naam": written_name(one, version),
        "deelnemer_naam": name or prefix + organisation_name(member, version["as_of"]),
        "deelnemer_roo_id": f"98{int(member[-4:]):06d}" if member and member[-4:].isdigit() else "",
        "deelnemer_tooi": f"{TOOI}/id/{path}/{member}" if with_id else "",
        "toetredings_datum": version["from"],
        "uittredings_datum": "",
        "bestuursorganen": f'[{{"naam": "{board}"}}]' if board else "",
        "overige_velden": "{}",
    }


def _table(columns: tuple[str, ...], rows: list[dict]) -> bytes:
    cells = [[_text(row[column]) for column in columns] for row in rows]
    return rows_to_csv([list(columns), *cells], delimiter=",")


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _division(heading: str, prefix: str) -> bytes:
    """Every municipality of the example in 2017 with its region, and the region's number of inhabitants (invented)."""
    rows = []
    for groups, province in ((["@gr"], "pv20"), (["@noorddrenthe"], "pv22")):
        region, inhabitants = REGIONS[province]
        for member in members_of(groups, 2017):
            rows.append([organisation_name(member, 2017), member[2:], prefix + region, inhabitants])
    head = ["Gemeente", "CBS", heading, "Inwoneraantal van regio"]
    return rows_to_csv([head, *sorted(rows)], encoding="utf-8-sig", quote_all=True)
