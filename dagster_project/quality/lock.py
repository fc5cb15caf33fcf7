"""`python -m dagster_project.quality.lock`: write the lock of the expectations anew, and say what changed.

Belongs here: the command. Does not belong here: what the lock holds and that it is held to (`declaration`).
"""

from dagster_project.quality.declaration import FOLDER, LOCK, as_written, lock_lines
from dagster_project.workspace.atomic import write_text


def main() -> None:
    """Lines that go are told with a minus, those that come with a plus."""
    path = FOLDER / LOCK
    before = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    after = lock_lines(as_written())
    write_text(path, "".join(f"{line}\n" for line in after))
    for line in sorted(set(before) ^ set(after)):
        print(f"{'+' if line in after else '-'} {line}")


if __name__ == "__main__":
    main()
