"""Hashes and the ids made from them."""

import hashlib
from collections.abc import Iterable
from pathlib import Path


def sha256_of(path: Path) -> str:
    """SHA-256 of the content of a file, hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def short_id(prefix: str, *parts: object) -> str:
    """An id from content: the prefix and the first sixteen hexadecimal digits of the hash of the parts.

    Half a character (a lone surrogate), which some files hold, counts as what it is.
    """
    text = "\x1f".join("" if p is None else str(p) for p in parts)
    return prefix + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def tree_hash(root: Path, paths: Iterable[Path]) -> str:
    """One hash over files: their paths below `root` and their contents, in the order of their paths."""
    digest = hashlib.sha256()
    for path in sorted(p for p in paths if p.is_file()):
        digest.update(f"{path.relative_to(root).as_posix()}\x1f{sha256_of(path)}\n".encode())
    return digest.hexdigest()
