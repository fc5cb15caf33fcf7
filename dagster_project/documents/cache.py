"""What was read once is not read again: values by key, in a folder that can always be thrown away.

Several runs may use one folder at once: an entry is written whole or not at all, under a name of its own first. An
entry carries the hash of its content; one that is damaged is as good as none. Does not belong here: what a key
rests on.
"""

import hashlib
import json
import os
import tempfile
from pathlib import Path
from typing import Any


class Cache:
    """JSON values below a folder; `key` is hexadecimal digits."""

    def __init__(self, folder: Path):
        self.folder = folder

    def get(self, key: str) -> Any | None:
        """The value, or None where there is none that is whole."""
        try:
            head, content = self._path(key).read_bytes().split(b"\n", 1)
        except (OSError, ValueError):
            return None
        return json.loads(content) if head.decode("ascii", "replace") == _hash(key, content) else None

    def put(self, key: str, value: Any) -> None:
        """Keep a value; what stood there is replaced."""
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        content = json.dumps(value, ensure_ascii=False, sort_keys=True).encode()
        handle, name = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_hash(key, content).encode() + b"\n" + content)
            os.replace(name, path)
        except BaseException:
            os.unlink(name)
            raise

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key}.json"


def _hash(key: str, content: bytes) -> str:
    # With the key, so that an entry that was copied to another name is not taken for that one's.
    return hashlib.sha256(key.encode() + b"\n" + content).hexdigest()
