"""Scanned pages: what Tesseract recognises on a page that is a picture, where it is installed with its Dutch model.

A page is drawn, recognised by the program in a process of its own, and comes back as a page of invisible text, which is
then read as any other. Its places carry `ocr=nld`, so that nobody takes what was recognised for what was written. Does
not belong here: which pages are pictures, and what is read on them (`formats.pdf`).
"""

import io
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from dagster_project.documents.scanned_rules import without_rules
from dagster_project.sandbox.limits import MAX_PIXELS, SCAN_SECONDS

if TYPE_CHECKING:
    import numpy as np

LANGUAGE = "nld"
MARK = f"ocr={LANGUAGE}"
SWITCH = "LAPPENDEKEN_OCR"
"""Environment variable; `0` leaves scanned pages refused though the program is installed."""

_DPI = 300
"""What the models of Tesseract were trained on."""
_POINTS = 72
_PROGRAM = "tesseract"
_ONE_BLOCK = "6"
"""Mode of Tesseract that takes lines over the whole width: columns and cells are told by the places of words."""


@cache
def engine() -> str | None:
    """The recogniser with its version, such as `tesseract-5.3.0`; None where it or its Dutch model is not installed."""
    if os.environ.get(SWITCH) == "0" or shutil.which(_PROGRAM) is None:
        return None
    try:
        languages, version = (_run([flag], b"").decode("utf-8", "replace") for flag in ("--list-langs", "--version"))
    except (OSError, subprocess.SubprocessError):
        return None
    found = re.match(r"tesseract v?(\S+)", version)
    return f"tesseract-{found.group(1)}" if found and LANGUAGE in languages.split() else None


@dataclass(frozen=True)
class Scan:
    """What is recognised on a page: a PDF of one page with the text where it stands, and the rules as edges."""

    pdf: bytes
    edges: list[dict[str, Any]]


def recognise(page) -> Scan | None:
    """What is recognised on a page of pdfium; None where there is no recogniser, or it fails or takes too long."""
    if engine() is None:
        return None
    picture, scale = _picture(page)
    picture, edges = without_rules(picture, scale)
    words = ["stdin", "stdout", "-l", LANGUAGE, "--dpi", str(round(scale * _POINTS)), "--psm", _ONE_BLOCK]
    try:
        return Scan(_run([*words, "-c", "textonly_pdf=1", "pdf"], _as_png(picture)), edges)
    except (OSError, subprocess.SubprocessError):
        return None


def is_recognised(locator: str) -> bool:
    """Whether a place was recognised from a picture."""
    return MARK in locator.split(";")


def _picture(page) -> "tuple[np.ndarray, float]":
    """The page as grey dots, and how many go to a point; a page of absurd size is drawn coarser."""
    import numpy as np

    width, height = page.get_size()
    scale = min(_DPI / _POINTS, (MAX_PIXELS / max(width * height, 1)) ** 0.5)
    return np.array(page.render(scale=scale, grayscale=True).to_pil()), scale


def _as_png(picture: "np.ndarray") -> bytes:
    from PIL import Image

    out = io.BytesIO()
    Image.fromarray(picture).save(out, "PNG", compress_level=1)
    return out.getvalue()


def _run(words: list[str], given: bytes) -> bytes:
    # One thread each: documents are read side by side, and threads of one page gain little.
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    command = [_PROGRAM, *words]
    return subprocess.run(
        command, input=given, capture_output=True, check=True, timeout=SCAN_SECONDS, env=environment
    ).stdout
