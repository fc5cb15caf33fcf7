"""All layouts by name: who writes them, in which format, and how often each kind of organisation uses them."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from dagster_project.simulation.hands.content import Document


@dataclass(frozen=True)
class Layout:
    """`hand` is `module.function` below `hands`; `blocks` where each party has a block of its own. The weights are
    those of municipalities, provinces and water boards."""

    hand: str
    extension: str
    blocks: bool
    gm: int
    pv: int
    ws: int

    @property
    def family(self) -> str:
        """The format, as its file extension says it."""
        return self.extension

    @property
    def write(self) -> Callable[[Document], tuple[bytes, list[str]]]:
        """Content to the bytes of the file and the place of each party."""
        module, function = self.hand.split(".")
        return getattr(import_module(f"dagster_project.simulation.hands.{module}"), function)


LAYOUTS = {
    "pdf_ruled_table": Layout("pdf_tables.ruled", "pdf", False, 7, 2, 3),
    "pdf_table_per_section": Layout("pdf_tables.per_section", "pdf", False, 6, 2, 4),
    "pdf_overview_of_columns": Layout("pdf_tables.light", "pdf", False, 4, 1, 4),
    "pdf_blocks": Layout("pdf_blocks.labelled", "pdf", True, 8, 6, 3),
    "pdf_cards": Layout("pdf_blocks.cards", "pdf", True, 9, 6, 4),
    "pdf_two_columns": Layout("pdf_blocks.two_columns", "pdf", True, 4, 5, 2),
    "pdf_table_then_blocks": Layout("pdf_blocks.table_first", "pdf", True, 4, 3, 2),
    "pdf_running_text": Layout("pdf_blocks.running_text", "pdf", True, 3, 2, 2),
    "html_table": Layout("html_tables.one", "html", False, 4, 1, 2),
    "html_table_per_section": Layout("html_tables.per_section", "html", False, 5, 1, 3),
    "html_definitions": Layout("html_blocks.definitions", "html", True, 4, 3, 1),
    "html_accordion": Layout("html_blocks.accordion", "html", True, 6, 3, 1),
    "html_bullets": Layout("html_blocks.bullets", "html", True, 4, 2, 1),
    "html_cards": Layout("html_blocks.cards", "html", True, 4, 2, 1),
    "docx_table": Layout("docx.table", "docx", False, 5, 1, 3),
    "docx_headings": Layout("docx.headings", "docx", True, 5, 3, 2),
    "docx_running_text": Layout("docx.running_text", "docx", True, 2, 2, 1),
    "docx_cards": Layout("docx.cards", "docx", True, 5, 3, 2),
    "xlsx_sheet": Layout("xlsx.one_sheet", "xlsx", False, 5, 1, 4),
    "xlsx_sheet_per_section": Layout("xlsx.sheet_per_section", "xlsx", False, 3, 1, 3),
    "xlsx_two_header_rows": Layout("xlsx.two_header_rows", "xlsx", False, 4, 1, 3),
    "csv_export": Layout("csv_files.export", "csv", False, 3, 1, 2),
    "csv_with_titles": Layout("csv_files.with_titles", "csv", False, 3, 1, 2),
}


def layouts_for(kind: str) -> dict[str, int]:
    """Weight per layout for municipalities (gm), provinces (pv) or water boards (ws)."""
    return {name: getattr(layout, kind) for name, layout in LAYOUTS.items()}
