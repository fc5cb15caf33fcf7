"""The plain text of a drawn document, taken without the product's readers."""

import io
import re
import zipfile

import openpyxl
from lxml import etree
from lxml import html as lxml_html
from pypdfium2 import PdfDocument

from benchmarks.layouts.documents import Drawn


def text_of(document: Drawn) -> str:
    """All text without white space, so that lines and cells that wrap do not count."""
    raw = _READERS[document.path.rsplit(".", 1)[-1]](document.content, document.truth["layout"])
    return re.sub(r"\s", "", raw)


def _pdf(content: bytes, layout: dict) -> str:
    with PdfDocument(content) as pdf:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)


def _workbook(content: bytes, layout: dict) -> str:
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = [cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None]
    return "\n".join([*book.sheetnames, *map(str, cells)])


def _part(name: str):
    def read(content: bytes, layout: dict) -> str:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            root = etree.fromstring(archive.read(name))
        # The numbers and the titles of sheets of an ODS are attributes.
        shown = [v for e in root.iter() for k, v in e.attrib.items() if k.endswith(("}value", "}name"))]
        return "\n".join(["".join(root.itertext()), *shown])

    return read


def _plain(content: bytes, layout: dict) -> str:
    return content.decode({"utf8": "utf-8", "windows": "cp1252"}[layout["encoding"]]).replace('""', '"')


_READERS = {
    "html": lambda content, layout: lxml_html.document_fromstring(content).text_content(),
    "pdf": _pdf, "xlsx": _workbook, "ods": _part("content.xml"), "docx": _part("word/document.xml"),
    "csv": _plain, "txt": _plain,
}  # fmt: skip
