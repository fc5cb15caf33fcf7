"""The text of a cell: escapes of Office Open XML undone, line ends alike, control characters out; failed formulas."""

import re

from dagster_project.texts import failed_formula

_ESCAPE = re.compile(r"(?:_x[0-9A-Fa-f]{4}_)+")
_CODE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")

ERROR_VALUE = "de cel toont de fout {0} van een formule; schrijf de waarde zelf, of herstel de formule"


def cell_text(text: str) -> str:
    """The text as a reader sees it: `_x000D_` is a line break, as any `_xHHHH_` is its character; ends stripped."""
    if "_x" in text:
        text = _ESCAPE.sub(_unescaped, text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.sub(" ", text).strip()


def error_value(text: str) -> str | None:
    """What is wrong with a cell that shows that its formula failed, in any language; None for any other."""
    return ERROR_VALUE.format(text) if failed_formula(text) else None


def _unescaped(match: re.Match[str]) -> str:
    # Two escapes together may be one character.
    units = b"".join(int(code, 16).to_bytes(2, "little") for code in _CODE.findall(match[0]))
    return units.decode("utf-16-le", "replace")
