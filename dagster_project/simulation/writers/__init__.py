"""File formats: the same bytes for the same content, on any day and machine.

Belongs here: archives, workbooks, word-processing and web documents, PDF and delimited text out of rows, cells and
paragraphs, one module per format; the tools of the example and the tests write with them too. Does not belong here:
anything that a document is about, and how an organisation lays it out (`files`).
"""
