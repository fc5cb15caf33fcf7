"""Small files of every format for tests, by the writers of the simulation; what is broken on purpose is made here."""

import io
import zipfile
from pathlib import Path

from dagster_project.simulation.writers import docx as writers
from dagster_project.simulation.writers.workbook import workbook


def write(path: Path, content: str | bytes, encoding: str = "utf-8") -> Path:
    """A file with that content."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    return path


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """A zip with these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def docx(body: str, head: str = "") -> bytes:
    """A DOCX with this WordprocessingML in its body; with a `head` before it, only the parts that the head spoils."""
    if not head:
        return writers.package([body], [writers.paragraph_style("Kop2", "heading 2")])
    document = f'<?xml version="1.0"?>{head}<w:document {writers.W}><w:body>{body}</w:body></w:document>'
    return zipped({"word/document.xml": document})


def paragraph(text: str, style: str | None = None) -> str:
    """A paragraph of a DOCX."""
    return writers.paragraph(writers.run(text), style)


def docx_table(rows: list[list[str]], merge_first: bool = False) -> str:
    """A table of a DOCX; with `merge_first` the only cell of the first row covers all columns."""
    width = max(map(len, rows))
    first = [writers.merged_row(paragraph(rows[0][0]), width)] if merge_first else []
    others = [writers.row(map(paragraph, row)) for row in rows[len(first) :]]
    return writers.table([*first, *others], [1400] * width)


def ods(rows: str) -> bytes:
    """An ODS with these table rows in one sheet."""
    names = " ".join(f'xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{p}:1.0"' for p in ("office", "text", "table"))
    sheet = f'<table:table table:name="Partijen">{rows}</table:table>'
    body = f"<office:body><office:spreadsheet>{sheet}</office:spreadsheet></office:body>"
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f"<office:document-content {names}>{body}</office:document-content>",
        }
    )


def xlsx(path: Path, sheets: dict[str, list[list]], merged: dict[str, list[str]] | None = None) -> Path:
    """A workbook with these rows per sheet and these merged ranges."""
    return write(path, workbook(sheets, merged=merged))


def pdf(path: Path, pages: list, password: str | None = None) -> Path:
    """A PDF; each page is a list of lines (x, y from the top, size, bold, text) or the words "picture"."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    encryption = StandardEncryption(password) if password else None
    canvas = Canvas(str(path), pagesize=A4, invariant=1, encrypt=encryption)
    for page in pages:
        if page == "picture":
            from PIL import Image

            canvas.drawImage(ImageReader(Image.new("RGB", (20, 20), "grey")), 50, 50, 400, 600)
        else:
            for x, y, size, bold, text in page:
                canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
                canvas.drawString(x, A4[1] - y, text)
        canvas.showPage()
    canvas.save()
    return path


def pdf_table(path: Path, rows: list[list[str]], ruled: bool, widths: list[int], above: tuple[str, ...] = ()) -> Path:
    """A PDF with one table over as many pages as it takes, its head repeated, with or without lines."""
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import LongTable

    from dagster_project.simulation.writers.pdf import flowing, framed, paragraph

    style = getSampleStyleSheet()["BodyText"].clone("cell", fontSize=8)
    cells = [[paragraph(cell, style) for cell in row] for row in rows]
    lines = [("GRID", (0, 0), (-1, -1), 0.5, "black")] if ruled else []
    table = LongTable(cells, colWidths=widths, repeatRows=1, style=[*lines, ("VALIGN", (0, 0), (-1, -1), "TOP")])
    head = [paragraph(text, getSampleStyleSheet()["Heading1"]) for text in above]
    size = landscape(A4)
    return write(path, flowing([*head, table], size, [framed(size, 72, 72)], title="", author=""))
