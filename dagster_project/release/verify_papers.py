"""Part of `verify.py`: which files a release holds, and whether those that are no tables say what the tables say.

Belongs here: presence, verdict, provenance, changes, workbook. Does not belong here: the tables themselves.
"""

import hashlib
import json
import re
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

HELD = ("LEESMIJ.md", "LICENSE", "datapackage.json", "herkomst.json", "kwaliteit.json", "leveringen.json", "verify.py")
HELD += ("wijzigingen.html", "wijzigingen.json", "CITATION.cff", "dcat.ttl", "herkomst.ttl", "kwaliteit.html")
HELD += ("cijfers.sdmx.csv", "cijfers-codes.csv", "tabellen/csv-metadata.json", "site/index.html")
"""Every release holds these, and each table as CSV and Parquet, and one workbook."""
_NUMBER = re.compile(r"-?\d+(\.\d+)?(E-?\d+)?")
_CELL = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def presence_problems(folder: Path, contract: dict) -> Iterator[str]:
    """Files that every release of this form holds; `contract` is each table with its schema."""
    tables = [f"tabellen/{name}.{end}" for name in contract for end in ("csv", "parquet")]
    for path in (*HELD, *tables):
        if not (folder / path).is_file():
            yield f"{path}: missing, and every release of this form holds it"
    if len(list(folder.glob("*.xlsx"))) != 1:
        yield "the workbook: there is not exactly one"


def contract_problems(package: dict, contract: dict) -> Iterator[str]:
    """What the description of the package says of a table otherwise than the form of the release."""
    described = {r["name"]: r["schema"] for r in package["resources"]}
    for name in sorted(contract.keys() | described.keys()):
        if name not in described or name not in contract:
            what = "not described" if name in contract else "none of this form"
            yield f"datapackage.json: the table {name} is {what}"
        elif bare_schema(described[name]) != contract[name]:
            yield f"datapackage.json: the table {name} is described otherwise than in this form of release"


def bare_schema(schema: dict) -> dict:
    """Of a schema what decides whether a value may stand there: names, types, constraints, keys, relations."""
    kept = ("name", "type", "itemType", "constraints")
    fields = [{k: field[k] for k in kept if k in field} for field in schema["fields"]]
    return {"fields": fields, **{k: schema[k] for k in ("primaryKey", "uniqueKeys", "foreignKeys") if k in schema}}


def paper_problems(folder: Path, tables: dict) -> Iterator[str]:
    """Where verdict, provenance, description, changes or workbook say otherwise than the tables."""
    package = _json(folder / "datapackage.json")
    yield from _described(folder, package)
    yield from _verdict(_json(folder / "kwaliteit.json"), package, tables)
    yield from _origin(folder, tables)
    yield from _changes(_json(folder / "wijzigingen.json"), package, tables)
    for workbook in (p for p in sorted(folder.glob("*.xlsx")) if p.is_file()):
        yield from _workbook(workbook, tables)


def _json(path: Path) -> dict:
    """What stands in a file; a pipe is never opened, for nobody may write to its other end."""
    if not path.is_file():
        raise OSError(f"{path.name} is no file")
    return json.loads(path.read_text(encoding="utf-8"))


def _described(folder: Path, package: dict) -> Iterator[str]:
    for resource in package["resources"]:
        if ".." in resource["path"] or not (folder / resource["path"]).is_file():
            continue  # told where the tables are read
        content = (folder / resource["path"]).read_bytes()
        if resource["hash"] != f"sha256:{hashlib.sha256(content).hexdigest()}" or resource["bytes"] != len(content):
            yield f"datapackage.json: size or hash of {resource['path']} is not that of the file"


def _verdict(verdict: dict, package: dict, tables: dict) -> Iterator[str]:
    if verdict["uitgave"] != package["version"]:
        yield f"kwaliteit.json: it is of release {verdict['uitgave']}, this is {package['version']}"
    rows = list(tables["quality_result"].rows())
    waived = any(r["outcome"] == "waived" for r in rows)
    blocked = not rows or any(r["outcome"] == "failed" and r["severity"] != "warning" for r in rows)
    right = "afgekeurd" if blocked else "goedgekeurd met ontheffingen" if waived else "goedgekeurd"
    if verdict["oordeel"] != right:
        yield f"kwaliteit.json: the verdict is {verdict['oordeel']}, the outcomes of the expectations come to {right}"
    told = {e["verwachting"]: e for suite in verdict.get("reeksen", []) for e in suite["verwachtingen"]}
    for row in rows if told else ():
        said = told.get(row["expectation_id"])
        if said is None or str(said["aantal_rijen"] or 0) != (row["failing_count"] or "0"):
            yield f"kwaliteit.json: {row['expectation_id']} is told otherwise than in {tables['quality_result'].path}"
    if told.keys() - {r["expectation_id"] for r in rows}:
        yield "kwaliteit.json: it tells of expectations that have no outcome"


def _origin(folder: Path, tables: dict) -> Iterator[str]:
    stated = {r["delivery_id"]: r for r in tables["delivery"].rows()}
    origin = {r["delivery_id"]: r for r in _json(folder / "herkomst.json")["leveringen"]}
    for id_ in sorted(stated.keys() | origin.keys()):
        one, other = (rows.get(id_, {}) for rows in (stated, origin))
        if any(one.get(c) != other.get(c) for c in ("sha256", "source", "status", "file_name")):
            yield f"herkomst.json: delivery {id_} is not what {tables['delivery'].path} says"
    for said in _json(folder / "leveringen.json")["leveringen"]:
        if stated.get(said["levering"], {}).get("sha256") != said["sha256"]:
            yield f"leveringen.json: delivery {said['levering']} is not what {tables['delivery'].path} says"


def _changes(changes: dict, package: dict, tables: dict) -> Iterator[str]:
    if changes["naar"] != package["version"]:
        yield f"wijzigingen.json: it leads to release {changes['naar']}, this is {package['version']}"
    cells = {f"{r['figure']}/{r['snapshot']}/{r['category']}": r for r in tables["figure"].rows()}
    for cell in changes["cellen"]:
        now, place = cell["naar"], f"wijzigingen.json, cell {cell['cel']}"
        row = cells.get(cell["cel"])
        if (now is None) != (row is None):
            yield f"{place}: it is {'not in' if row is None else 'in'} {tables['figure'].path}"
            continue
        pairs = (("waarde", "value"), ("teller", "numerator"), ("noemer", "denominator"), ("status", "obs_status"))
        if row is not None and any(now[a] != row[b] for a, b in pairs):
            yield f"{place}: it is not what {tables['figure'].path} says"
        for part in ("waarde", "teller", "noemer") if cell["oorzaken"] else ():
            whole = Decimal((now or {}).get(part) or 0) - Decimal((cell["van"] or {}).get(part) or 0)
            if sum(Decimal(cause[part]) for cause in cell["oorzaken"]) != whole:
                yield f"{place}: its causes do not add up to what {part} moved by"


def _workbook(path: Path, tables: dict) -> Iterator[str]:
    """The workbook can be read, and holds every collaboration and every value of a figure, as often as the tables."""
    try:
        with zipfile.ZipFile(path) as archive:
            shared = _shared(archive)
            sheets = [n for n in sorted(archive.namelist()) if n.startswith("xl/worksheets/sheet")]
            held = {text for name in sheets for text in _texts(archive.read(name), shared)}
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError, IndexError, ValueError) as error:
        yield f"{path.name}: cannot be read as a workbook ({type(error).__name__})"
        return
    for column in ("collaboration_id", "name"):
        if absent := sorted(set(tables["collaboration"].columns[column]) - held):
            yield f"{path.name}: {column} {absent[0]!r} of the collaborations is not in it ({len(absent)} such)"
    if tables["figure"].height:
        values = {float(v) for c in ("value", "numerator", "denominator") for v in tables["figure"].columns[c] if v}
        numbers = {float(t) for t in held if _NUMBER.fullmatch(t)}
        if absent := sorted(values - numbers):
            yield f"{path.name}: the number {absent[0]:g} of {tables['figure'].path} is not in it ({len(absent)} such)"


def _shared(archive: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in archive.namelist():
        return []
    root = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
    return ["".join(t.text or "" for t in item.iter(f"{_CELL}t")) for item in root.iter(f"{_CELL}si")]


def _texts(sheet: bytes, shared: list[str]) -> Iterator[str]:
    for cell in ElementTree.fromstring(sheet).iter(f"{_CELL}c"):
        value = cell.find(f"{_CELL}v")
        if cell.get("t") == "s" and value is not None:
            yield shared[int(value.text or 0)]
        elif cell.get("t") == "inlineStr":
            yield "".join(t.text or "" for t in cell.iter(f"{_CELL}t"))
        elif value is not None:
            yield value.text or ""
