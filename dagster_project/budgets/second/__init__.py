"""The second reader: a language model that reads the found pages once more, and is believed only where they agree.

Belongs here: what is asked of it, what of its answers is accepted, where they are kept, and how they differ from what
the first reader found. Off unless `workspace.yml` names an address. Nothing that it says reaches `mention` but by a
decision. Does not belong here: the first reader (`budgets`), asking people (`review`).
"""

from dagster_project.budgets.second.reading import SecondReader
from dagster_project.budgets.second.settings import Settings, settings_of

__all__ = ["SecondReader", "Settings", "settings_of"]
