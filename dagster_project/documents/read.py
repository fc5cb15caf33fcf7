"""`read_document`: what a file is, whether it may be opened, and the reader of its format."""

from collections.abc import Callable, Collection, Sequence
from importlib import import_module
from pathlib import Path

from dagster_project.documents.limits import MAX_BYTES
from dagster_project.documents.model import Document, Refused
from dagster_project.intake import sniff
from dagster_project.intake.model import Fault

PageFilter = Callable[[Sequence[str]], Collection[int]]
"""Given the plain text of every page, the numbers (from 1) of those to read in full."""

_READERS = {
    sniff.PDF: "pdf",
    sniff.HTML: "html",
    sniff.DOCX: "docx",
    sniff.XLSX: "xlsx",
    sniff.ODS: "opendocument",
    sniff.ODT: "opendocument",
    sniff.CSV: "delimited",
    sniff.TEXT: "plain",
}
_BY_NAME = {".csv": sniff.CSV, ".tsv": sniff.CSV, ".txt": sniff.TEXT}
_TEXTS = (sniff.CSV, sniff.TEXT)


def read_document(path: Path, pages: PageFilter | None = None) -> Document:
    """The blocks of a file in reading order, and the refusals of its parts.

    `pages` chooses the pages of a PDF that are read; without it all are. Other formats ignore it.
    Raises Refused for a document of which nothing can be read: unknown_media_type, name_and_content_disagree,
    empty_file, corrupt, encrypted, zip_bomb, external_entity, too_large.
    """
    media_type = checked_media_type(path)
    reader = import_module(f"dagster_project.documents.formats.{_READERS[media_type]}")
    document = Document(media_type)
    reader.read(path, document, pages)
    return document


def checked_media_type(path: Path) -> str:
    """The media type by content, after the checks that need no reading.

    Raises Refused as `read_document` does.
    """
    if path.stat().st_size > MAX_BYTES:
        raise Refused(
            "too_large", "document", f"{path.stat().st_size >> 20} MiB, at most {MAX_BYTES >> 20} MiB is opened"
        )
    found = sniff.media_type_of(path)
    if isinstance(found, Fault):
        raise Refused(found.reason, found.locator, found.detail)
    if fault := sniff.name_fault(path, found):
        raise Refused(fault.reason, fault.locator, fault.detail)
    if found in _TEXTS:
        # Whether text is a table cannot be told from its content alone, so here the name decides.
        found = _BY_NAME.get(path.suffix.lower(), "")
    if found not in _READERS:
        raise Refused(
            "unknown_media_type", "document", f"'{path.suffix}' with this content is no format that is read here"
        )
    return found
