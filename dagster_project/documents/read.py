"""`read_document`: what a file is, whether it may be opened, and the reader of its format."""

from collections.abc import Callable, Collection, Sequence
from importlib import import_module
from pathlib import Path

from dagster_project.documents.model import Document, Table
from dagster_project.documents.portable import pages_claimed, refuse_actions
from dagster_project.intake import CSV, DOCX, HTML, ODS, ODT, PDF, TEXT, XLSX, XML, Fault, media_type_of, name_fault
from dagster_project.sandbox import Refused, declares_entities, pace
from dagster_project.sandbox.limits import (
    LEAST_PAGE,
    MAX_BAD_PAGES,
    MAX_BYTES,
    MAX_TEXT,
    MIB,
    SECONDS_PER_MIB,
    SECONDS_PER_PLAIN_PAGE,
)

PageFilter = Callable[[Sequence[str]], Collection[int]]
"""Given the plain text of every page, the numbers (from 1) of those to read in full."""

_READERS = {
    PDF: "pdf",
    HTML: "html",
    DOCX: "docx",
    XLSX: "sheets",
    ODS: "sheets",
    ODT: "opendocument",
    CSV: "sheets",
    TEXT: "plain",
}
_BY_NAME = {".csv": CSV, ".tsv": CSV, ".txt": TEXT}
_TEXTS = (CSV, TEXT)
_HEAD = 1 << 16

SUFFIXES = (".pdf", ".html", ".htm", ".xhtml", ".docx", ".xlsx", ".ods", ".odt", ".csv", ".tsv", ".txt")
"""Endings of names that promise a document which is read here."""


def read_document(path: Path, pages: PageFilter | None = None, first: int | None = None) -> Document:
    """The blocks of a file in reading order, and the refusals of its parts.

    `pages` chooses the pages of a PDF that are read; without it all are. Of no more than the `first` pages anything is
    looked at, for whoever wants the opening only. Other formats ignore both.
    Raises Refused for a document of which nothing can be read: unknown_media_type, name_and_content_disagree,
    empty_file, corrupt, encrypted, zip_bomb, external_entity, active_content, too_large.
    """
    media_type = checked_media_type(path)
    reader = import_module(f"dagster_project.documents.formats.{_READERS[media_type]}")
    document = Document(media_type)
    if media_type == PDF:
        pages = _paced(path, pages)
        refuse_actions(path, document)
        reader.read(path, document, pages, first)
    else:
        pace.earn(path.stat().st_size / MIB, SECONDS_PER_MIB)
        reader.read(path, document)
    _fold_refusals(document)
    pace.count_pages(document.pages or 1)
    pace.earn_lines(sum(len(b.rows) if isinstance(b, Table) else 1 for b in document.blocks))
    return document


def _fold_refusals(document: Document) -> None:
    """A document of which no page opens is refused as one; one whose pages hardly open does not fill the table.

    Raises Refused: corrupt.
    """
    bad = [r for r in document.refusals if r.reason == "corrupt" and r.locator.startswith("page=")]
    if bad and len(bad) == document.pages:
        raise Refused(
            "corrupt", "document", f"geen van de {len(bad)} bladzijden gaat open; vraag het bestand opnieuw op"
        )
    if len(bad) > MAX_BAD_PAGES:
        folded = set(map(id, bad[MAX_BAD_PAGES:]))
        document.refusals = [r for r in document.refusals if id(r) not in folded]
        detail = f"nog {len(folded)} bladzijden gaan niet open; het bestand is beschadigd of heeft ze niet"
        document.refuse("document", "corrupt", detail)


def checked_media_type(path: Path) -> str:
    """The media type by content, after the checks that need no reading.

    Raises Refused as `read_document` does.
    """
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise Refused("too_large", "document", f"{size // MIB} MiB, ten hoogste {MAX_BYTES // MIB} MiB wordt geopend")
    found = media_type_of(path)
    if isinstance(found, Fault):
        raise Refused(found.reason, found.locator, found.detail)
    if fault := name_fault(path, found):
        raise Refused(fault.reason, fault.locator, fault.detail)
    if found in (XML, *_TEXTS):
        with path.open("rb") as file:
            if declares_entities(file.read(_HEAD)):
                raise Refused(
                    "external_entity", "document", "de DOCTYPE declareert entiteiten; er wordt niets uitgevouwen"
                )
    if found in _TEXTS:
        # Whether text is a table cannot be told from its content alone, so here the name decides.
        found = _BY_NAME.get(path.suffix.lower(), "")
        if size > MAX_TEXT:
            raise Refused(
                "too_large", "document", f"{size // MIB} MiB, ten hoogste {MAX_TEXT // MIB} MiB tekst wordt gelezen"
            )
    if found not in _READERS:
        raise Refused(
            "unknown_media_type", "document", f"'{path.suffix}' met deze inhoud is geen vorm die hier wordt gelezen"
        )
    return found


def _paced(path: Path, pages: PageFilter | None) -> PageFilter:
    """The same choice of pages; time is earned for the plain text of all, and for those that are chosen."""
    most = path.stat().st_size / LEAST_PAGE
    pace.earn(min(most, pages_claimed(path)), SECONDS_PER_PLAIN_PAGE)

    def choose(texts: Sequence[str]) -> Collection[int]:
        chosen = range(1, len(texts) + 1) if pages is None else pages(texts)
        pace.earn(min(most, len(chosen)))
        return chosen

    return choose
