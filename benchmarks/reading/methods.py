"""The ways to read a file that are measured: ours, the floor, and two with pdfplumber. Each gives what it found."""

from pathlib import Path

EVERY = 30
"""pdfplumber on all pages is measured on every thirtieth page, and its time multiplied."""


def ours(path: Path) -> int:
    """From file to mentions."""
    from dagster_project.budgets import read_budget

    rows, _ = read_budget(path, snapshot=2024, organisation_id="gm0001")
    return len(rows)


def floor(path: Path) -> int:
    """pypdfium2 fetching the text of every page, and nothing else."""
    return len(_texts(path))


def find_then_pdfplumber(path: Path) -> int:
    """The pages found as we find them, and their tables by pdfplumber."""
    import pdfplumber

    from dagster_project.budgets.finding import pages_of_parties

    with pdfplumber.open(path) as pdf:
        return sum(len(pdf.pages[n - 1].extract_tables()) for n in sorted(pages_of_parties(_texts(path))))


def pdfplumber_all(path: Path) -> int:
    """Text and tables of every thirtieth page by pdfplumber."""
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        found = 0
        for page in pdf.pages[::EVERY]:
            page.extract_text()
            found += len(page.extract_tables())
            page.close()
        return found


def warm(method: str, path: Path) -> None:
    """What the processes that read share: for us what the server of the pool has loaded, for others their libraries.

    None of ours may have seen the file: each document is read in a process of its own, which knows no text of it.
    """
    from dagster_project.budgets.reading import warm as warm_ours

    if method == "ours":
        warm_ours()
    else:
        METHODS[method](path)


METHODS = {"floor": floor, "ours": ours, "find, then pdfplumber": find_then_pdfplumber, "pdfplumber": pdfplumber_all}


def _texts(path: Path) -> list[str]:
    import pypdfium2 as pdfium

    pdf = pdfium.PdfDocument(path)
    texts = []
    for number in range(len(pdf)):
        page = pdf[number]
        textpage = page.get_textpage()
        texts.append(textpage.get_text_bounded())
        textpage.close()
        page.close()
    pdf.close()
    return texts
