"""Budget extracts: which parties an organisation lists, worded in its manner, in its format."""

from dataclasses import fields
from importlib import import_module

from tools.example import wording
from tools.example.documents.content import Document, Party
from tools.example.truth import Collaboration, collaborations, load, organisation_name
from tools.example.wording import SECTIONS, Manner

TITLE = "Verbonden partijen - Voorbeeldgemeente-uittreksel, verzonnen cijfers"
KIND = {"gm": "Gemeente", "pv": "Provincie", "ws": "Waterschap"}


def files() -> dict[str, bytes]:
    """Path below raw/ to content, for every entry of `truth/documents.yml`."""
    return {f"budgets/{entry['file']}": write(entry) for entry in load("documents")}


def write(entry: dict) -> bytes:
    """The bytes of one document."""
    module, function = entry["writer"].split(".")
    writer = getattr(import_module(f"tools.example.documents.{module}"), function)
    encoding = {"encoding": entry["encoding"]} if "encoding" in entry else {}
    return writer(document(entry), **encoding)


def listed(entry: dict) -> list[Collaboration]:
    """The collaborations that the organisation of an entry calls affiliated parties."""
    snapshot, organisation_id = _who_and_when(entry)
    return [
        one
        for one in collaborations(snapshot)
        if organisation_id in one.members and one.budget and not {one.form, one.key} & set(entry["omit"])
    ]


def document(entry: dict) -> Document:
    """What the document of an entry says."""
    year, organisation_id = _who_and_when(entry)
    manner = manner_of(entry)
    parties = [
        (
            wording.section(one),
            Party(
                name=wording.name(one, manner),
                form=wording.form(one, manner),
                seat=one.seat,
                purpose=one.purpose,
                participants=tuple(wording.participants(one, manner)),
                balance=wording.balance(one, year),
                representative=entry.get("representative"),
            ),
        )
        for one in listed(entry)
    ]
    sections = [(title, tuple(party for section, party in parties if section == title)) for title in SECTIONS]
    return Document(
        title=TITLE,
        organisation=f"{KIND[organisation_id[:2]]} {organisation_name(organisation_id, year)}",
        year=year,
        sections=tuple((title, group) for title, group in sections if group),
        notes=tuple(entry.get("notes", ())),
        unit=manner.unit,
    )


def manner_of(entry: dict) -> Manner:
    """The manner that an entry asks for."""
    known = {one.name for one in fields(Manner)}
    return Manner(**{key: value for key, value in entry.items() if key in known})


def _who_and_when(entry: dict) -> tuple[int, str]:
    snapshot, file = entry["file"].split("/")
    return int(snapshot), file.split("_")[0]
