"""Where the founders' real data lies; tests that need it skip where it is absent."""

import os
from pathlib import Path

import pytest

_BESIDE = Path(__file__).resolve().parents[2] / "shared" / "real"


def real_data(name: str) -> Path:
    """The folder of that name, or a skip that says what is missing."""
    folder = Path(os.environ.get("LAPPENDEKEN_REAL", _BESIDE)) / name
    if not folder.exists():
        pytest.skip(f"the real data '{name}' is not here (set LAPPENDEKEN_REAL to its folder)")
    return folder
