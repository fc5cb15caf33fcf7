"""Reading a file of the workspace, whose damage is told with its place and the mend."""

from pathlib import Path

from dagster_project.workspace.errors import UnreadableInput


def read_utf8(path: Path, mend: str) -> str:
    """The text of a file.

    Raises UnreadableInput, with the line, where it is no UTF-8.
    """
    content = path.read_bytes()
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UnreadableInput("the file is no UTF-8", f"{path} line {line}", mend) from None
