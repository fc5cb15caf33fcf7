"""The words of names and purposes: `tasks.yml` and `name_words.yml`, and their shapes. No rule belongs here."""

from functools import cache
from pathlib import Path

from dagster_project.texts import Entry, Vocabulary, read_vocabulary

HERE = Path(__file__).parent


class Task(Entry):
    """What a collaboration does; the head of `tasks.yml` says what each key means."""

    id: str
    themes: tuple[str, ...]
    goal: str
    topic: str
    does: str
    bodies: tuple[str, ...]
    bare: tuple[str, ...] = ()
    brand: str | None = None
    single: bool = False
    light: bool = False
    state: bool = False


class _Tasks(Vocabulary):
    tasks: tuple[Task, ...]


class NameWords(Vocabulary):
    """The keys of `name_words.yml`, which says what each holds."""

    toponyms: dict[str, tuple[str, ...]]
    directions: tuple[str, ...]
    division_words: tuple[str, ...]
    brands: dict[str, tuple[tuple[str, ...], tuple[str, ...]]]
    leads: dict[str, tuple[str, ...]]
    form_in_front: dict[str, str]
    form_behind: dict[str, str]
    deals: dict[str, tuple[str, ...]]
    scattered: tuple[str, ...]
    also: dict[str, tuple[str, ...]]
    purpose_frames: tuple[str, ...]
    purpose_ends: tuple[str, ...]
    goal_purposes: dict[str, str]
    untold_goal: str
    with_partners: tuple[str, ...]
    hearing_partners: tuple[str, ...]
    non_government: dict[str, tuple[str, ...]]
    small_words: tuple[str, ...]


@cache
def tasks() -> dict[str, Task]:
    """All tasks by their id, in the order of the file."""
    return {task.id: task for task in read_vocabulary(HERE / "tasks.yml", _Tasks).tasks}


@cache
def words() -> NameWords:
    """The words of `name_words.yml`."""
    return read_vocabulary(HERE / "name_words.yml", NameWords)
