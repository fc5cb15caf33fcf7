"""What a place in a file is called in Dutch. Does not belong here: how a locator is made (who reads the file)."""

import re

_WORDS = {"page": "bladzijde", "sheet": "blad", "cell": "cel", "row": "rij", "line": "regel", "paragraph": "alinea"}
_WHOLE = {"document": "hele bestand"}
_TABLE_ROW = re.compile(r"/tr\[(\d+)\]")


def place_in_dutch(locator: str) -> str:
    """A locator in words, such as `bladzijde 12` or `blad Deelnemers, rij 4`; where on the page is for the machine."""
    parts = [part.partition("=") for part in locator.split(";")]
    said = ", ".join(f"{_WORDS[key]} {value}" for key, _, value in parts if key in _WORDS)
    path = next((value for key, _, value in parts if key == "element"), "")
    if path and not said:
        row = _TABLE_ROW.search(path)
        return f"tabelrij {row[1]}" if row else "in de tekst"
    return said or _WHOLE.get(locator, locator)
