"""What a document may cost, in one place: beyond it a file is refused rather than read."""

MAX_BYTES = 200 * 2**20
"""Of a file as delivered; the largest budget known is a scan of 90 MiB."""

MAX_EXPANDED = 256 * 2**20
"""That all parts of a zip may unpack to."""

MAX_RATIO = 250
"""Unpacked to packed of one part of a zip. Honest sheets of repeated text reach about 100."""

MIN_FOR_RATIO = 8 * 2**20
"""Parts smaller than this when unpacked cannot hurt, whatever their ratio."""

MAX_PARTS = 20_000
"""Files in a zip."""

MAX_XML = 64 * 2**20
"""Of one XML part or HTML page: parsing takes about ten times as much memory."""

MAX_PAGES = 3_000
"""Of a PDF; the longest budget known has about 900."""

MAX_CELLS = 2_000_000
"""Of one sheet, counted over its used range."""

MAX_FILLED = 500_000
"""Places that the cells of one table cover: a few lines of HTML can claim a million each."""
