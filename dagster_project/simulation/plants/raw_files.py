"""The raw files of a country as a mapping from their path below raw/ to their bytes, changed in memory until saved."""

from collections.abc import Iterator, MutableMapping
from pathlib import Path

from dagster_project.simulation.plants.model import NothingThere


class RawFiles(MutableMapping[str, bytes]):
    """Files on disk, read when they are first asked for. What was set or deleted reaches the disk by `save`."""

    def __init__(self, raw: Path):
        self._raw = raw
        self._there = {path.relative_to(raw).as_posix() for path in raw.rglob("*") if path.is_file()}
        self._on_disk = frozenset(self._there)
        self._held: dict[str, bytes] = {}

    def __getitem__(self, path: str) -> bytes:
        if path not in self._there:
            raise NothingThere(path)
        return self._held[path] if path in self._held else (self._raw / path).read_bytes()

    def __setitem__(self, path: str, content: bytes) -> None:
        self._there.add(path)
        self._held[path] = content

    def __delitem__(self, path: str) -> None:
        self._there.remove(path)
        self._held.pop(path, None)

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._there))

    def __len__(self) -> int:
        return len(self._there)

    def changed(self) -> dict[str, bytes | None]:
        """What is other than on disk: new bytes, or None for a file that is gone, by path."""
        gone = dict.fromkeys(sorted(self._on_disk - self._there))
        return gone | {path: self._held[path] for path in sorted(self._held) if self._is_other(path)}

    def _is_other(self, path: str) -> bool:
        return path not in self._on_disk or (self._raw / path).read_bytes() != self._held[path]

    def save(self) -> None:
        """Make the disk as this is."""
        for path, content in self.changed().items():
            target = self._raw / path
            if content is None:
                target.unlink()
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
