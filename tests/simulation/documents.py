"""The text of a document of any format, by libraries that did not write it."""

import io


def text_of(content: bytes, extension: str) -> str:
    """All text of a document, in its order, white space as single spaces."""
    if extension == "pdf":
        import pypdfium2

        book = pypdfium2.PdfDocument(content)
        pages = [page.get_textpage().get_text_bounded() for page in book]
        # pdfium marks a hyphen at a line end by this character.
        return " ".join(" ".join(pages).replace("\ufffe", "-").split())
    if extension == "xlsx":
        import openpyxl

        book = openpyxl.load_workbook(io.BytesIO(content))
        cells = [cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row]
        return " ".join(" ".join(str(cell) for cell in cells if cell is not None).split())
    if extension == "docx":
        import docx

        tree = docx.Document(io.BytesIO(content)).element.body
        return " ".join(" ".join(node.text or "" for node in tree.iter() if node.tag.endswith("}t")).split())
    if extension == "html":
        import lxml.html

        return " ".join(" ".join(lxml.html.fromstring(content).itertext()).split())
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return " ".join(content.decode(encoding).replace('"', " ").split())
        except UnicodeDecodeError:
            continue
    raise AssertionError("a CSV in no known encoding")
