"""An undisturbed workspace, kept at every step of its way: what a disturbed one must come to in the end.

Belongs here: the six documents, the steps, and going back to a step. All stages stand in turn at one place, for dbt
parses its project anew for every other place. Does not belong here: what is done to them.
"""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml

from benchmarks.faults.killing import call
from dagster_project.workspace import PROJECT

EXAMPLE = PROJECT / "data" / "example"
SIX = (
    "budgets/2017/gm0014_verbonden-partijen.csv",
    "budgets/2017/gm0018_verbonden-partijen.xlsx",
    "budgets/2024/gm0014_verbonden-partijen.xlsx",
    "budgets/2024/gm0037_verbonden-partijen.csv",
    "budgets/2024/pv20_verbonden-partijen.docx",
    "surveys/2024/gm0014_enquete.xlsx",
)


EXPECTED = {
    "budget": {2017: ["gm0014", "gm0018"], 2024: ["gm0014", "gm0037", "pv20"]},
    "survey": {2024: ["gm0014"]},
    "register": [],
    "edition": [],
    "programme": [],
}
"""What the six documents are: nothing else is expected, so that they make a release."""


def settings(folder: Path) -> None:
    """Write the settings of a workspace for the six documents into a folder."""
    said = yaml.safe_load((EXAMPLE / "workspace.yml").read_text(encoding="utf-8")) | {"expected": EXPECTED}
    (folder / "workspace.yml").write_text(yaml.safe_dump(said, sort_keys=False), encoding="utf-8")


def deliver(folder: Path) -> tuple[str, ...]:
    """Put the six documents below a folder; gives the folders to take in."""
    for file in SIX:
        (target := folder / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(EXAMPLE / "raw" / file, target)
    return tuple(sorted(str(p) for p in folder.iterdir()))


@dataclass(frozen=True)
class Step:
    """A command of the way, and the CPU seconds that it took undisturbed."""

    name: str
    words: tuple[str, ...]
    cpu: float


class Stages:
    """The way of a workspace below `base`: at each step a copy of all that was there, and the command that leads on."""

    def __init__(self, base: Path):
        self.base, self.place = base, base / "workspace"
        self.steps: list[Step] = []
        self.delivered: tuple[str, ...] = ()

    @classmethod
    def of_six_documents(cls, base: Path, steps: Iterable[str] = ("intake", "run", "release", "review import")):
        """Six documents from the door to a second release, with an answer of a reviewer between the two."""
        way = cls(base)
        way.delivered = deliver(base / "delivered")
        way.place.mkdir()
        settings(way.place)
        for name in steps:
            way.go(name, *way._words(name))
        if "review import" in steps:
            way.go("run", "run")
            way.go("release", "release")
        return way

    @classmethod
    def of_the_example(cls, base: Path):
        """The example from its raw files to a release."""
        way = cls(base)
        shutil.copytree(EXAMPLE, way.place, ignore=shutil.ignore_patterns("work", "releases", ".dvc-remote"))
        for path in (way.place / "ledger").glob("*.csv"):
            path.unlink()
        way.go("run", "run")
        way.go("release", "release")
        return way

    def go(self, name: str, *words: str) -> None:
        """Keep what is there now, and do the next step."""
        self.keep(len(self.steps))
        done = call(self.place, *words)
        if done.code:
            raise RuntimeError(f"{name} failed undisturbed: {done.err[-2000:]}")
        self.steps.append(Step(name, words, done.cpu))
        self.keep(len(self.steps))

    def keep(self, number: int) -> None:
        """Copy the workspace as it is."""
        shutil.rmtree(self.at(number), ignore_errors=True)
        shutil.copytree(self.place, self.at(number), symlinks=True)

    def at(self, number: int) -> Path:
        """The copy of before step `number`, which is that of after the one before it."""
        return self.base / f"stage-{number}"

    def restore(self, number: int) -> Path:
        """Have the workspace as it was before step `number`."""
        if self.place.is_mount():
            for path in self.place.iterdir():
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        else:
            shutil.rmtree(self.place, ignore_errors=True)
        shutil.copytree(self.at(number), self.place, symlinks=True, dirs_exist_ok=True)
        return self.place

    def put_inputs_back(self, number: int) -> None:
        """All that people deliver and decide as it was, as version control does it; what a run makes stays."""
        for name in ("raw", "decisions"):
            shutil.rmtree(self.place / name, ignore_errors=True)
            if (self.at(number) / name).is_dir():
                shutil.copytree(self.at(number) / name, self.place / name, copy_function=shutil.copy2)
        for new in {p.name for p in self.place.glob("[!.]*.csv")} - {p.name for p in self.at(number).glob("*.csv")}:
            (self.place / new).unlink()  # such as a list of refusals where there were none
        for kept in self.at(number).glob("*.*"):
            if kept.is_file():
                shutil.copy2(kept, self.place / kept.name)

    def _words(self, name: str) -> tuple[str, ...]:
        if name == "intake":
            return ("intake", *self.delivered)
        if name == "review import":
            return ("review", "import", str(self._answers()))
        return (name,)

    def _answers(self) -> Path:
        """The questions with one answer that moves no published figure: two that are not the same."""
        from openpyxl import load_workbook

        path = self.base / "answers.xlsx"
        if done := call(self.place, "review", "export", str(path)).code:
            raise RuntimeError(f"review export ended with {done}")
        book = load_workbook(path)
        sheet = book["Vragen"]
        column = {cell.value: cell.column for cell in sheet[1]}
        for row in range(2, sheet.max_row + 1):
            if str(sheet.cell(row, column["Keuzes"]).value).split("; ") == ["ja", "nee"]:
                answer = {"Antwoord": "nee", "Toelichting": "proef", "Beoordelaarscode": "BZK-07", "Rol": "beoordelaar"}
                for heading, value in {**answer, "Datum": "2025-01-31"}.items():
                    sheet.cell(row, column[heading]).value = value
                book.save(path)
                return path
        raise RuntimeError("no question of the kind that is answered here")
