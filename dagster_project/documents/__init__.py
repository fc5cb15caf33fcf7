"""A file of any format as ordered blocks of text and tables, each with its place; hostile files are refused.

Belongs here: opening PDF, HTML, DOCX, XLSX, ODS, ODT, CSV and plain text safely, and showing a place again, in words or
drawn. Does not belong here: what a document means; no word of the domain stands in this room.
"""

from dagster_project.documents.cache import Cache
from dagster_project.documents.drawn import Shown, Viewer, draw_place
from dagster_project.documents.model import Document, Heading, ListItem, Paragraph, Row, Table
from dagster_project.documents.parsers import load_parsers
from dagster_project.documents.place import Line, Place, find_place, render_place
from dagster_project.documents.plain_tables import named_cells
from dagster_project.documents.read import read_document
from dagster_project.documents.scanned import engine as recogniser
from dagster_project.sandbox import Refusal, Refused

__all__ = [
    "Cache",
    "Document",
    "Heading",
    "Line",
    "ListItem",
    "Paragraph",
    "Place",
    "Refusal",
    "Refused",
    "Row",
    "Shown",
    "Table",
    "Viewer",
    "draw_place",
    "find_place",
    "load_parsers",
    "named_cells",
    "read_document",
    "recogniser",
    "render_place",
]
