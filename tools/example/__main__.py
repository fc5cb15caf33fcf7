"""`python -m tools.example [FOLDER]`: write the raw files of the example anew, into data/example/raw by default."""

import sys
from pathlib import Path

from tools.example.raw import write_raw

DEFAULT = Path(__file__).resolve().parents[2] / "data" / "example" / "raw"

if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    count = write_raw(folder)
    print(f"{count} files written to {folder}")
