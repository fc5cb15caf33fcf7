"""Files that would do harm, made anew for each test: small on disk, large or endless when opened by a careless reader.

Each function gives the content of one; `HOSTILE` says by name what has to become of it.
"""

import io
import zipfile
import zlib
from collections.abc import Callable

from tests.documents import making

_LAUGHS = "<!DOCTYPE x [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {chr(98 + i)} '{f'&{chr(97 + i)};' * 10}'>" for i in range(9)
) + "]>"  # fmt: skip
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DOC_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" '
    'ContentType="application/xml"/><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
    '<Override PartName="/xl/sharedStrings.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
)


def workbook(sheet: str, strings: str = "", head: str = "", more: dict[str, str | bytes] | None = None) -> bytes:
    """An XLSX written by hand: the content of its sheet and of its shared strings."""
    return making.zipped(
        {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": f'<Relationships xmlns="{_RELS}"><Relationship Id="r1" Type="{_DOC_RELS}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_DOC_RELS}"><sheets><sheet name="A" sheetId="1" '
            'r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_RELS}"><Relationship Id="r1" '
            f'Type="{_DOC_RELS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" '
            f'Type="{_DOC_RELS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
            "xl/worksheets/sheet1.xml": f'<?xml version="1.0"?>{head}<worksheet xmlns="{_MAIN}">{sheet}</worksheet>',
            "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{strings}</sst>',
            **(more or {}),
        }
    )


def pdf(objects: list[bytes], root: int = 1) -> bytes:
    """A PDF of these objects, numbered from 1."""
    out, places = io.BytesIO(), []
    out.write(b"%PDF-1.7\n")
    for number, content in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n" % number + content + b"\nendobj\n")
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, root, start))
    return out.getvalue()


def _stream(content: bytes, more: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>\nstream\n" % (more, len(content)) + content + b"\nendstream"


def _page(content: bytes, resources: bytes = b"<<>>", more: list[bytes] | None = None, box: bytes = b"0 0 595 842"):
    return pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R/Resources %s>>" % (box, resources),
            content,
            *(more or []),
        ]
    )


def _spaces(size: int, times: int) -> bytes:
    """That many spaces, packed that many times; a block is packed once and repeated, which is quicker."""
    packer = zlib.compressobj(9)
    head = packer.compress(b"") + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(b" " * 2**20) + packer.flush(zlib.Z_FULL_FLUSH)
    content = head + block * (size >> 20) + b"\x03\x00" + bytes(4)
    for _ in range(times - 1):
        content = zlib.compress(content, 9)
    return content


def pdf_of_nested_streams() -> bytes:
    return _page(_stream(_spaces(2**30, 3), b"/Filter[/FlateDecode/FlateDecode/FlateDecode]"))


def pdf_of_endless_operators() -> bytes:
    return _page(_stream(zlib.compress(b"0 0 m 9 9 l S " * 4_000_000, 9), b"/Filter/FlateDecode"))


def pdf_of_forms_within_forms() -> bytes:
    """Each form draws the next one ten times."""
    forms = []
    for number in range(5, 14):
        resources = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F %d 0 R>>>>" % (number + 1)
        forms.append(_stream(b"/F Do " * 10, resources))
    forms.append(_stream(b"0 0 m 9 9 l S", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]"))
    return _page(_stream(b"/F Do"), b"<</XObject<</F 5 0 R>>>>", forms)


def pdf_that_claims_pages(count: int) -> bytes:
    return pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count %d>>" % count,
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
        ]
    )


def pdf_of_pages_in_a_ring() -> bytes:
    return pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R 3 0 R]/Count 2000>>",
            b"<</Type/Pages/Parent 2 0 R/Kids[2 0 R 2 0 R]/Count 1000>>",
        ]
    )


def pdf_with_a_script() -> bytes:
    return pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
        ]
    )


def pdf_of_a_huge_page() -> bytes:
    return _page(_stream(b"0 0 m 9 9 l S"), box=b"0 0 1e9 1e9")


def sheet_with_far_cells() -> bytes:
    return workbook(
        '<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    )


def sheet_that_claims_cells() -> bytes:
    """Only the dimension lies: all of the sheet is a header and a row."""
    return workbook('<dimension ref="A1:NTP1000000"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>')


def sheet_of_many_cells() -> bytes:
    row = "<row>" + "<c><v>1</v></c>" * 1000 + "</row>"
    return workbook(f"<sheetData>{row * 1500}</sheetData>")


def sheet_of_one_merged_cell() -> bytes:
    return workbook(
        '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
        '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    )


def sheet_of_long_strings() -> bytes:
    cells = "".join(f'<row r="{i}"><c r="A{i}" t="s"><v>0</v></c></row>' for i in range(1, 5000))
    return workbook(f"<sheetData>{cells}</sheetData>", f"<si><t>{'ab ' * 5_000_000}</t></si>")


def workbook_with_laughs() -> bytes:
    return workbook("<sheetData><row><c t='inlineStr'><is><t>&j;</t></is></c></row></sheetData>", head=_LAUGHS)


def workbook_with_macro() -> bytes:
    return workbook("<sheetData/>", more={"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 macro"})


def text_with_laughs(late: bool = False, encoding: str = "utf-8") -> bytes:
    """A DOCX whose entities stand at once, behind a long comment, or in another encoding."""
    comment = f"<!--{'x' * 400_000}-->" if late else ""
    body = making.paragraph("&j;")
    xml = f'<?xml version="1.0" encoding="{encoding}"?>{comment}{_LAUGHS}<w:document xmlns:w="x">{body}</w:document>'
    return making.zipped({"word/document.xml": xml.encode(encoding)})


def open_text_with_laughs() -> bytes:
    xml = f'<?xml version="1.0"?>{_LAUGHS}<office:document-content xmlns:office="o">&j;</office:document-content>'
    return making.zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": xml})


def sheet_repeated_for_ever() -> bytes:
    cell = '<table:table-cell table:number-columns-repeated="900"><text:p>x</text:p></table:table-cell>'
    return making.ods(f'<table:table-row table:number-rows-repeated="900">{cell}</table:table-row>' * 50)


def open_text_with_macro() -> bytes:
    return making.zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>',
            "Basic/Standard/Module1.xml": "<x/>",
        }
    )


def locked_office_file() -> bytes:
    name = "EncryptedPackage".encode("utf-16-le")
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + name + bytes(2000)


def zip_within_zips() -> bytes:
    inner = making.zipped({"word/document.xml": b"\0" * 2**20})
    for _ in range(5):
        inner = making.zipped({f"{i}.zip": inner for i in range(10)})
    return inner


def zip_of_paths_that_climb() -> bytes:
    return making.zipped(
        {"../../../etc/x": "x", "/etc/passwd": "x", "word/document.xml": making.docx(making.paragraph("x"))}
    )


def zip_of_many_parts() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(25_000):
            archive.writestr(f"word/{number}", "")
        archive.writestr("word/document.xml", making.docx(making.paragraph("x")))
    return out.getvalue()


def html_of_depth(depth: int) -> bytes:
    return b"<html><body>" + b"<div>" * depth + b"Regio Een" + b"</div>" * depth + b"</body></html>"


def html_of_many_cells() -> bytes:
    return b"<html><body><table>" + (b"<tr>" + b"<td>x</td>" * 500 + b"</tr>") * 3000 + b"</table></body></html>"


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "geneste-stromen.pdf": (pdf_of_nested_streams, "memory_limit or time_limit"),
    "eindeloos.pdf": (pdf_of_endless_operators, "memory_limit or time_limit"),
    "vormen.pdf": (pdf_of_forms_within_forms, "memory_limit or time_limit"),
    "miljoen-paginas.pdf": (lambda: pdf_that_claims_pages(1_000_000), "too_large"),
    "verzonnen-paginas.pdf": (lambda: pdf_that_claims_pages(2_900), "corrupt"),
    "ring.pdf": (pdf_of_pages_in_a_ring, "corrupt"),
    "script.pdf": (pdf_with_a_script, "active_content"),
    "groot-blad.pdf": (pdf_of_a_huge_page, "no_known_layout"),
    "verre-cellen.xlsx": (sheet_with_far_cells, "no_known_layout"),
    "beweerde-cellen.xlsx": (sheet_that_claims_cells, "no_known_layout"),
    "veel-cellen.xlsx": (sheet_of_many_cells, "zip_bomb"),
    "een-cel.xlsx": (sheet_of_one_merged_cell, "too_large"),
    "lange-teksten.xlsx": (sheet_of_long_strings, "zip_bomb"),
    "lachers.xlsx": (workbook_with_laughs, "external_entity"),
    "macro.xlsx": (workbook_with_macro, "active_content"),
    "macro.xlsm": (workbook_with_macro, "active_content"),
    "lachers.docx": (text_with_laughs, "external_entity"),
    "late-lachers.docx": (lambda: text_with_laughs(late=True), "external_entity"),
    "lachers16.docx": (lambda: text_with_laughs(encoding="utf-16"), "external_entity"),
    "lachers.odt": (open_text_with_laughs, "external_entity"),
    "lachers.svg": (lambda: f"{_LAUGHS}<svg xmlns='http://www.w3.org/2000/svg'>&j;</svg>".encode(), "external_entity"),
    "lachers.html": (lambda: f"{_LAUGHS}<html><body>&j;</body></html>".encode(), "external_entity"),
    "herhaald.ods": (sheet_repeated_for_ever, "too_large"),
    "macro.odt": (open_text_with_macro, "active_content"),
    "slot.docx": (locked_office_file, "encrypted"),
    "zip-in-zip.docx": (zip_within_zips, "unknown_media_type"),
    "klimmend.docx": (zip_of_paths_that_climb, "corrupt"),
    "veel-delen.docx": (zip_of_many_parts, "zip_bomb"),
    "diep.html": (lambda: html_of_depth(100_000), "too_large"),
    "veel-cellen.html": (html_of_many_cells, "too_large"),
    "een-regel.csv": (lambda: b"a;b\n" + b"x;" * (9 * 2**20), "too_large"),
    "lange-regel.csv": (lambda: b"a;b\n" + b"x" * (8 * 2**20) + b";y\n", "too_large"),
    "nullen.csv": (lambda: b"Naam;Zetel\nRegio\0 Een;Assen\n", "unknown_media_type"),
    "nullen.txt": (lambda: bytes(5000), "unknown_media_type"),
    "dubbel.pdf": (lambda: b"<html><body>" + pdf_of_a_huge_page() + b"</body></html>", "name_and_content_disagree"),
    "dubbel.docx": (lambda: pdf_of_a_huge_page() + making.docx(making.paragraph("x")), "name_and_content_disagree"),
}
