"""Where raw files stand and whose they are, told from their path below raw/.

Belongs here: places that kinds have in common. Does not belong here: what a kind does there.
"""

from dagster_project.simulation.plants.hand import REPORTED_ON
from dagster_project.simulation.sources.editions import FILES

EDITION_2017, EDITION_2020 = f"editions/{FILES[2017]}", f"editions/{FILES[2020]}"
SURVEYS, PROGRAMMES = f"surveys/{REPORTED_ON}/*.xlsx", f"programmes/*{REPORTED_ON}*"
"""The responses and the lists of the last snapshot."""


def name_of(path: str) -> str:
    """The name of the file without its folder."""
    return path.rpartition("/")[2]


def body_of(path: str) -> str:
    """The organisation that a budget or response is said to be of: the first part of its name."""
    return name_of(path).partition("_")[0]


def beside(path: str, word: str) -> str:
    """A path in the same folder, of the same body, with a word in its name."""
    folder, _, name = path.rpartition("/")
    body, _, rest = name.partition("_")
    return f"{folder}/{body}_{word}-{rest}"
