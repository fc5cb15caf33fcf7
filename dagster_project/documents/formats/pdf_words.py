"""The words of a PDF page from pdfium: text, box, size and whether they are bold, in points from the top left.

Read character by character, for pdfium's own rectangles join words. A page that is rotated, or whose text is, is
turned upright, so that all that follows sees lines from left to right. Does not belong here: lines and columns
(`pdf_layout`), rules (`pdf_rules`).
"""

import ctypes
import math
from collections import Counter
from dataclasses import dataclass
from itertools import repeat
from typing import NamedTuple

_DESCENT = 0.21
"""Part of the size of letters that hangs below the line; the same for all fonts, so that lines stay straight."""

_GAP = 0.22
"""White space between letters, in sizes, that parts words where no space is written."""

_OTHER_LINE = 0.35
"""Difference between the lines of two letters, in sizes, by which the second begins another word."""

_HYPHENS = dict.fromkeys((0x02, 0xFFFE, 0xAD), "-")
"""What pdfium gives for a hyphen at the end of a line."""


class Word(NamedTuple):
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


def with_hyphens(text: str) -> str:
    """Text of pdfium with its hyphens at the ends of lines as such."""
    return text.translate(_HYPHENS)


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
    import numpy as np

    letters, written = _letters(textpage)
    kept, boxes = _boxes(textpage, np.flatnonzero(written))
    if not kept.size:
        return []
    x0, top, x1, bottom = _turned(boxes, turn, origin)
    size = bottom - top
    step = x0[1:] - x1[:-1]
    apart = (np.abs(bottom[1:] - bottom[:-1]) > _OTHER_LINE * size[1:]) | ~(
        (-size[1:] < step) & (step < _GAP * size[1:])
    )
    blanks = np.cumsum(~written)[kept]
    starts = np.flatnonzero(np.concatenate(([True], apart | (blanks[1:] > blanks[:-1]))))
    ends = np.append(starts[1:], kept.size)
    lefts, rights = np.minimum.reduceat(x0, starts), np.maximum.reduceat(x1, starts)
    styles = _Styles(textpage)
    words = []
    for first, last, count, left, right, high, low in zip(
        kept[starts].tolist(), kept[ends - 1].tolist(), (ends - starts).tolist(), lefts.tolist(), rights.tolist(),
        top[starts].tolist(), bottom[starts].tolist(), strict=True,
    ):  # fmt: skip
        text = letters[first : last + 1]
        if len(text) > count:  # a letter without a box is left out
            there = set(kept.tolist())
            text = "".join(letters[i] for i in range(first, last + 1) if i in there)
        size, bold = styles.of(first)
        # The box of a font may be taller than its letters; the middle of it lies where they do.
        low -= max(0.0, low - high - size) / 2 if low > high else 0.0
        words.append(Word(text, left, low - size, right, low, size, bold))
    return words


def _letters(textpage):
    """The characters of a page, one for each of pdfium, and as an array which of them are no white space."""
    import numpy as np
    import pypdfium2.raw as raw

    count = max(0, raw.FPDFText_CountChars(textpage))
    stored = (ctypes.c_ushort * (count + 1))()
    units = raw.FPDFText_GetText(textpage, 0, count, stored) - 1
    codes = np.frombuffer(stored, dtype=np.uint16)[:count].astype(np.uint32)
    if units != count or ((codes & 0xF800) == 0xD800).any():
        # A character that is none, or two units: asked one by one.
        asked = (raw.FPDFText_GetUnicode(textpage, i) for i in range(count))
        codes = np.fromiter((c if c < 0x110000 and c & 0xFFFFF800 != 0xD800 else 0xFFFD for c in asked), np.uint32)
    text = with_hyphens(codes.tobytes().decode("utf-32-le"))
    found = set(text)
    blank = [ord(letter) for letter in found if letter.isspace() or letter < " "]
    codes = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32)
    return text, ~np.isin(codes, blank)


def _boxes(textpage, asked):
    """Of the characters that are asked for: those that have a box, and the boxes as pdfium has them (left, top, right,
    bottom).

    Without the conversions that ctypes does for declared arguments: most of the time of a page goes here.
    """
    import numpy as np
    import pypdfium2.raw as raw

    page = ctypes.cast(textpage.raw, ctypes.c_void_p).value
    loose = _plain(raw.FPDFText_GetLooseCharBox, ctypes.c_int, ctypes.c_int, ctypes.c_void_p)
    stored = (raw.FS_RECTF * max(1, asked.size))()
    at, width = ctypes.addressof(stored), ctypes.sizeof(raw.FS_RECTF)
    there = list(map(loose, repeat(page), asked.tolist(), range(at, at + asked.size * width, width)))
    boxes = np.frombuffer(stored, dtype=np.float32)[: 4 * asked.size].reshape(-1, 4).astype(np.float64)
    there = np.asarray(there, dtype=bool)
    return asked[there], boxes[there]


def _turned(boxes, turn: Turn, origin: tuple[float, float]):
    """Boxes of pdfium as arrays x0, top, x1, bottom of the upright page."""
    import numpy as np

    left, high, right, low = (boxes[:, 0] - origin[0], boxes[:, 1], boxes[:, 2] - origin[0], boxes[:, 3])
    if turn.quarters == 0:
        return left, turn.height - high + origin[1], right, turn.height - low + origin[1]
    ax, ay = turn.point(left, high - origin[1])
    bx, by = turn.point(right, low - origin[1])
    return np.minimum(ax, bx), np.minimum(ay, by), np.maximum(ax, bx), np.maximum(ay, by)


class _Styles:
    """Size and boldness of the letters of a page, asked once for each thing that was drawn in one go."""

    def __init__(self, textpage) -> None:
        import pypdfium2.raw as raw

        self._raw, self._page = raw, textpage.raw
        self._matrix, self._flags = raw.FS_MATRIX(), ctypes.c_int()
        self._name = ctypes.create_string_buffer(96)
        self._drawn = _plain(raw.FPDFText_GetTextObject, ctypes.c_void_p, ctypes.c_int)
        self._font = _plain(raw.FPDFTextObj_GetFont, ctypes.c_void_p)
        self._height = _plain(raw.FPDFText_GetFontSize, ctypes.c_double, ctypes.c_int)
        self._placed = _plain(raw.FPDFText_GetMatrix, ctypes.c_int, ctypes.c_int, ctypes.c_void_p)
        self._placed_at = ctypes.addressof(self._matrix)
        self._at = ctypes.cast(textpage.raw, ctypes.c_void_p).value
        self._known: dict[int, tuple[float, bool]] = {}
        self._bold: dict[int, bool] = {}

    def of(self, index: int) -> tuple[float, bool]:
        """The size in points, and whether it is bold, of the letter at this index."""
        drawn = self._drawn(self._at, index)
        known = self._known.get(drawn)
        if known is None:
            known = self._size(index), self._is_bold(index, drawn)
            if drawn:
                self._known[drawn] = known
        return known

    def _size(self, index: int) -> float:
        scale = 1.0
        if self._placed(self._at, index, self._placed_at):
            scale = math.hypot(self._matrix.c, self._matrix.d) or 1.0
        return round(self._height(self._at, index) * scale, 2)

    def _is_bold(self, index: int, drawn: int | None) -> bool:
        font = self._font(drawn) if drawn else None
        if font not in self._bold:
            self._name.value = b""
            self._raw.FPDFText_GetFontInfo(self._page, index, self._name, len(self._name), self._flags)
            name = self._name.value.lower()
            bold = b"bold" in name or b"black" in name
            if font is None:
                return bold
            self._bold[font] = bold
        return self._bold[font]


def _plain(function, result, *more):
    """A function of pdfium that takes an address first, without the conversions of its declaration."""
    plain = ctypes.PYFUNCTYPE(result, ctypes.c_void_p, *more)
    return plain(ctypes.cast(function, ctypes.c_void_p).value)
