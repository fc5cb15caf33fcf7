"""What a file is said to be: by a `deliveries.csv` beside it, else by its path.

Belongs here: reading those two, and whether what they say can be. Does not belong here: the content of the file.
"""

import os
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from dagster_project.intake.content import read_content
from dagster_project.intake.dates import as_date
from dagster_project.intake.model import BY_ORGANISATION, FOLDERS, Description, Fault
from dagster_project.persons import holds
from dagster_project.sandbox import Refused
from dagster_project.spreadsheets import read_limited
from dagster_project.workspace.seeds import read_seed, snapshots

LIST_NAME = "deliveries.csv"
COLUMNS = ("file", "source", "organisation_ids", "snapshots", "received_on", "origin", "licence")

_LONGEST_PATH = 4096

_SOURCE_OF_FOLDER = {FOLDERS[source]: source for source in BY_ORGANISATION}
_ORGANISATION = re.compile(r"^([a-z]{2,4}\d{2,5})_", re.IGNORECASE)
_NAME_RULE = "<organisatiecode>_<vrije tekst>"
_PATH_RULE = f"budgets|surveys/<peiling>/{_NAME_RULE}.<ext>"


@dataclass
class Listing:
    """A `deliveries.csv`: the files that it lists by absolute path, and its own faults by line (0: the whole list)."""

    path: Path
    files: dict[Path, Description | Fault]
    faults: dict[int, Fault]


def read_listing(path: Path, name: str) -> Listing:
    """Read a `deliveries.csv` as other files from outside are read; `name` is how descriptions refer to it.

    Raises `content.Refused` where the file cannot be opened or changes meanwhile.
    """
    listing = Listing(path, {}, {})
    try:
        (sheet,) = read_limited(path, read_content(path).sha256, "text/csv")
    except Refused as refused:
        said = refused.refusal
        listing.faults[0] = Fault(said.reason, f"de lijst is niet gelezen: {said.detail}")
        return listing
    listing.faults |= {f.row: Fault(f.reason, f.detail, f"line={f.row}") for f in sheet.faults}
    found = [cell.lower() for cell in sheet.rows[0][1]] if sheet.rows else []
    missing = [c for c in ("file", "source") if c not in found]
    if missing:
        detail = f"de lijst mist de kolommen {', '.join(missing)}; gevonden: {', '.join(found) or 'geen'}; " + (
            f"haar kolommen zijn {', '.join(COLUMNS)}"
        )
        listing.faults = {0: Fault("missing_columns", detail)}
        return listing
    for line, cells in sheet.rows[1:]:
        row = dict(zip(found, cells, strict=False))
        written = row.get("file", "").replace("\\", "/")
        target = _as_it_stands(Path(os.path.normpath(path.parent / written)))
        if not 0 < len(written) <= _LONGEST_PATH or path.parent not in target.parents:
            detail = f"'{written[:80]}' is geen bestand onder de map van de lijst; schrijf het pad vanaf daar"
            listing.faults[line] = Fault("row_unreadable", detail, f"line={line}")
            continue
        said = _described(row, line, name)
        if target in listing.files and listing.files[target] != said:
            detail = f"{name} noemt het bestand twee keer en verschillend, opnieuw in regel {line}; houd er een"
            said = Fault("row_unreadable", detail)
        listing.files[target] = said
    return listing


def _as_it_stands(path: Path) -> Path:
    """The path as the disk has it: letters with accents are written in two ways, and systems differ in which."""
    if str(path).isascii() or os.path.lexists(path):
        return path
    wanted = unicodedata.normalize("NFC", path.name)
    parent = _as_it_stands(path.parent)
    try:
        return next((p for p in parent.iterdir() if unicodedata.normalize("NFC", p.name) == wanted), parent / path.name)
    except (OSError, ValueError):
        return path


def _described(row: dict, line: int, name: str) -> Description | Fault:
    value = {c: " ".join((row.get(c) or "").split()) for c in COLUMNS}
    place = f"{name}, regel {line}"
    years = [y for y in re.split(r"[;\s]+", value["snapshots"]) if y]
    if not all(y.isdecimal() for y in years):
        return Fault(
            "unknown_snapshot", f"{place}: snapshots '{value['snapshots']}' zijn geen jaren; schrijf 2017;2020"
        )
    received_on = _day(value["received_on"])
    if value["received_on"] and received_on is None:
        detail = f"{place}: received_on '{value['received_on']}' is geen datum; schrijf 2024-12-31"
        return Fault("row_unreadable", detail)
    if personal := next((c for c in ("origin", "licence") if holds(value[c])), None):
        detail = f"{place}: {personal} noemt een persoon, of hoe die te bereiken is; schrijf het zonder"
        return Fault("personal_name", detail)
    return Description(
        source=value["source"].lower(),
        organisation_ids=tuple(dict.fromkeys(i.lower() for i in re.split(r"[;\s]+", value["organisation_ids"]) if i)),
        snapshots=tuple(sorted({int(y) for y in years})),
        received_on=received_on,
        origin=value["origin"] or None,
        licence=value["licence"] or None,
        listed_in=name,
    )


def _day(text: str) -> date | None:
    """A date; None for what is none, and for 3/4/2025, which is a day in April or in March."""
    parts = text.split("/")
    if len(parts) == 3 and parts[0].isdecimal() and int(parts[0]) <= 12:
        return None
    return as_date(text)


def by_path(path: Path) -> Description | Fault:
    """What the last three parts of a path say."""
    if path.name.lower() == LIST_NAME:  # on some file systems the two are one name, on others not
        return Fault("no_source_or_snapshot", f"de lijst moet {LIST_NAME} heten, in kleine letters; hernoem haar")
    folders = path.parts[-3:-1]
    named = _ORGANISATION.match(path.name)
    says_source = len(folders) == 2 and folders[0].lower() in _SOURCE_OF_FOLDER
    if not says_source or not folders[1].isdecimal() or not named:
        detail = f"noch een {LIST_NAME} noch het pad zegt wat het is; zet het op die lijst, of noem het {_PATH_RULE}"
        return Fault("no_source_or_snapshot", detail)
    return Description(_SOURCE_OF_FOLDER[folders[0].lower()], (named.group(1).lower(),), (int(folders[1]),))


def by_importer(path: Path, source: str, snapshot: int | None) -> Description | Fault:
    """What the importer says, with the organisation from the name of the file where it says one."""
    named = _ORGANISATION.match(path.name)
    if source in BY_ORGANISATION and not named:
        detail = f"de naam zegt niet van wie deze {source} is; noem het {_NAME_RULE}{path.suffix}"
        return Fault("no_source_or_snapshot", detail)
    organisations = (named.group(1).lower(),) if named and source in BY_ORGANISATION else ()
    return Description(source, organisations, () if snapshot is None else (snapshot,))


def impossible(description: Description) -> Fault | None:
    """The fault of a description that names an unknown source, snapshot or organisation."""
    if description.source not in FOLDERS:
        return Fault("unknown_source", f"'{description.source}' is geen bron; kies uit {', '.join(FOLDERS)}")
    strange = [str(s) for s in description.snapshots if s not in snapshots()]
    if strange:
        known = ", ".join(map(str, snapshots()))
        detail = (
            f"peiling {', '.join(strange)} is er niet; bekend zijn {known}; verbeter het, of voeg haar toe aan "
            "dbt/seeds/snapshot.csv"
        )
        return Fault("unknown_snapshot", detail)
    unknown = [i for i in description.organisation_ids if i not in _organisations()]
    if unknown:
        detail = (
            f"organisatie {', '.join(unknown)} is er niet; verbeter de code, of voeg een regel toe aan "
            "dbt/seeds/organisation.csv"
        )
        return Fault("unknown_organisation", detail)
    if description.source in BY_ORGANISATION and not description.organisation_ids:
        return Fault("unknown_organisation", f"een {description.source} spreekt voor een organisatie; noem die")
    return None


@cache
def _organisations() -> frozenset[str]:
    return frozenset(read_seed("organisation")["organisation_id"])
