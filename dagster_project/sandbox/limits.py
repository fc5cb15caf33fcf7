"""What a document may cost, in one place: beyond it a file is refused rather than read."""

MIB = 2**20

MAX_BYTES = 200 * MIB
"""Of a file as delivered; the largest budget known is a scan of 90 MiB."""

MAX_TEXT = 16 * MIB
"""Of plain text and CSV: a budget of 900 pages dumped as text is 3 MiB, and reading holds several copies of it."""

MAX_LINE = 1 * MIB
"""Of one line of text. Longest known is an HTML page without line breaks, which is no text; a cell is under 32 KiB."""

MAX_EXPANDED = 256 * MIB
"""That all parts of a zip may unpack to."""

MAX_RATIO = 250
"""Unpacked to packed of one part of a zip. Honest sheets of repeated text reach about 100."""

MIN_FOR_RATIO = 8 * MIB
"""Parts smaller than this when unpacked cannot hurt, whatever their ratio."""

MAX_PARTS = 20_000
"""Files in a zip."""

MAX_XML = 24 * MIB
"""Of the XML parts or the HTML page that are parsed: parsing takes about ten times as much memory."""

MAX_TAGS = 1_200_000
"""Of the markup that is parsed at once, opening and closing ones: each costs 100 to 200 bytes. A text document of 900
pages has about 900,000."""

MAX_DEPTH = 250
"""Elements within elements. Parsers stop at 256 and drop what lies deeper; honest pages reach about 40."""

MAX_PAGES = 3_000
"""Of a PDF; the longest budget known has about 900."""

MAX_BAD_PAGES = 20
"""Of one PDF that are refused one by one; a page tree that lies would fill the table."""

MAX_CELLS = 400_000
"""Of the sheets of one workbook as written: a sheet of 20 columns with 20,000 lines. A cell costs a reader 1 KiB."""

MAX_FILLED = 400_000
"""Places that the cells of one table cover: a few lines of HTML can claim a million each."""

FIRST_SECONDS = 1.6
"""Of CPU for opening a file and reading its first page. Honest files open in under 0.3 s; a person who hands in a bad
one should hear of it within two seconds."""

SECONDS_PER_PAGE = 0.5
"""Of CPU that each further page earns. The slowest honest page (words without lines, by pdfplumber) takes 0.2 s."""

SECONDS_PER_PLAIN_PAGE = 0.02
"""Of CPU that the plain text of a page earns, before it is known whether the page is read in full. Honest: 0.002 s."""

LEAST_PAGE = 200
"""Bytes of a file below which it cannot hold a page: the number of pages that a PDF claims earns nothing by itself."""

SECONDS_PER_MIB = 1.0
"""Of CPU that markup earns by its length, before its lines are known. Workbooks need 0.3 s."""

LINES_PER_PAGE = 50
"""Rows of a table, or blocks of a format without pages, that earn as much as a page."""

MAX_SECONDS = 180.0
"""Of CPU for one document, whatever its pages earn: a thousand slow ones."""

WALL_SECONDS = 600.0
"""For one document by the clock, so that one that waits without working ends too; wide, for a machine may be busy."""

MAX_MEMORY = 352 * MIB
"""Of addresses that a child may take beyond what the server that it comes from holds (about 100 MiB): under 500 MB
in all. Honest documents take 20 to 60 MiB."""

MAX_REPLY = 32 * MIB
"""Of what a child may answer; a document of three hundred parties answers 300 KiB."""

SCAN_SECONDS = 30.0
"""For the recognition of one scanned page; an A4 at 300 dpi takes 2 to 6."""

MAX_SCANS = 80
"""Scanned pages of one document that are recognised; the others are refused one by one."""

MAX_PIXELS = 20_000_000
"""Of the picture of a page; an A4 at 300 dpi has 8.7 million."""
