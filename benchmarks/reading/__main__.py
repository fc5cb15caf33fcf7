"""`make bench-reading`: the table of CPU time, memory, and what a second process brings."""

import tempfile
import time
from pathlib import Path

from benchmarks.reading.documents import PARTIES, budget
from benchmarks.reading.measure import measured
from benchmarks.reading.methods import EVERY

PAGES = (60, 150, 300)
RUNS = 5
FILES = 8
_BARS = {True: 1.5, False: 3.0}


def main() -> None:
    """Write the documents, measure, print."""
    with tempfile.TemporaryDirectory() as folder:
        files = {
            (ruled, n): budget(Path(folder) / f"{n}{'r' if ruled else 'u'}.pdf", n, ruled)
            for ruled in (True, False)
            for n in PAGES
        }
        print(f"{'file':>20} {'floor':>9} {'ours':>18} {'find+plumber':>13} {'plumber all':>12} {'memory':>9}  parties")
        for (ruled, pages), path in files.items():
            _line(ruled, pages, path)
        _processes(files[True, 150], Path(folder))


def _line(ruled: bool, pages: int, path: Path) -> None:
    floor = measured("floor", path, RUNS)["seconds"]
    ours = measured("ours", path, RUNS)
    find = measured("find, then pdfplumber", path, RUNS)["seconds"]
    whole = measured("pdfplumber", path, 1)["seconds"] * EVERY
    ratio = ours["seconds"] / floor
    bar = _BARS[ruled]
    said = f"{ratio:.2f}x ({'within' if ratio <= bar else 'over'} {bar})"
    print(
        f"{pages:>5} pages {'ruled' if ruled else 'unruled':>8} {floor:>8.3f}s {said:>18} {find / floor:>12.1f}x"
        f" {whole / floor:>11.0f}x {ours['megabytes']:>6.0f} MB  {ours['found']} of {PARTIES}",
        flush=True,
    )


def _processes(path: Path, folder: Path) -> None:
    from dagster_project.budgets.reading import BudgetReader

    copies = [folder / f"copy{n}.pdf" for n in range(FILES)]
    for number, copy in enumerate(copies):
        # A document is read once per content, so each copy gets a comment of its own behind its end.
        copy.write_bytes(path.read_bytes() + f"\n% {number}\n".encode())
    seconds = {}
    for jobs in (1, 2, 1, 2):
        with BudgetReader(jobs=jobs) as reader:
            reader.read(copies[:1])
            start = time.perf_counter()
            reader.read(copies)
            seconds[jobs] = min(seconds.get(jobs, 1e9), time.perf_counter() - start)
    one, two = seconds[1], seconds[2]
    print(f"{FILES} files of 150 pages: one process {one:.2f} s, two {two:.2f} s: {one / two:.2f} times as fast")


if __name__ == "__main__":
    main()
