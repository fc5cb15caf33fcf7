"""Lines that repeat at the edges of pages: running ones go, amounts and heads of tables stay."""

from dagster_project.documents.formats.running import RunningLines


def _kept(pages, heights=None):
    running = RunningLines(pages, heights)
    return [[page[i] for i in running.inner(page)] for page in pages]


def test_a_running_head_and_a_page_number_go():
    pages = [["Begroting 2024", f"tekst {n}{n}", f"Pagina {n}"] for n in range(1, 5)]
    assert _kept(pages) == [[f"tekst {n}{n}"] for n in range(1, 5)]


def test_a_head_with_the_number_of_its_page_goes():
    pages = [[f"Gemeente Voorbeeld | Begroting 2024 {n}", f"regel {'x' * n}"] for n in range(3, 7)]
    assert _kept(pages) == [[f"regel {'x' * n}"] for n in range(3, 7)]


def test_amounts_at_the_foot_of_pages_stay():
    pages = [[f"tekst {'x' * n}", f"Resultaat: € {n}0.000"] for n in range(1, 5)]
    assert _kept(pages) == pages
    pages = [[f"tekst {'x' * n}", f"Resultaat {amount}"] for n, amount in ((1, 25), (2, 250), (3, 5))]
    assert _kept(pages) == pages


def test_the_head_of_a_table_stays():
    pages = [[None, f"rij {'x' * n}"] for n in range(1, 5)]
    assert _kept(pages) == pages


def test_the_last_lines_of_two_cells_are_no_running_line_though_they_are_the_same():
    pages = [[f"tekst {'x' * n}", f"rij {'y' * n}", "provincie Voorbeeld"] for n in (1, 2)]
    assert _kept(pages, [[60, 300, 310], [60, 110, 120]]) == pages
    assert _kept(pages, [[60, 300, 810], [60, 110, 810]]) == [page[:2] for page in pages]
