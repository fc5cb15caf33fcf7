"""Documents with their truth: drawn one by one, or written to a folder as `evaluate extract` takes them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.layouts.content.document import Content
from benchmarks.layouts.formats import written
from benchmarks.layouts.grammar import draw_layout
from benchmarks.layouts.page import compose
from benchmarks.layouts.truth import truth_of
from benchmarks.layouts.words import words

_CODES = {"municipality": "gm", "province": "pv", "water_board": "ws", "joint_body": "gm"}
TRUTH = "truth"


@dataclass(frozen=True)
class Drawn:
    """A document: its path below a folder, its bytes, and its truth with the choices of its layout."""

    path: str
    content: bytes
    truth: dict


def draw(seed: int, number: int) -> Drawn:
    """One document; the same bytes and truth for the same seed and number."""
    layout = draw_layout(seed, number)
    content = Content(seed, number, layout)
    blocks = compose(content)
    running = content.one_of("running", words().text.running).format(y=content.year)
    made, pages = written(blocks, layout, f"{running} {content.body}")
    code = f"{_CODES[layout['body']]}{number % 9000 + 1000}"
    path = f"{content.snapshot}/{code}_{seed}-{number}.{layout['format']}"
    return Drawn(path, made, truth_of(content, path, blocks, pages))


def draw_all(seed: int, count: int) -> Iterator[Drawn]:
    """So many documents of a seed."""
    return (draw(seed, number) for number in range(count))


def write_all(folder: Path, seed: int, count: int) -> Path:
    """Write so many documents below a folder and their truth into `truth/` in it; gives that folder."""
    truth = folder / TRUTH
    truth.mkdir(parents=True, exist_ok=True)
    for one in draw_all(seed, count):
        path = folder / one.path
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(one.content)
        told = json.dumps(one.truth, ensure_ascii=False, indent=1) + "\n"
        (truth / f"{path.stem}.json").write_text(told, encoding="utf-8")
    return truth
