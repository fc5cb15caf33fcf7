"""Archives depend on their content alone."""

import io
import zipfile

import pytest

from dagster_project.simulation.writers.archive import repeatable


@pytest.mark.parametrize("day", [(1999, 12, 31, 0, 0, 0), (2030, 6, 1, 12, 30, 0)])
def test_an_office_file_depends_on_its_content_alone(day):
    parts = {
        "b.xml": b"<b/>",
        "[Content_Types].xml": b"<t/>",
        "docProps/core.xml": b"<d>%d-01-02T03:04:05Z</d>" % day[0],
    }
    made = []
    for order in (parts, dict(reversed(parts.items()))):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in order.items():
                archive.writestr(zipfile.ZipInfo(name, day), content)
        made.append(repeatable(out.getvalue()))
    assert made[0] == made[1]
    with zipfile.ZipFile(io.BytesIO(made[0])) as archive:
        assert archive.namelist() == ["[Content_Types].xml", "b.xml", "docProps/core.xml"]
        assert archive.read("docProps/core.xml") == b"<d>2025-01-01T00:00:00Z</d>"
