"""What a command prints goes through here: nothing of a file, a name or a path steers the screen.

Belongs here: `say`, in place of print. Does not belong here: what is said, and what a run shows while it goes
(`progress`).
"""

import json
import sys
from typing import Any

from dagster_project.texts import printable

_LAYOUT = "\n\t"


def never_fail_to_write() -> None:
    """Have letters that the screen cannot show written as their codes; a name in them ends no command."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def say(text: object = "", *, to: Any = None, end: str = "\n") -> None:
    """Print a text, its control characters shown as their codes, to standard output or another stream."""
    print(printable(str(text), keep=_LAYOUT), file=to, end=end, flush=True)


def say_error(text: object) -> None:
    """The same to standard error."""
    say(text, to=sys.stderr)


def say_json(data: Any) -> None:
    """Print data as JSON; control characters are escaped as JSON does it."""
    say_json_text(json.dumps(data, ensure_ascii=False, indent=2, default=str))


def say_json_text(text: str) -> None:
    """The same for what is JSON already."""
    print(printable(text, keep=_LAYOUT, as_json=True), flush=True)
