"""Checks a release from its own files only. Every release carries this file as `verify.py`.

    python verify.py [FOLDER] [--root HASH]

Needs nothing but Python 3.11; where pyarrow is installed, the Parquet files are compared with the CSVs too.
It checks the manifest (nothing missing, extra or changed), that every file of its form is there, the schema of every
table (columns, types, required and accepted values, keys, relations, no formulas), the two laws of bookkeeping (every
figure equals the weights of its members, and every stock equals the one before it plus what came and less what went),
that each cell counts the rows of its category, that rows say what their evidence says, and that verdict, provenance,
changes and workbook say what the tables say. What no table contradicts, only the root hash finds.

Belongs here: the order of the checks, and those of files, schema and sums. Does not belong here: any judgement on the
content; that is in `kwaliteit.json`. The package imports this file and its parts; a release carries them as one.
"""

import argparse
import csv
import hashlib
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path, PurePosixPath

from dagster_project.release.verify_members import member_problems
from dagster_project.release.verify_papers import contract_problems, paper_problems, presence_problems
from dagster_project.release.verify_rows import row_problems

CONTRACT: dict = {}  # in verify.py: each table that a release of its form holds, with its schema
MANIFEST = "MANIFEST.sha256"
APPROVAL = "goedkeuring.json"
TABLES = "tabellen"
TOLERANCE = Fraction(1, 10**9)  # of sums of weights that are stored as doubles
LISTED = 20  # problems told per check; the number of all is told with them
FLOWS_IN = ("founded", "first_seen", "entered_scope", "split_in", "changed_to")
FLOWS_OUT = ("dissolved", "no_longer_seen", "left_scope", "merged_out", "changed_from")

_STARTS_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_IS = {
    "integer": re.compile(r"-?\d+").fullmatch,
    "number": re.compile(r"-?\d+(\.\d+)?").fullmatch,
    "boolean": {"true", "false"}.__contains__,
    "date": lambda text: re.fullmatch(r"\d{4}-\d\d-\d\d", text) and _is_date(text),
    "string": lambda text: True,
}


@dataclass(frozen=True)
class VerifyReport:
    """What was found: `problems` names file and place of each; none means that the release is sound.

    `unseen` is what was not looked at, so that soundness goes no further than the rest.
    """

    problems: list[str]
    unseen: list[str] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        return not self.problems

    @property
    def exit_code(self) -> int:
        """0 sound, 1 problems, 4 sound as far as was looked."""
        return 1 if self.problems else 4 if self.unseen else 0

    @property
    def verdict(self) -> str:
        if self.problems:
            return f"{len(self.problems)} problems"
        return f"sound as far as was looked; not looked at: {'; '.join(self.unseen)}" if self.unseen else "sound"


@dataclass(frozen=True)
class CsvTable:
    """A table of the release as text: its file, its schema and its columns."""

    path: str
    schema: dict
    columns: dict[str, list[str]]
    height: int

    def rows(self) -> Iterator[dict[str, str]]:
        names = list(self.columns)
        for values in zip(*self.columns.values(), strict=True):
            yield dict(zip(names, values, strict=True))

    def keys(self, names: list[str]) -> list[tuple[str, ...]]:
        return list(zip(*(self.columns[n] for n in names), strict=True))

    def at(self, index: int) -> str:
        """The place of a row; the header is row 1."""
        return f"{self.path}, row {index + 2}"


def verify_release(
    folder: Path, root_hash: str | None = None, contract: dict | None = None, quick: bool = False
) -> VerifyReport:
    """Check the release in `folder`; `root_hash` is the one published elsewhere, `contract` what its form holds.

    `quick` looks at presence, hashes and sign-off only.
    """
    folder, contract = Path(folder), CONTRACT if contract is None else contract
    problems = list(manifest_problems(folder, root_hash))
    problems += _problem_lines(APPROVAL, _approval_problems(folder))
    if contract:
        problems += _problem_lines("files", presence_problems(folder, contract))
    else:
        problems.append("verify.py: it does not say what a release of its form holds")
    if quick:
        return VerifyReport(problems, ["what the tables say, and whether they agree"])
    tables, broken = _read_tables(folder)
    problems += broken
    problems += _problem_lines("datapackage.json", _described_otherwise(folder, contract))
    for table in tables.values():
        problems += _problem_lines(table.path, _schema_problems(table))
        problems += _problem_lines(table.path, _relation_problems(table, tables))
    problems += _problem_lines("figures", _closure_problems(tables))
    problems += _problem_lines("stock and flow", _stock_flow_problems(tables))
    problems += _problem_lines("copies of figures", _copied_figure_problems(folder, tables))
    problems += _problem_lines("members", member_problems(tables))
    problems += _problem_lines("rows", row_problems(tables))
    problems += _problem_lines("papers", paper_problems(folder, tables))
    found, unseen = _parquet_problems(folder, tables)
    return VerifyReport(problems + found, unseen)


def _described_otherwise(folder: Path, contract: dict) -> Iterator[str]:
    if contract:
        yield from contract_problems(json.loads(_file(folder, "datapackage.json").read_bytes()), contract)


def root_hash_of(folder: Path) -> str:
    """The one number to publish elsewhere: SHA-256 of the manifest."""
    return hashlib.sha256((Path(folder) / MANIFEST).read_bytes()).hexdigest()


def is_hash(text: str) -> bool:
    """Whether a text can be a root hash at all."""
    return bool(re.fullmatch(r"[0-9a-f]{64}", text.strip().lower()))


def _problem_lines(what: str, problems: Iterator[str]) -> list[str]:
    found = []
    try:
        found.extend(problems)
    # A description that is none, or a file that is not there.
    except (LookupError, ValueError, TypeError, ArithmeticError, AttributeError, OSError, RecursionError) as error:
        found.append(f"{what}: cannot be checked ({type(error).__name__}: {error})")
    rest = [f"{what}: and {len(found) - LISTED} more of these"] if len(found) > LISTED else []
    return found[:LISTED] + rest


# --- manifest ---------------------------------------------------------------------------------------------------


def manifest_problems(folder: Path, root_hash: str | None) -> Iterator[str]:
    """Files that are missing, extra or other than the manifest says, and a manifest that is not the published one."""
    manifest = folder / MANIFEST
    if not manifest.is_file():
        yield f"{MANIFEST}: missing; this is no whole release"
        return
    if root_hash is not None and root_hash_of(folder) != root_hash.strip().lower():
        yield f"{MANIFEST}: root hash is {root_hash_of(folder)}, expected {root_hash}"
    listed = set()
    for number, line in enumerate(manifest.read_text(encoding="utf-8", errors="replace").splitlines(), start=1):
        sha256, _, path = line.partition("  ")
        if not re.fullmatch(r"[0-9a-f]{64}", sha256) or not path or path in listed or _leaves(path):
            yield f"{MANIFEST}, line {number}: not one `sha256  path` of a file in this folder: {line!r}"
            continue
        listed.add(path)
        if not (folder / path).is_file():
            what = "no plain file" if (folder / path).exists() else "missing"
            yield f"{path}: {what}, but listed in {MANIFEST}"
        elif hashlib.sha256((folder / path).read_bytes()).hexdigest() != sha256:
            yield f"{path}: changed, its content is not the one listed in {MANIFEST}"
    present = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if not p.is_dir()}
    for path in sorted(present - listed - {MANIFEST}):
        yield f"{path}: extra, not listed in {MANIFEST}"


def _approval_problems(folder: Path) -> Iterator[str]:
    """The sign-off names the root hash of the draft that was looked at: that of the manifest without its own line."""
    if not (folder / APPROVAL).is_file() or not (folder / MANIFEST).is_file():
        return
    said = json.loads((folder / APPROVAL).read_text(encoding="utf-8"))
    lines = (folder / MANIFEST).read_bytes().splitlines(keepends=True)
    draft = b"".join(line for line in lines if not line.rstrip(b"\n").endswith(b"  " + APPROVAL.encode()))
    if said["concept"] != hashlib.sha256(draft).hexdigest():
        yield f"{APPROVAL}: the draft that was approved is not this release"


def _notes(folder: Path) -> Iterator[str]:
    """What a reader must know beside the verdict: a notice of withdrawal beside the folder, an embargo."""
    folder = folder.resolve()
    if folder.with_name(folder.name + ".ingetrokken.md").is_file():
        yield "withdrawn, as the notice beside the folder says: use it no more"
    try:
        said = json.loads((folder / APPROVAL).read_text(encoding="utf-8"))
        until = said.get("embargo_tot")
    except (OSError, ValueError, AttributeError):
        return
    if until:
        yield f"embargo until {until}"


def _file(folder: Path, path: str) -> Path:
    """The place of a file of the release. A pipe is never opened: nobody may write to its other end.

    Raises OSError for what is no file, or lies outside.
    """
    if _leaves(path) or not (folder / path).is_file():
        raise OSError("there is no such file in the release")
    return folder / path


def _leaves(path: str) -> bool:
    return PurePosixPath(path).is_absolute() or ".." in PurePosixPath(path).parts


# --- schema -----------------------------------------------------------------------------------------------------


def _read_tables(folder: Path) -> tuple[dict[str, CsvTable], list[str]]:
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    try:
        package = json.loads(_file(folder, "datapackage.json").read_text(encoding="utf-8"))
        resources = [
            (r["name"], r["path"], r["schema"], [f["name"] for f in r["schema"]["fields"]])
            for r in package["resources"]
        ]
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        return {}, [f"datapackage.json: cannot be read as a data package ({error})"]
    tables, problems = {}, []
    for name, path, schema, expected in resources:
        try:
            with _file(folder, path).open(encoding="utf-8", newline="") as file:
                header, *rows = csv.reader(file)
        except (OSError, ValueError, csv.Error) as error:
            problems.append(f"{path}: cannot be read as a CSV with a header ({error})")
            continue
        ragged = [i + 2 for i, row in enumerate(rows) if len(row) != len(header)]
        if header != expected:
            problems.append(f"{path}, row 1: columns are {header}, expected {expected}")
        elif ragged:
            problems.append(f"{path}, row {ragged[0]}: not {len(header)} fields ({len(ragged)} such rows)")
        else:
            values = zip(*rows, strict=True) if rows else [[] for _ in expected]
            columns = {n: list(v) for n, v in zip(expected, values, strict=True)}
            tables[name] = CsvTable(path, schema, columns, len(rows))
    return tables, problems


def _schema_problems(table: CsvTable) -> Iterator[str]:
    for described in table.schema["fields"]:
        values = table.columns[described["name"]]
        wrong = {v: why for v in set(values) if (why := _value_problem(v, described))}
        for index, value in enumerate(values if wrong else ()):
            if value in wrong:
                yield f"{table.at(index)}, column {described['name']}: {wrong[value]}"
    keys = [table.schema["primaryKey"]] if "primaryKey" in table.schema else table.schema.get("uniqueKeys", [])
    for names in keys:
        seen: dict[tuple, int] = {}
        present = table.keys(names)
        for index, key in enumerate(present if len(set(present)) < len(present) else ()):
            if (first := seen.setdefault(key, index)) != index:
                yield f"{table.at(index)}: key {'|'.join(key)} stands in row {first + 2} already"


def _value_problem(text: str, field: dict) -> str | None:
    """Why this text may not stand in this field, or None."""
    constraints = field.get("constraints", {})
    if text == "":
        return "empty, but required" if constraints.get("required") else None
    if not _IS[field["type"]](text):
        return f"{text!r} is no {field['type']}"
    if field["type"] == "string" and text[0] in "=+-@\t\r":
        return f"{text[:40]!r} would start a formula"
    if field.get("itemType") == "integer" and not all(map(_IS["integer"], text.split(field["itemSeparator"]))):
        return f"{text!r} is no list of integers"
    if "enum" in constraints and text not in constraints["enum"]:
        return f"{text!r} is none of {', '.join(constraints['enum'])}"
    return None


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _relation_problems(table: CsvTable, tables: dict[str, CsvTable]) -> Iterator[str]:
    for relation in table.schema.get("foreignKeys", []):
        target, names = relation["reference"]["resource"], relation["fields"]
        if target not in tables:
            yield f"{table.path}: refers to the table {target}, which cannot be read"
            continue
        present = table.keys(names)
        unknown = set(present) - set(tables[target].keys(relation["reference"]["fields"]))
        for index, key in enumerate(present if unknown else ()):
            if any(key) and key in unknown:
                yield f"{table.at(index)}, column {', '.join(names)}: {'|'.join(key)} is not in {tables[target].path}"


# --- bookkeeping ------------------------------------------------------------------------------------------------


def figure_value(formula: str, decimals: int, numerator: str, denominator: str) -> Decimal | None:
    """The value of a cell by its formula, exact until it is rounded once, half up; None where it is not defined."""
    if numerator == "":
        return None
    exact = Fraction(numerator)
    if formula != "count":
        if denominator == "" or Fraction(denominator) == 0:
            return None
        exact = exact / Fraction(denominator) * (100 if formula == "share" else 1)
    return rounded(exact, decimals)


def rounded(exact: Fraction, decimals: int) -> Decimal:
    """Round half up (away from nought), from an exact fraction."""
    scaled = abs(exact) * 10**decimals
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return (Decimal(whole) if exact >= 0 else -Decimal(whole)).scaleb(-decimals)


def _closure_problems(tables: dict[str, CsvTable]) -> Iterator[str]:
    names = ("figure", "figure_member", "figure_definition")
    if absent := [n for n in names if n not in tables]:
        yield f"figures: cannot be checked without {', '.join(absent)}"
        return
    figure, member, definition = (tables[n] for n in names)
    formulas = {r["figure"]: (r["formula"], int(r["decimals"])) for r in definition.rows()}
    sums: dict[tuple, Fraction] = defaultdict(Fraction)
    weights = Counter(member.keys(["figure", "snapshot", "category", "part", "weight"]))
    for (*key, weight), times in weights.items():
        sums[tuple(key)] += times * _fraction(weight)
    cells = set()
    for index, row in enumerate(figure.rows()):
        cell = (row["figure"], row["snapshot"], row["category"])
        cells.add(cell)
        if row["obs_status"] == "E" or row["figure"] not in formulas:
            continue  # an estimate has no members; an unknown figure is told as a broken relation
        for part in ("numerator", "denominator"):
            total = sums[(*cell, part)]
            if abs(_fraction(row[part]) - total) > TOLERANCE:
                place = f"{figure.at(index)} ({'|'.join(cell)})"
                yield f"{place}: {part} is {row[part] or 'empty'}, its members add up to {float(total):g}"
        yield from _value_of_cell(figure.at(index), row, *formulas[row["figure"]])
    for key in sorted({k[:3] for k in sums} - cells):
        yield f"{member.path}: members of {'|'.join(key)}, which is no cell of {figure.path}"
    yield from _rowless_members(member, tables)


def _value_of_cell(place: str, row: dict[str, str], formula: str, decimals: int) -> Iterator[str]:
    stated = row["value"]
    try:
        # Nobody looked: its source was not delivered, whatever rows there are.
        unseen = row["obs_status"] == "O"
        value = None if unseen else figure_value(formula, decimals, row["numerator"], row["denominator"])
    except ValueError:
        return  # told as a wrong type
    if (value is None) != (stated == "") or (value is not None and _fraction(stated) != Fraction(value)):
        right = "empty" if value is None else value
        yield f"{place}: value is {stated or 'empty'}, by its formula ({formula}) it is {right}"


def _rowless_members(member: CsvTable, tables: dict[str, CsvTable]) -> Iterator[str]:
    """Members whose row is not in the release: no number exists without rows."""
    rows: dict[str, set[str]] = {}
    for index, (name, key) in enumerate(member.keys(["row_table", "row_key"])):
        if name not in rows:
            known = tables[name].keys(tables[name].schema.get("primaryKey", [])) if name in tables else []
            rows[name] = {"|".join(k) for k in known}
        if key not in rows[name]:
            yield f"{member.at(index)}: there is no row {key} in the table {name}"


def _stock_flow_problems(tables: dict[str, CsvTable]) -> Iterator[str]:
    if absent := [n for n in ("stock_flow", "collaboration") if n not in tables]:
        yield f"stock and flow: cannot be checked without {', '.join(absent)}"
        return
    stocks: Counter = Counter()
    for row in tables["collaboration"].rows():
        if row["meets_definition"] == "true":
            stocks[row["snapshot"], row["legal_form_group"]] += 1
            stocks[row["snapshot"], "all"] += 1
    table = tables["stock_flow"]
    for index, row in enumerate(table.rows()):
        place = f"{table.at(index)} ({row['from_snapshot']}-{row['to_snapshot']}, {row['legal_form_group']})"
        account = _fraction(row["stock_before"])
        account += sum(_fraction(row[f]) for f in FLOWS_IN) - sum(_fraction(row[f]) for f in FLOWS_OUT)
        if account != _fraction(row["stock_after"]):
            yield f"{place}: stock_after is {row['stock_after']}, the account comes to {account}"
        for stock, snapshot in (("stock_before", "from_snapshot"), ("stock_after", "to_snapshot")):
            counted = stocks[row[snapshot], row["legal_form_group"]]
            if _fraction(row[stock]) != counted:
                yield f"{place}: {stock} is {row[stock]}, counted in {tables['collaboration'].path}: {counted}"


def _fraction(text: str) -> Fraction:
    """A number of a CSV; what is empty or no number counts as nought here, for the schema check tells it."""
    try:
        return Fraction(text)
    except ValueError:
        return Fraction(0)


# --- figures that stand elsewhere too -----------------------------------------------------------------------------


def _copied_figure_problems(folder: Path, tables: dict[str, CsvTable]) -> Iterator[str]:
    """Values of the long form, and of the tables beside the pictures, that are not those of the table `figure`."""
    if "figure" not in tables:
        return
    values = {"/".join(k): v for *k, v in tables["figure"].keys(["figure", "snapshot", "category", "value"])}
    long = {
        f"{r['FIGURE']}/{r['TIME_PERIOD']}/{r['CATEGORY']}": r["OBS_VALUE"] for r in _rows(folder, "cijfers.sdmx.csv")
    }
    for address in sorted(long.keys() ^ values.keys()):
        yield f"cijfers.sdmx.csv: {address} is not in both it and {tables['figure'].path}"
    copies = [("cijfers.sdmx.csv", address, value) for address, value in long.items()]
    for path in sorted((folder / "figuren").glob("*.csv")):
        name = path.relative_to(folder).as_posix()
        copies += [(name, r["Adres"], r["Waarde"]) for r in _rows(folder, name)]
        for kind in (".svg", ".png"):
            if not path.with_suffix(kind).is_file():
                yield f"{name}: there is no {path.stem}{kind} beside it"
    for name, address, value in copies:
        if address in values and value != values[address]:
            yield f"{name}: {address} is {value or 'empty'}, in {tables['figure'].path} {values[address] or 'empty'}"


def _rows(folder: Path, path: str) -> list[dict[str, str]]:
    """The rows of a CSV; none where it cannot be read, which is told as a missing file."""
    try:
        with _file(folder, path).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))
    except (OSError, ValueError, csv.Error):
        return []


# --- Parquet beside CSV -----------------------------------------------------------------------------------------


def csv_texts(values: list, separator: str = "; ") -> list[str]:
    """A column as it stands in a CSV; `values` are all of one type, or None."""
    first = next((v for v in values if v is not None), None)
    if isinstance(first, list | float):  # a list has no hash, and the two noughts of a double have the same
        return [csv_text(v, separator) for v in values]
    known = {v: csv_text(v) for v in set(values)}
    return [known[v] for v in values]


def csv_text(value: object, separator: str = "; ") -> str:
    """A value as it stands in a CSV; text that would start a formula gets one apostrophe in front.

    The guard can be undone: where apostrophes stand before = + - @ (or a tab), take one off.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        text = format(Decimal(repr(value)), "f")
        return text.removesuffix(".0")
    if isinstance(value, str | list | tuple):
        text = value if isinstance(value, str) else separator.join(map(_plain, value))
        return "'" + text if _STARTS_FORMULA.match(text) else text
    return str(value)


def _plain(item: object) -> str:
    return item if isinstance(item, str) else csv_text(item)


def _parquet_problems(folder: Path, tables: dict[str, CsvTable]) -> tuple[list[str], list[str]]:
    """Columns in which a Parquet file says something else than its CSV, and what could not be looked at."""
    try:
        import pyarrow.parquet as pq
    except ImportError:
        return [], ["Parquet beside CSV, for which pyarrow must be installed"]
    problems = []
    for table in tables.values():
        path = table.path.removesuffix(".csv") + ".parquet"
        try:
            with pq.ParquetFile(_file(folder, path)) as file:  # read_table would load pandas
                parquet = file.read(use_threads=False)
        except Exception as error:
            problems.append(f"{path}: cannot be read as Parquet ({error})")
            continue
        if parquet.column_names != list(table.columns) or parquet.num_rows != table.height:
            problems.append(f"{path}: other columns or another number of rows than {table.path}")
            continue
        for name, values in table.columns.items():
            other = csv_texts(parquet.column(name).to_pylist())
            if other != values:
                index, here, there = next(
                    (i, a, b) for i, (a, b) in enumerate(zip(other, values, strict=True)) if a != b
                )
                problems.append(f"{path}, column {name}: {here!r} where {table.at(index)} has {there!r}")
    return problems, []


def main(arguments: list[str] | None = None) -> int:
    """The command: 0 sound, 1 problems, 2 wrong use, 4 sound as far as plain Python can see."""
    parser = argparse.ArgumentParser(description="Check a release from its own files only.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).resolve().parent)
    parser.add_argument("--root", help="root hash as published elsewhere")
    parser.add_argument("--quick", action="store_true", help="presence, hashes and sign-off only")
    chosen = parser.parse_args(arguments)
    if chosen.root is not None and not is_hash(chosen.root):
        parser.error(f"--root {chosen.root!r} is no root hash: give the 64 letters and digits that were published")
    if not chosen.folder.is_dir():
        parser.error(f"{chosen.folder} is no folder")
    report = verify_release(chosen.folder, chosen.root, quick=chosen.quick)
    for problem in report.problems:
        # A name in a release may hold what steers a screen.
        print("problem: " + "".join(c if c.isprintable() else ascii(c)[1:-1] for c in problem))
    print(f"{chosen.folder.resolve().name}: {report.verdict}")
    for note in _notes(chosen.folder):
        print(f"note: {''.join(c if c.isprintable() else ascii(c)[1:-1] for c in note)}")
    if (chosen.folder / MANIFEST).is_file():
        print(f"root hash {root_hash_of(chosen.folder)}")
    return report.exit_code


if __name__ == "__main__":
    raise SystemExit(main())
