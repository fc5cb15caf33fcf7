"""The child that reads one document: its limits, and how it ends. It is forked by `pool_server` and never returns.

What a child says is JSON, never a pickle: a document that got hold of its parser must not get hold of us.
"""

import json
import os
import resource
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from dagster_project.sandbox import pace
from dagster_project.sandbox.limits import MAX_MEMORY, MAX_SECONDS, SCAN_SECONDS
from dagster_project.workspace.children import end_with_parent

NO_MEMORY, TOO_MUCH = 70, 71
"""Exit codes: the document took more memory than it may; the answer is longer than it may be."""

_MAX_FILES = 64
_MAX_WRITTEN = 64 * 2**20
"""Of a file that a child writes: only the picture of a scanned page, for recognition, is one."""


def read_one(target: Callable[..., Any], request: dict, writing: int) -> NoReturn:
    """Read the document of a request, write the answer and end."""
    ended = 1
    try:
        end_with_parent()
        _limit()
        ended = _read(target, request, writing)
    except BaseException:
        ended = NO_MEMORY if _is_full() else 1
    finally:
        os._exit(ended)


def _read(target: Callable[..., Any], request: dict, writing: int) -> int:
    try:
        said = {"value": target(Path(request["path"]), **request["arguments"])}
    except MemoryError:
        return NO_MEMORY
    except Exception as error:  # whatever a document does to a parser, it is the document's fault
        said = {"error": f"{type(error).__name__}: {error}"[:500]}
    content = json.dumps({**said, "pages": pace.counted_pages()}, ensure_ascii=False).encode("utf-8", "replace")
    with os.fdopen(writing, "wb") as out:
        out.write(content)
    return 0


def _limit() -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGALRM):
        signal.signal(number, signal.SIG_DFL)
    held = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    for kind, most in (
        (resource.RLIMIT_AS, held + MAX_MEMORY),
        (resource.RLIMIT_CPU, int(MAX_SECONDS + SCAN_SECONDS) + 1),
        (resource.RLIMIT_FSIZE, _MAX_WRITTEN),
        (resource.RLIMIT_NOFILE, _MAX_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (most, most))
    pace.start()


def _is_full() -> bool:
    """Whether the last error came of a lack of memory, when not even the error could be told."""
    limit, _ = resource.getrlimit(resource.RLIMIT_AS)
    held = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    return held > limit * 0.9
