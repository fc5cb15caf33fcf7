"""Office files whose bytes depend on their content alone.

Word and Excel files are zip archives; libraries put the clock into the entries and into `docProps/core.xml`, and the
compressor differs between machines. So entries are stored, sorted, and dated alike.
"""

import io
import re
import zipfile

FIXED = (2025, 1, 1, 0, 0, 0)
CLOCK = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def repeatable_zip(content: bytes) -> bytes:
    """The same archive with fixed dates, sorted entries and no compression."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as new:
        # [Content_Types].xml must come first for some readers, and does: "[" sorts before letters and "_".
        for name in sorted(old.namelist()):
            data = old.read(name)
            if name == "docProps/core.xml":
                data = CLOCK.sub(b"2025-01-01T00:00:00Z", data)
            entry = zipfile.ZipInfo(name, date_time=FIXED)
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            new.writestr(entry, data)
    return out.getvalue()
