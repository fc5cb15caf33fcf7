"""What a file is, from its content; the name is only asked afterwards whether it agrees.

Belongs here: telling media types apart from the first bytes and a zip's list of members. Opening a file in earnest,
with its bombs and broken pages, is `documents`.
"""

import json
import mmap
import re
import zipfile
from pathlib import Path

from dagster_project.intake.model import Fault
from dagster_project.spreadsheets import best_delimiter
from dagster_project.texts import decode

PDF = "application/pdf"
HTML = "text/html"
XML = "application/xml"
CSV = "text/csv"
TEXT = "text/plain"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
ODT = "application/vnd.oasis.opendocument.text"

_HEAD = 1 << 16
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_KNOWN = "bekend zijn pdf, html, xml, csv, tekst, docx, xlsx, ods en odt"
_MARKUP = re.compile(r"<(!doctype html|html|head|body|div|table|p|h[1-6]|ul|ol|section|article|span)\b", re.IGNORECASE)
_GOOGLE = re.compile(r"docs\.google\.com|\"doc_id\"")
_FLAT = re.compile(
    r'urn:schemas-microsoft-com:office:spreadsheet|progid="(?:Excel|Word)|<office:document[\s>]|<pkg:package[\s>]'
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")

_NAMES = {
    ".pdf": (PDF,), ".html": (HTML, XML), ".htm": (HTML, XML), ".xhtml": (HTML, XML), ".xml": (XML, HTML),
    ".csv": (CSV, TEXT), ".tsv": (CSV, TEXT), ".txt": (TEXT, CSV), ".docx": (DOCX,), ".xlsx": (XLSX,),
    ".xlsm": (XLSX,), ".ods": (ODS,), ".odt": (ODT,), ".xls": (), ".doc": (), ".png": (), ".jpg": (), ".jpeg": (),
    ".zip": (), ".exe": (), ".xlsb": (), ".numbers": (), ".gsheet": (), ".rtf": (),
}  # fmt: skip


def media_type_of(path: Path) -> str | Fault:
    """The media type of a file, or why it is refused: empty, encrypted, corrupt or of an unknown type."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head.strip():
        return Fault("empty_file", f"het bestand bevat geen tekst ({path.stat().st_size} bytes); vraag het opnieuw op")
    # Some programs write a line before it; markup before it makes two documents of one file.
    if b"%PDF-" in head[:1024] and not head.lstrip().startswith(b"<"):
        return PDF
    if head.startswith(b"PK"):
        return _zip_type(path)
    if head.startswith(_OLE):
        if _holds(path, "EncryptedPackage".encode("utf-16-le")):
            return Fault("encrypted", "er is een wachtwoord nodig; vraag om het bestand zonder")
        return _old_office(path)
    return _text_type(head)


def name_fault(path: Path, media_type: str) -> Fault | None:
    """The fault of a name that says something else than the content, naming both."""
    suffix = path.suffix.lower()
    if media_type in _NAMES.get(suffix, (media_type,)):
        return None
    detail = f"de naam eindigt op {suffix}, de inhoud is {media_type}; geef het de juiste naam, of vraag het opnieuw op"
    return Fault("name_and_content_disagree", detail)


def _holds(path: Path, word: bytes) -> bool:
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return content.find(word) >= 0


def _old_office(path: Path) -> Fault:
    kinds = (("Workbook", "een Excel-werkmap (xls)", "xlsx"), ("WordDocument", "een Word-document (doc)", "docx"))
    for stream, what, mend in kinds:
        if _holds(path, stream.encode("utf-16-le")):
            return _save_as(f"{what} van de oude soort", mend)
    return _save_as("een Office-bestand van de oude soort", "xlsx of docx")


def _save_as(what: str, mend: str) -> Fault:
    return Fault("unknown_media_type", f"{what}; {_KNOWN}; open het en bewaar het als {mend}")


def _zip_type(path: Path) -> str | Fault:
    try:
        with zipfile.ZipFile(path) as archive:
            members = set(archive.namelist())
            said = archive.open("mimetype").read(200).decode("ascii", "replace") if "mimetype" in members else ""
    except Exception as error:  # zipfile raises whatever the broken part happens to raise
        return Fault(
            "corrupt", f"de werkmap, het document of de zip gaat niet open ({error}); vraag het bestand opnieuw op"
        )
    if "word/document.xml" in members:
        return DOCX
    if "xl/workbook.xml" in members:
        return XLSX
    if said.strip() in (ODS, ODT):
        return said.strip()
    if "xl/workbook.bin" in members:
        return _save_as("een binaire Excel-werkmap (xlsb)", "xlsx")
    if any(m == "Index.zip" or m.startswith("Index/") for m in members):
        return _save_as("een bestand van Apple Numbers of Pages", "xlsx of docx (Exporteer)")
    if "ppt/presentation.xml" in members:
        return _save_as("een presentatie (pptx)", "pdf")
    return Fault("unknown_media_type", f"een zip die geen document of werkmap is; {_KNOWN}; lever aan wat erin zit")


def _text_type(head: bytes) -> str | Fault:
    text = decode(head, partial=len(head) == _HEAD)
    if _CONTROL.search(text):
        return Fault("unknown_media_type", f"de inhoud is binair (een beeld, een programma of beschadigd); {_KNOWN}")
    start = text.lstrip()
    if start.startswith("{\\rtf"):
        return _save_as("een document in RTF", "docx")
    if start.startswith("ID;P"):
        return _save_as("een spreadsheet in SYLK", "xlsx")
    if start.startswith("{") and _GOOGLE.search(start[:4000]):
        detail = f"een verwijzing naar Google en niet het bestand zelf; {_KNOWN}; download het daar als xlsx of docx"
        return Fault("unknown_media_type", detail)
    if start.startswith("<") and _FLAT.search(start[:4000]):
        return _save_as("een spreadsheet of tekst als losse XML", "xlsx of docx")
    if start[:1] in ("{", "[") and _is_json(start, len(head) == _HEAD):
        return Fault("unknown_media_type", f"de inhoud is JSON; {_KNOWN}")
    if start.startswith("<"):
        if _MARKUP.search(start[:4000]):
            return HTML
        if start.startswith("<?xml") or re.match(r"<[A-Za-z_][\w:.-]*[\s>/]", start):
            return XML
    return CSV if best_delimiter(text) else TEXT


def _is_json(text: str, cut: bool) -> bool:
    try:
        json.loads(text)
    except RecursionError:  # so many brackets are no table either
        return True
    except ValueError:
        return cut and bool(re.match(r'[\[{]\s*["\[{]', text))
    return True
