"""One module per format, each with `read(path, document, pages)`: it fills the blocks and refusals of the document.

A reader may raise Refused for the whole document; a part that cannot be read is a refusal on the document.
"""
