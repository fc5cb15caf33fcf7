"""The writer of each layout: from the content of a budget document to the bytes of its file.

Belongs here: which function writes which layout. Does not belong here: who uses it (`sources.budgets.layouts`).
"""

from importlib import import_module

from dagster_project.simulation.sources.budgets.content import Document

WRITERS = {
    "pdf_ruled_table": "pdf_tables.ruled",
    "pdf_table_per_section": "pdf_tables.per_section",
    "pdf_overview_of_columns": "pdf_tables.light",
    "pdf_blocks": "pdf_blocks.labelled",
    "pdf_cards": "pdf_blocks.cards",
    "pdf_two_columns": "pdf_blocks.two_columns",
    "pdf_table_then_blocks": "pdf_blocks.table_first",
    "pdf_running_text": "pdf_blocks.running_text",
    "html_table": "html_tables.one_table",
    "html_table_per_section": "html_tables.per_section",
    "html_definitions": "html_blocks.definitions",
    "html_accordion": "html_blocks.accordion",
    "html_bullets": "html_blocks.bullets",
    "html_cards": "html_blocks.cards",
    "docx_table": "docx.table",
    "docx_headings": "docx.headings",
    "docx_running_text": "docx.running_text",
    "docx_cards": "docx.cards",
    "xlsx_sheet": "xlsx.one_sheet",
    "xlsx_sheet_per_section": "xlsx.sheet_per_section",
    "xlsx_two_header_rows": "xlsx.two_header_rows",
    "csv_export": "delimited.export",
    "csv_with_titles": "delimited.with_titles",
}
"""Layout to `module.function` of this package; imported late, for PDF and workbook libraries are heavy."""


def write_document(document: Document) -> tuple[bytes, list[str]]:
    """Write a document in the layout of its style.

    Returns:
        The bytes of the file, and the place of each party in their order: `page=3`, `line=12`, `sheet=A;row=4`.
    """
    module, function = WRITERS[document.style.layout].split(".")
    return getattr(import_module(f"{__package__}.{module}"), function)(document)
