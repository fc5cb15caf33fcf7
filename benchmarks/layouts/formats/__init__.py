"""Blocks to bytes, one module per kind of format, by the writers of the simulated country.

Belongs here: how a format writes a block. Does not belong here: which blocks a document has.
"""

from collections.abc import Callable, Mapping, Sequence

from benchmarks.layouts.blocks import Block
from benchmarks.layouts.formats import docx, html, pdf, plain, sheets

Pages = dict[str, int]
"""The page on which each marked party stands, for formats with pages."""

_WRITERS: dict[str, Callable[[Sequence[Block], Mapping[str, str], str], tuple[bytes, Pages]]] = {
    "html": html.write,
    "pdf": pdf.write,
    "docx": docx.write,
    "xlsx": sheets.write_xlsx,
    "ods": sheets.write_ods,
    "csv": plain.write_csv,
    "txt": plain.write_txt,
}


def written(blocks: Sequence[Block], layout: Mapping[str, str], running: str) -> tuple[bytes, Pages]:
    """The bytes of a document, and the pages of its parties; `running` is what every page repeats."""
    return _WRITERS[layout["format"]](blocks, layout, running)
