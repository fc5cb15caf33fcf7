"""The parsers of all formats, loaded once for whoever forks children that read."""

from importlib import import_module

_PARSERS = ("pypdfium2", "pypdfium2.raw", "pdfplumber", "lxml.html", "openpyxl.styles.numbers", "ftfy")
_FORMATS = ("pdf", "html", "docx", "sheets", "opendocument", "plain")


def load_parsers() -> None:
    """Import every parser, so that children share its memory and none pays for it."""
    for name in (*_PARSERS, *(f"dagster_project.documents.formats.{n}" for n in _FORMATS)):
        import_module(name)
