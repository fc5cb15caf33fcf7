"""Formats that are not read are refused with the way to save them."""

import pytest

from dagster_project.intake import Fault, media_type_of
from tests.intake.files import write, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
FORMATS = {
    "a.xls": (OLE + "Workbook".encode("utf-16-le"), "xlsx"),
    "a.doc": (OLE + "WordDocument".encode("utf-16-le"), "docx"),
    "a.xlsb": (zipped({"xl/workbook.bin": b"x"}), "xlsx"),
    "a.numbers": (zipped({"Index/Document.iwa": b"x"}), "xlsx"),
    "a.pptx": (zipped({"ppt/presentation.xml": b"x"}), "pdf"),
    "a.gsheet": (b'{"url": "https://docs.google.com/open?id=x", "doc_id": "x"}', "xlsx"),
    "a.rtf": (b"{\\rtf1\\ansi Naam;Doel\\par GGD;zorg}", "docx"),
    "a.slk": (b"ID;PWXL;N;E\nC;X1;Y1;K1\n", "xlsx"),
    "a.xml": (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', "xlsx"),
    "a.fods": (b'<?xml version="1.0"?><office:document xmlns:office="o"/>', "xlsx"),
}


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_another_format_is_refused_with_the_way_to_save_it(tmp_path, name):
    content, mend = FORMATS[name]
    fault = media_type_of(write(tmp_path, name, content))
    assert isinstance(fault, Fault)
    assert fault.reason == "unknown_media_type"
    assert f"als {mend}" in fault.detail
