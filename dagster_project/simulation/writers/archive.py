"""Office files whose bytes depend on their content alone: parts stored, sorted and dated alike.

A compressor may differ between machines, and libraries put the clock into the archive and into its properties.
"""

import io
import re
import zipfile

_DATE = (2025, 1, 1, 0, 0, 0)
_CLOCK = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def stored(parts: dict[str, bytes]) -> bytes:
    """An archive of parts by name. `mimetype` or `[Content_Types].xml` comes first, as some readers want."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(parts, key=lambda name: (name != "mimetype", name)):
            entry = zipfile.ZipInfo(name, date_time=_DATE)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            archive.writestr(entry, parts[name])
    return out.getvalue()


def repeatable(content: bytes) -> bytes:
    """The same archive with fixed dates, sorted parts and no compression."""
    with zipfile.ZipFile(io.BytesIO(content)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    if "docProps/core.xml" in parts:
        parts["docProps/core.xml"] = _CLOCK.sub(b"2025-01-01T00:00:00Z", parts["docProps/core.xml"])
    return stored(parts)
