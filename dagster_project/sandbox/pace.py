"""The time of the document that this process reads: it is earned by pages, so that a page that hangs ends soon.

A fixed limit would either let a hostile page run for the minutes that an honest document of 900 pages needs, or refuse
that document. So a child starts with little, and each page that it finishes earns it more. The kernel keeps the time: a
parser in C that never comes back cannot outrun it. Does not belong here: what happens to a child that ran out (`pool`).
"""

import signal

from dagster_project.sandbox.limits import FIRST_SECONDS, LINES_PER_PAGE, MAX_SECONDS, SECONDS_PER_PAGE


class _Pace:
    """Off until `start`: whoever reads a document in his own process is not killed."""

    running = False
    pages = 0
    left = 0.0


_pace = _Pace()


def start(first: float = FIRST_SECONDS, most: float = MAX_SECONDS) -> None:
    """Start the clock of this process; when it runs out, SIGPROF ends the process."""
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    _pace.running, _pace.left = True, most - first
    signal.setitimer(signal.ITIMER_PROF, first)


def earn(pages: float, each: float = SECONDS_PER_PAGE) -> None:
    """Add the time for pages that are about to be read, as long as the document has any left."""
    if not _pace.running:
        return
    more = min(pages * each, _pace.left)
    _pace.left -= more
    now, _ = signal.getitimer(signal.ITIMER_PROF)
    # A timer of zero would switch the clock off.
    signal.setitimer(signal.ITIMER_PROF, max(now + more, 0.001))


def earn_lines(lines: int) -> None:
    """The same for rows of tables and blocks, in formats without pages."""
    earn(lines / LINES_PER_PAGE)


def count_pages(pages: int) -> None:
    """Note how many pages the document has, for whoever shows the progress."""
    _pace.pages = pages


def counted_pages() -> int:
    """The pages noted; a document without pages counts as one."""
    return max(_pace.pages, 1)
