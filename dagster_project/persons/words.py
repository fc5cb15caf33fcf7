"""The words of `words.yml` as sets, and the names of governments, which look like persons now and then."""

from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator

from dagster_project.texts import Vocabulary, read_vocabulary
from dagster_project.workspace.seeds import government_names

_AsWritten = Annotated[frozenset[str], BeforeValidator(str.split)]
_Lower = Annotated[frozenset[str], BeforeValidator(lambda text: text.lower().split())]
_Endings = Annotated[tuple[str, ...], BeforeValidator(str.split)]


class Words(Vocabulary):
    """First names and surnames as written, all other words in lower case, endings for `str.endswith`."""

    first_names: _AsWritten
    plain_words: _AsWritten
    surnames: _AsWritten
    surname_endings: _Endings
    body_words: _Lower
    surnames_too: _Lower
    body_endings: _Endings
    not_names: _Lower
    regions: _Lower


@cache
def words() -> Words:
    """The words, read once.

    Raises UnreadableInput where the file is not of this shape.
    """
    return read_vocabulary(Path(__file__).with_name("words.yml"), Words)


def is_government(text: str) -> bool:
    """Whether what looks like a person is (the end of) the name of a place: `Bergen op Zoom (wethouder)`."""
    return text.lower() in _governments()


@cache
def _governments() -> frozenset[str]:
    """All names of governments in the seeds, whenever they were in use, and their ends from each word on."""
    split = [name.lower().split() for name in government_names()]
    return frozenset(" ".join(w[at:]) for w in split for at in range(len(w)))
