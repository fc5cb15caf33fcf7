"""The vocabulary, read and compiled.

Belongs here: the shape of the files in `words/` and the check that they only name codes of the seeds. Does not
belong here: any word (those are data) and any rule that uses them.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from re import Pattern
from typing import Any

import yaml

from dagster_project.workspace.errors import UnreadableInput
from dagster_project.workspace.layout import PROJECT

HERE = Path(__file__).parent / "words"
WRITTEN = 0.95
"""Confidence of a form that a source writes without leaving room."""


@dataclass(frozen=True)
class Body:
    """A kind of collaboration that its name or purpose gives away."""

    id: str
    themes: tuple[str, ...]
    goal: str
    name: Pattern | None
    purpose: Pattern | None
    adds: dict[str, Pattern]
    operational_when: Pattern | None
    proper_name: bool


@dataclass(frozen=True)
class Form:
    """A phrase that tells a legal form."""

    id: str
    pattern: Pattern
    form: str
    confidence: float


@dataclass(frozen=True)
class System:
    """Words that tell a statutory system."""

    id: str
    name: Pattern
    purpose: Pattern | None
    and_purpose: Pattern | None


@dataclass(frozen=True)
class Themes:
    """The words of the codebook of themes."""

    version: str
    masks: tuple[tuple[str, Pattern], ...]
    bodies: tuple[Body, ...]
    all_tasks: Pattern
    nearest: dict[str, Pattern]
    strong: dict[str, Pattern]
    weak: dict[str, Pattern]


@dataclass(frozen=True)
class Attributes:
    """The words of legal forms, statutory systems and goals."""

    version: str
    written: tuple[Form, ...]
    headings: tuple[Form, ...]
    names: tuple[Form, ...]
    host_named: Pattern
    host_implied: Pattern
    systems: tuple[System, ...]
    systems_not: Pattern
    region: Pattern
    executes: Pattern
    aligns: Pattern


@cache
def codes(seed: str) -> dict[str, dict[str, str]]:
    """The rows of a seed by their first column, in the order of the file; read without polars, for speed."""
    import csv

    with (PROJECT / "dbt" / "seeds" / f"{seed}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {next(iter(row.values())): row for row in rows}


@cache
def themes() -> Themes:
    """The vocabulary of themes. Raises UnreadableInput where it names an unknown code or a broken pattern."""
    where = HERE / "themes.yml"
    raw = _read(where)
    bodies = tuple(
        Body(
            id=b["id"],
            themes=tuple(b["themes"]),
            goal=b["goal"],
            name=_optional(b, "name", where),
            purpose=_optional(b, "purpose", where),
            adds={theme: _compiled(p, where) for theme, p in b.get("adds", {}).items()},
            operational_when=_optional(b, "operational_when", where),
            proper_name=b.get("proper_name", False),
        )
        for b in raw["bodies"]
    )
    known = codes("theme_code")
    named = {t for b in bodies for t in (*b.themes, *b.adds)} | set(raw["fields"]) | set(raw["nearest"])
    _only_known("theme", named, known, where)
    return Themes(
        version=raw["version"],
        masks=tuple((m["id"], _compiled(m["pattern"], where)) for m in raw["masks"]),
        bodies=bodies,
        all_tasks=_compiled(raw["all_tasks"], where),
        nearest={t: _compiled(p, where) for t, p in raw["nearest"].items()},
        strong={t: _compiled(raw["fields"][t]["strong"], where) for t in known},
        weak={t: _compiled(raw["fields"][t]["weak"], where) for t in known},
    )


@cache
def attributes() -> Attributes:
    """The vocabulary of the other attributes. Raises UnreadableInput as `themes` does."""
    where = HERE / "attributes.yml"
    raw = _read(where)

    def forms(key: str) -> tuple[Form, ...]:
        return tuple(
            Form(f["id"], _compiled(f["pattern"], where), f["form"], f.get("confidence", WRITTEN)) for f in raw[key]
        )

    read = Attributes(
        version=raw["version"],
        written=forms("forms_written"),
        headings=forms("forms_of_headings"),
        names=forms("forms_in_names"),
        host_named=_compiled(raw["host_named"], where),
        host_implied=_compiled(raw["host_implied"], where),
        systems=tuple(
            System(s["id"], _compiled(s["name"], where), *(_optional(s, k, where) for k in ("purpose", "and_purpose")))
            for s in raw["systems"]
        ),
        systems_not=_compiled(raw["systems_not"], where),
        region=_compiled(raw["goals"]["region"], where),
        executes=_compiled(raw["goals"]["executes"], where),
        aligns=_compiled(raw["goals"]["aligns"], where),
    )
    named = {f.form for f in (*read.written, *read.headings, *read.names)}
    _only_known("legal form", named, codes("legal_form"), where)
    _only_known("system", {s.id for s in read.systems}, codes("statutory_system"), where)
    return read


def _read(path: Path) -> dict[str, Any]:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _optional(entry: dict[str, Any], key: str, where: Path) -> Pattern | None:
    return _compiled(entry[key], where) if key in entry else None


def _compiled(pattern: str, where: Path) -> Pattern:
    try:
        return re.compile(pattern.strip())
    except re.error as error:
        raise UnreadableInput(f"'{pattern}' is no regular expression: {error}", where.name, "mend it") from error


def _only_known(what: str, named: set[str], known: dict[str, Any], where: Path) -> None:
    if unknown := sorted(named - set(known)):
        raise UnreadableInput(f"unknown {what} {', '.join(unknown)}", where.name, "use a code of the seed, or add one")
