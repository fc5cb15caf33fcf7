"""Small files of every format for tests, written without the libraries that read them where that is easy."""

import io
import zipfile
from pathlib import Path

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


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
    """A DOCX with this WordprocessingML in its body."""
    document = f'<?xml version="1.0"?>{head}<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    styles = f'<w:styles xmlns:w="{_W}"><w:style w:styleId="Kop2"><w:name w:val="heading 2"/></w:style></w:styles>'
    return zipped({"word/document.xml": document, "word/styles.xml": styles})


def paragraph(text: str, style: str | None = None) -> str:
    """A paragraph of a DOCX."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def docx_table(rows: list[list[str]], merge_first: bool = False) -> str:
    """A table of a DOCX; with `merge_first` the only cell of the first row covers all columns."""
    width = max(map(len, rows))
    out = ""
    for number, row in enumerate(rows):
        span = f'<w:tcPr><w:gridSpan w:val="{width}"/></w:tcPr>' if merge_first and number == 0 else ""
        out += "<w:tr>" + "".join(f"<w:tc>{span}{paragraph(c)}</w:tc>" for c in row) + "</w:tr>"
    return f"<w:tbl>{out}</w:tbl>"


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
    import openpyxl

    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
        for area in (merged or {}).get(name, []):
            sheet.merge_cells(area)
    workbook.save(path)
    return path


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
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    style = getSampleStyleSheet()["BodyText"]
    style.fontSize = 8
    cells = [[Paragraph(c, style) for c in row] for row in rows]
    lines = [("GRID", (0, 0), (-1, -1), 0.5, "black")] if ruled else []
    table = Table(cells, colWidths=widths, repeatRows=1, style=[*lines, ("VALIGN", (0, 0), (-1, -1), "TOP")])
    head = [Paragraph(t, getSampleStyleSheet()["Heading1"]) for t in above]
    SimpleDocTemplate(str(path), pagesize=landscape(A4), invariant=1).build([*head, table])
    return path
