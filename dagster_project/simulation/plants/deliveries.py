"""Faults of deliveries: the wrong file, twice, broken, or under a name that says something else."""

from dataclasses import replace
from itertools import pairwise

from dagster_project.simulation.files.layouts import write_document
from dagster_project.simulation.plants.catalogue import planter
from dagster_project.simulation.plants.hand import REPORTED_ON, Hand
from dagster_project.simulation.plants.places import EDITION_2020, SURVEYS, beside, body_of, name_of
from dagster_project.simulation.plants.words import words
from dagster_project.simulation.sources.budgets.content import Document
from dagster_project.simulation.sources.corruption import encode_twice
from dagster_project.simulation.sources.register import REGULATIONS
from dagster_project.simulation.writers.html import page


def _moved(hand: Hand, path: str, target: str) -> None:
    content = hand.files[path]
    hand.remove(path)
    hand.write(target, content, f"the bytes of {path}")


@planter("files")
def same_file_twice(hand: Hand) -> None:
    """Delivered a second time under another name."""
    for path in hand.budgets()[::3]:
        hand.write(beside(path, "kopie"), hand.files[path], f"the bytes of {path}")


@planter("files")
def draft_beside_final(hand: Hand) -> None:
    """A draft with half of the parties beside the budget itself."""
    path = hand.first(hand.largest())
    document = hand.document(path)
    groups = tuple((heading, parties[::2]) for heading, parties in document.groups)
    content, _ = write_document(replace(document, groups=groups))
    hand.write(beside(path, "concept"), content, "every second party of each heading")


@planter("files")
def file_of_another_body(hand: Hand) -> None:
    """The budget of one body under the name of another."""
    wrong, right = hand.first(pairwise(hand.largest()))
    suffix = right.rpartition(".")[2]
    hand.remove(wrong)
    hand.write(f"{wrong.rpartition('.')[0]}.{suffix}", hand.files[right], f"the bytes of {right}")


@planter("files")
def bodies_exchanged(hand: Hand) -> None:
    """Two responses under each other's names."""
    one, other = hand.first(pairwise(hand.paths(SURVEYS)))
    first, second = hand.files[one], hand.files[other]
    hand.write(one, second, f"the bytes of {other}")
    hand.write(other, first, f"the bytes of {one}")


@planter("documents")
def another_year_on_the_title(hand: Hand) -> None:
    """The year of the document is not that of its folder."""

    def of_2019(document: Document) -> Document:
        said = [text.replace(str(document.year), "2019") for text in (*document.introduction, *document.closing)]
        first = len(document.introduction)
        style = replace(document.style, title="Verbonden partijen begroting {y}")
        return replace(
            document, year=2019, style=style, title="Verbonden partijen begroting 2019",
            introduction=tuple(said[:first]), closing=tuple(said[first:]),
        )  # fmt: skip

    hand.rewrite(of_2019, hand.budgets()[::2])


@planter("documents")
def another_body_on_the_title(hand: Hand) -> None:
    """The body of the document is not that of its name."""

    def of_another(document: Document) -> Document:
        said = [text.replace(document.organisation, "Gemeente Elders") for text in document.introduction]
        first = f"Paragraaf verbonden partijen van de gemeente Elders, begroting {document.year}."
        return replace(document, organisation="Gemeente Elders", introduction=(first, *said))

    hand.rewrite(of_another, hand.budgets()[:2])


@planter("documents")
def draft_for_final(hand: Hand) -> None:
    """A draft that says so on its title."""
    hand.rewrite(lambda document: replace(document, title=f"CONCEPT - nog niet vastgesteld - {document.title}"))


@planter("files")
def years_exchanged(hand: Hand) -> None:
    """The budgets of one body in each other's folders."""
    former = {body_of(path): path for path in hand.budgets(2017)}
    path = hand.first(p for p in hand.budgets() if body_of(p) in former)
    other = former[body_of(path)]
    _moved(hand, path, beside(path, "x").replace(f"/{REPORTED_ON}/", "/2017/"))
    _moved(hand, other, beside(other, "x").replace("/2017/", f"/{REPORTED_ON}/"))


@planter("files")
def empty_file(hand: Hand) -> None:
    """No byte."""
    for path in hand.budgets()[::4]:
        hand.write(path, b"")


@planter("files")
def empty_page(hand: Hand) -> None:
    """A page without a word."""
    _pages(hand, "", [])


@planter("files")
def error_page(hand: Hand) -> None:
    """What a server gives for a document that is gone."""
    _pages(hand, "404", [f"<p>{words().error_page}</p>"])


@planter("files")
def newsletter_for_budget(hand: Hand) -> None:
    """Another document of the same body."""
    _pages(hand, "Nieuwsbrief", [f"<p>{line}</p>" for line in words().newsletter])


def _pages(hand: Hand, title: str, lines: list[str]) -> None:
    for path in hand.budgets()[::4]:
        hand.remove(path)
        hand.write(f"{path.rpartition('.')[0]}.html", page(f"{title} {path}", lines).encode())


def _cut(hand: Hand, suffix: str, path: str | None = None) -> None:
    paths = [path] if path else [path for path in hand.paths("budgets/*") if path.endswith(suffix)]
    for one in paths[:2]:
        hand.write(one, hand.files[one][: len(hand.files[one]) // 2])


@planter("files")
def half_a_pdf(hand: Hand) -> None:
    """A transfer that broke off."""
    _cut(hand, ".pdf")


@planter("files")
def half_a_workbook(hand: Hand) -> None:
    """A transfer that broke off."""
    _cut(hand, ".xlsx", EDITION_2020)


@planter("files")
def half_a_text_document(hand: Hand) -> None:
    """A transfer that broke off."""
    _cut(hand, ".docx")


@planter("files")
def half_a_web_page(hand: Hand) -> None:
    """A transfer that broke off, in a format that does not tell."""
    _cut(hand, ".html")


@planter("files")
def wrong_extension(hand: Hand) -> None:
    """A workbook that says it is a PDF."""
    path = hand.first(hand.paths(SURVEYS))
    _moved(hand, path, f"{path.rpartition('.')[0]}.pdf")


@planter("files")
def register_in_utf16(hand: Hand) -> None:
    """The encoding of an older spreadsheet program."""
    hand.write(REGULATIONS, hand.files[REGULATIONS].decode().encode("utf-16"), "the same text in UTF-16")


def _lists(hand: Hand) -> list[tuple[str, str]]:
    """The delimited files of lists and registers with their text."""
    paths = [path for folder in ("registers", "programmes") for path in hand.paths(f"{folder}/*.csv")]
    return [(path, hand.files[path].decode()) for path in paths]


@planter("files")
def lists_encoded_twice(hand: Hand) -> None:
    """Letters with an accent as two others."""
    for path, text in _lists(hand):
        lines = map(encode_twice, text.split("\r\n"))
        hand.write(path, "\r\n".join(lines).encode(), "the same text encoded twice")


@planter("files")
def letters_lost(hand: Hand) -> None:
    """A question mark for each letter with an accent."""
    for path, text in _lists(hand):
        hand.write(path, text.encode("ascii", "replace"), "a question mark for each such letter")


@planter("files")
def zeros_in_register(hand: Hand) -> None:
    """Bytes of nought within a text."""
    content = hand.files[REGULATIONS]
    hand.write(REGULATIONS, content[: len(content) // 2] + bytes(64) + content[len(content) // 2 :])


@planter("files")
def body_unknown(hand: Hand) -> None:
    """A code that no body has."""
    path = hand.first(hand.budgets())
    name = name_of(path).partition("_")[2]
    _moved(hand, path, f"budgets/{REPORTED_ON}/gm9999_{name}")


@planter("files")
def snapshot_unknown(hand: Hand) -> None:
    """A year that is no snapshot."""
    path = hand.first(hand.budgets())
    _moved(hand, path, path.replace(f"/{REPORTED_ON}/", "/2031/"))


@planter("files")
def body_not_in_name(hand: Hand) -> None:
    """A name without the code of a body."""
    path = hand.first(hand.budgets())
    _moved(hand, path, f"budgets/{REPORTED_ON}/{path.rpartition('_')[2]}")


@planter("files")
def another_folder(hand: Hand) -> None:
    """The response of a body among the budgets, where that body has one already."""
    bodies = {body_of(path) for path in hand.budgets()}
    path = hand.first(path for path in hand.paths(SURVEYS) if body_of(path) in bodies)
    _moved(hand, path, f"budgets/{REPORTED_ON}/{name_of(path)}")
