"""Words that are data: YAML files with a version, read into a shape that says what they hold.

Belongs here: reading such a file and holding it against its shape. Does not belong here: any word, and whether the
codes that a file names exist (the room that has the file knows its seeds).
"""

import re
from functools import cache
from pathlib import Path
from typing import Annotated, TypeVar

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from dagster_project.workspace.errors import UnreadableInput


def _stripped(pattern: object) -> object:
    # A pattern over several lines of YAML ends in a line break.
    return pattern.strip() if isinstance(pattern, str) else pattern


Regex = Annotated[re.Pattern[str], BeforeValidator(_stripped)]
"""A regular expression; compiled when the file is read."""


class Entry(BaseModel):
    """A part of a vocabulary: immutable, and a key that it does not declare is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Vocabulary(Entry):
    """A whole file. Subclass it with a field per key; every file says its version."""

    version: str


Shape = TypeVar("Shape", bound=Vocabulary)


@cache
def read_vocabulary(path: Path, shape: type[Shape]) -> Shape:
    """The words in `path` as an instance of `shape`, read once per process.

    Args:
        path: a YAML file.
        shape: a subclass of `Vocabulary`; tuples, dicts, nested `Entry`s and `Regex`es are read as declared.

    Raises:
        UnreadableInput: the file is not there or no YAML, a key is absent, unknown or written twice, or a value has
            another type than declared; the error names the key.
    """
    try:
        raw = yaml.load(path.read_text(encoding="utf-8"), _UniqueKeys)
    except (OSError, UnicodeError, yaml.YAMLError) as error:
        raise UnreadableInput(f"no vocabulary: {error}", path.name, "mend the file") from error
    try:
        return shape.model_validate(raw)
    except ValidationError as error:
        told = "; ".join(f"{'.'.join(map(str, e['loc'])) or 'the file'}: {e['msg']}" for e in error.errors()[:5])
        raise UnreadableInput(told, path.name, "give each key its value as the shape says") from error


class _UniqueKeys(yaml.SafeLoader):
    """YAML keeps the last of two equal keys and says nothing: words would be lost."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict:
        mapping = super().construct_mapping(node, deep)
        if len(mapping) < len(node.value) and not any(key.tag == "tag:yaml.org,2002:merge" for key, _ in node.value):
            raise yaml.constructor.ConstructorError(None, None, "a key is written twice", node.start_mark)
        return mapping
