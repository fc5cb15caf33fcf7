"""The verifier of a release: one file for the folder, and the same checks for the package.

Belongs here: putting the parts of `verify.py` together, and what a release of this form holds. Does not belong here:
any check.
"""

import ast
import json
import re
from functools import cache
from pathlib import Path

from dagster_project.dictionary.datapackage import published_tables, table_schema
from dagster_project.release import verify_standalone
from dagster_project.release.verify_papers import bare_schema
from dagster_project.release.verify_standalone import VerifyReport
from dagster_project.workspace.code import code_hash

_PART = re.compile(r"^from dagster_project\.release\.(verify_\w+) import .*\n", re.MULTILINE)
_EMPTY = re.compile(r"^CONTRACT: dict = \{\}.*$", re.MULTILINE)
_FILLED = re.compile(r"^CONTRACT: dict = json\.loads\((.*)\)$", re.MULTILINE)


def verify_release(folder: Path, root_hash: str | None = None, quick: bool = False) -> VerifyReport:
    """What `verify.py` of that release finds, and whether it is the one of the code that says to have made it."""
    folder = Path(folder)
    contract, strange = _contract_of(folder)
    report = verify_standalone.verify_release(folder, root_hash, contract, quick)
    return VerifyReport(strange + report.problems, report.unseen)


@cache
def standalone() -> str:
    """The text of `verify.py`: all parts in one file that needs nothing but Python."""
    folder = Path(__file__).parent
    text = folder.joinpath("verify_standalone.py").read_text(encoding="utf-8")
    text = _PART.sub(lambda part: _body((folder / f"{part[1]}.py").read_text(encoding="utf-8")), text)
    filled = json.dumps(contract(), ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return _EMPTY.sub(lambda _: f"CONTRACT: dict = json.loads({filled!r})", text)


@cache
def contract() -> dict:
    """Each table that a release of this form holds, with the schema of its CSV, as JSON would give it back."""
    return json.loads(json.dumps({t.name: bare_schema(table_schema(t)) for t in published_tables()}))


def _body(text: str) -> str:
    """A module without its docstring."""
    docstring = ast.parse(text).body[0]
    return "".join(text.splitlines(keepends=True)[docstring.end_lineno :]).lstrip("\n") + "\n"


def _contract_of(folder: Path) -> tuple[dict, list[str]]:
    """What a release of that form holds, as its own verifier says; a release of this code must have this verifier."""
    path = folder / "verify.py"
    text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    if text == standalone():
        return contract(), []
    strange = ["verify.py: it is not the verifier of the code that made it"] if _by_this_code(folder) else []
    found = _FILLED.search(text)
    try:
        return (json.loads(ast.literal_eval(found[1])) if found else {}), strange
    except (ValueError, SyntaxError):
        return {}, ["verify.py: it cannot be read"]


def _by_this_code(folder: Path) -> bool:
    try:
        return json.loads((folder / "herkomst.json").read_text(encoding="utf-8"))["codeversie"] == code_hash()
    except (OSError, ValueError, LookupError, TypeError):
        return False
