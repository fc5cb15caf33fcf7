"""The budget around the paragraph, for a tenth of the PDFs: cover, contents, programme chapters, other paragraphs.

Pages of prose are drawn line by line, for a whole budget through a layout engine takes seconds and a country has many.
"""

import random
from collections.abc import Callable
from functools import lru_cache

from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import Flowable, PageBreak

from dagster_project.simulation.files import pdf_page
from dagster_project.simulation.randomness import generator
from dagster_project.simulation.sources.budgets.content import Document, dutch
from dagster_project.simulation.sources.budgets.house_style import vocabulary

Line = tuple[str, float, str, float]
"""Font, size, text, and the distance to the line above, in points."""

# Height to fill and width of lines in points: a little less than the frame, whatever margins the house has.
ROOM, ROOM_WIDE = (600, 430), (370, 680)
CONTENTS_WIDTH = 430
FIGURES = ("Lasten", "Baten", "Saldo van baten en lasten", "Toevoegingen aan reserves", "Resultaat")


class FullPage(Flowable):
    """One page of lines that takes all the room of its frame."""

    def __init__(self, lines: list[Line]):
        super().__init__()
        self.lines = lines

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """All the room that there is."""
        self.width, self.height = width, height
        return width, height

    def draw(self) -> None:
        """Line by line from the top."""
        pen = self.canv.beginText(0, self.height)
        for font, size, line, leading in self.lines:
            pen.setFont(font, size, leading)
            pen.textLine("")
            pen.textOut(line)
        self.canv.drawText(pen)


def build_document(
    document: Document, story: Callable[[], list[Flowable]], wide: bool = False, columns: int = 1
) -> tuple[bytes, list[str]]:
    """The PDF of a paragraph and the places of its parties, with the rest of the budget around it where it is long.

    `story` makes the flowables anew: being laid out changes them, and a long document is laid out twice.
    """
    sheet = pdf_page.styles_of(document)

    def paragraph() -> list[Flowable]:
        return [*pdf_page.opening(document, sheet), *story(), *pdf_page.closing(document, sheet)]

    if not document.pages_around:
        content, pages, _ = pdf_page.build_pages(document, paragraph(), wide, columns)
        return content, pdf_page.places_of(document, pages)
    before, after = _chapters(document)
    _, _, length = pdf_page.build_pages(document, paragraph(), wide, columns)
    whole = _full([_cover(document), _contents(document, before, length, after)])
    whole += [*_prose(document, before, wide), *paragraph(), PageBreak(), *_prose(document, after, wide)]
    content, pages, _ = pdf_page.build_pages(document, whole, wide, columns)
    return content, pdf_page.places_of(document, pages)


def _full(pages: list[list[Line]]) -> list[Flowable]:
    return [flowable for lines in pages for flowable in (FullPage(lines), PageBreak())]


def _prose(document: Document, chapters: list[tuple[str, int]], wide: bool) -> list[Flowable]:
    return _full([_page(document, title, number, wide) for title, pages in chapters for number in range(pages)])


def _chapters(document: Document) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    """(title, pages) of the chapters before and after the paragraph; together `pages_around` pages."""
    chance, words = generator("chapters", document.seed, document.reporter, document.year), vocabulary("prose")
    programmes = [f"Programma {n}. {t}" for n, t in enumerate(words["programmes"][document.reporter[:2]], start=1)]
    others = [f"Paragraaf {t.lower()}" for t in chance.sample(words["paragraphs"], 4)]
    at = chance.randrange(len(others) + 1)
    before, after = [*programmes, *others[:at]], [*others[at:], "Bijlage subsidies", "Bijlage afkortingen"]
    titles = [*before, *after]
    left = document.pages_around - 2 - len(titles)
    weights = [
        chance.randrange(20, 60) if title.startswith("Programma") else chance.randrange(8, 20) for title in titles
    ]
    pages = [1 + left * weight // sum(weights) for weight in weights]
    for rest in range(document.pages_around - 2 - sum(pages)):
        pages[rest % len(pages)] += 1
    counted = list(zip(titles, pages, strict=True))
    return counted[: len(before)], counted[len(before) :]


def _contents(
    document: Document, before: list[tuple[str, int]], length: int, after: list[tuple[str, int]]
) -> list[Line]:
    font, size, page = document.style.font, document.style.size, 3
    lines = [(pdf_page.BOLD[font], size + 6, "Inhoudsopgave", size * 3)]
    for title, pages in [*before, (document.title, length), *after]:
        room = CONTENTS_WIDTH - _width(f"{title}  {page}", font, size)
        dots = "." * max(3, int(room / _width(".", font, size)))
        lines.append((font, size, f"{title} {dots} {page}", size * 1.7))
        page += pages
    return lines


def _cover(document: Document) -> list[Line]:
    bold = pdf_page.BOLD[document.style.font]
    return [
        (bold, 30, f"Programmabegroting {document.year}", 200),
        (document.style.font, 16, f"Meerjarenraming {document.year + 1}-{document.year + 3}", 40),
        (document.style.font, 16, document.organisation, 40),
    ]


def _page(document: Document, title: str, number: int, wide: bool) -> list[Line]:
    font, size = document.style.font, document.style.size
    chance = generator("page", document.seed, document.reporter, document.year, title, number)
    lines = [(pdf_page.BOLD[font], size + 6, title, size * 2.4)] if number == 0 else []
    used = sum(leading for *_, leading in lines)
    words, room, width = vocabulary("prose"), *(ROOM_WIDE if wide else ROOM)
    while used < room:
        block = _block(document, chance, words, font, size, width)
        lines += block
        used += sum(leading for *_, leading in block)
    return lines


def _block(document: Document, chance: random.Random, words: dict, font: str, size: float, width: int) -> list[Line]:
    """A sub-heading, a small table of figures, or a paragraph that may name a party in passing."""
    kind = chance.random()
    if kind < 0.2:
        return [(pdf_page.BOLD[font], size + 1, chance.choice(words["chapter"]), size * 2.2)]
    if kind < 0.35:
        return [(font, size, row, size * 1.4) for row in ["Bedragen x € 1.000", *_figures(chance)]]
    sentences = [sentence.format(y=document.year) for sentence in chance.sample(words["filler"], 2)]
    for _ in range(chance.randrange(1, 4)):
        activity = chance.choice(words["activity"]).format(chance.choice(words["topic"]))
        at = chance.randrange(len(sentences) + 1)
        sentences.insert(at, f"{chance.choice(words['moment']).format(y=document.year)} {activity}.")
    if document.parties and chance.random() < 0.15:
        sentences.append(f"Hierbij werken wij samen met {chance.choice(document.parties).name}.")
    wrapped = _wrapped(" ".join(sentences), font, size, width)
    return [(font, size, line, size * (1.9 if n == 0 else 1.3)) for n, line in enumerate(wrapped)]


def _figures(chance: random.Random) -> list[str]:
    """Lines of a small table that add up."""
    costs, income, reserve = chance.randrange(900, 60_000), chance.randrange(200, 40_000), chance.randrange(0, 900)
    values = (costs, income, income - costs, reserve, income - costs - reserve)
    return [f"{what:<34}{dutch(value):>12}" for what, value in zip(FIGURES, values, strict=True)]


def _wrapped(text: str, font: str, size: float, width: float) -> list[str]:
    lines, line, used = [], [], 0.0
    for word in text.split():
        wide = _width(word + " ", font, size)
        if line and used + wide > width:
            lines.append(" ".join(line))
            line, used = [], 0.0
        line.append(word)
        used += wide
    return [*lines, " ".join(line)]


@lru_cache(maxsize=20_000)
def _width(word: str, font: str, size: float) -> float:
    return pdfmetrics.stringWidth(word, font, size)
