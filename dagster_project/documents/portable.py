"""What a PDF says of itself before it is read: how many pages it claims, and whether it would run something.

Pages and their text are `formats.pdf`. Nothing is run here either: pdfium is built without an engine for scripts.
"""

import mmap
import re
from pathlib import Path

from dagster_project.documents.model import Document

_ACTIONS = {
    "script": re.compile(rb"/S\s*/JavaScript\b|/JavaScript\s*<<"),
    "launch": re.compile(rb"/S\s*/Launch\b"),
}
_TOLD = {"script": "the PDF holds a script", "launch": "the PDF would start a program"}


def pages_claimed(path: Path) -> int:
    """The number of pages that a PDF claims; 0 where it does not open, which its reader tells of."""
    import pypdfium2 as pdfium

    try:
        pdf = pdfium.PdfDocument(path)
    except pdfium.PdfiumError:
        return 0
    try:
        return len(pdf)
    finally:
        pdf.close()


def refuse_actions(path: Path, document: Document) -> None:
    """Refuse what the PDF would run; its text is read all the same, for it cannot do harm."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        for kind, action in _ACTIONS.items():
            if action.search(content):
                document.refuse(f"element={kind}", "active_content", f"{_TOLD[kind]}; it is not run, the rest is read")
