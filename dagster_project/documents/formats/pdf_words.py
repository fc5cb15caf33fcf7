"""The words of a PDF page from pdfium: text, box, size and whether they are bold, in points from the top left.

Read character by character, for pdfium's own rectangles join words. A page that is rotated, or whose text is, is
turned upright, so that all that follows sees lines from left to right. Does not belong here: lines and columns
(`pdf_layout`), rules (`pdf_rules`).
"""

import ctypes
import math
from collections import Counter
from dataclasses import dataclass

_DESCENT = 0.21
"""Part of the size of letters that hangs below the line; the same for all fonts, so that lines stay straight."""

_GAP = 0.22
"""White space between letters, in sizes, that parts words where no space is written."""

_OTHER_LINE = 0.35
"""Difference between the lines of two letters, in sizes, by which the second begins another word."""

_HYPHENS = {"\x02": "-", "\ufffe": "-", "\xad": "-"}
"""What pdfium gives for a hyphen at the end of a line."""


@dataclass(frozen=True)
class Word:
    """A word: its text and its box."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool


@dataclass(frozen=True)
class Turn:
    """How a page is turned upright: a quarter turn `quarters` times, of a page of this width and height."""

    quarters: int
    width: float
    height: float

    @property
    def upright_width(self) -> float:
        """The width of the page after it was turned."""
        return self.height if self.quarters % 2 else self.width

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of pdfium (from the bottom left of the page as stored) as one from the top left, turned."""
        if self.quarters == 1:
            return y, x
        if self.quarters == 2:
            return self.width - x, y
        if self.quarters == 3:
            return self.height - y, self.width - x
        return x, self.height - y


def turn_of(page, textpage) -> Turn:
    """How the page must be turned: by its own rotation, and by that of most of its letters."""
    import pypdfium2.raw as raw

    left, bottom, right, top = page.get_mediabox()
    count = raw.FPDFText_CountChars(textpage)
    step = max(1, count // 50)
    angles = Counter(round(raw.FPDFText_GetCharAngle(textpage, i) / (math.pi / 2)) % 4 for i in range(0, count, step))
    return Turn(angles.most_common(1)[0][0] if angles else 0, right - left, top - bottom)


def words_of_page(textpage, turn: Turn, origin: tuple[float, float] = (0.0, 0.0)) -> list[Word]:
    """The words in the order in which the page holds them."""
    import pypdfium2.raw as raw

    box, words = raw.FS_RECTF(), []
    is_hyphen = _HYPHENS.get
    unicode, loose = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox
    pointer = ctypes.byref(box)
    letters: list[str] = []
    first, edges, last = 0, (0.0, 0.0, 0.0, 0.0), (0.0, 0.0)

    def close() -> None:
        if letters:
            words.append(_word("".join(letters), first, edges, textpage, raw))
            letters.clear()

    upright = turn.quarters == 0
    for index in range(raw.FPDFText_CountChars(textpage)):
        code = unicode(textpage, index)
        letter = is_hyphen(letter := chr(code), letter) if code < 0x110000 else "\ufffd"
        if letter.isspace() or letter < " ":
            close()
            continue
        if not loose(textpage, index, pointer):
            continue
        if upright:
            x0, x1 = box.left - origin[0], box.right - origin[0]
            top, bottom = turn.height - box.top + origin[1], turn.height - box.bottom + origin[1]
        else:
            x0, top = turn.point(box.left - origin[0], box.top - origin[1])
            x1, bottom = turn.point(box.right - origin[0], box.bottom - origin[1])
            x0, x1, top, bottom = min(x0, x1), max(x0, x1), min(top, bottom), max(top, bottom)
        size = bottom - top
        if letters and (abs(bottom - last[1]) > _OTHER_LINE * size or not -size < x0 - last[0] < _GAP * size):
            close()
        if not letters:
            first, edges = index, (x0, top, x1, bottom)
        letters.append(letter)
        if x0 < edges[0] or x1 > edges[2]:
            edges = (min(edges[0], x0), edges[1], max(edges[2], x1), edges[3])
        last = (x1, bottom)
    close()
    return words


def _word(text: str, first: int, edges: tuple[float, float, float, float], textpage, raw) -> Word:
    matrix = raw.FS_MATRIX()
    scale = 1.0
    if raw.FPDFText_GetMatrix(textpage, first, ctypes.byref(matrix)):
        scale = math.hypot(matrix.c, matrix.d) or 1.0
    size = round(raw.FPDFText_GetFontSize(textpage, first) * scale, 2)
    # The box of a font may be taller than its letters; the middle of it lies where they do.
    height = edges[3] - edges[1]
    bottom = edges[3] - max(0.0, (height - size)) / 2 if height > 0 else edges[3]
    return Word(text, edges[0], bottom - size, edges[2], bottom, size, _is_bold(textpage, first, raw))


def _is_bold(textpage, index: int, raw) -> bool:
    buffer, flags = ctypes.create_string_buffer(96), ctypes.c_int()
    raw.FPDFText_GetFontInfo(textpage, index, buffer, len(buffer), ctypes.byref(flags))
    name = buffer.value.lower()
    return b"bold" in name or b"black" in name
