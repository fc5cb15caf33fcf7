"""One module per file format: content in, the same bytes out, whatever the day or the machine."""
