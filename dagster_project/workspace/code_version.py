"""What a kept result rests on: the version of the code that made it, told by that code itself.

Walked are the imports of a module and of all that it imports, also those within functions, and modules that are named
in a string; taken are these files, the data beside them, the seeds that they read and the libraries that they use.
Nothing is listed by hand, so nothing is forgotten. Does not belong here: the hash of all code (`code`), or what a
cache rests on beside code.
"""

import ast
import hashlib
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution, distributions
from pathlib import Path

from dagster_project.workspace.hashing import tree_hash
from dagster_project.workspace.layout import PROJECT

PACKAGE = "dagster_project"
_SEEDS_ROOM = f"{PACKAGE}.workspace.seeds"
_SEED_READERS = frozenset({"read_seed", "seed_rows"})
_IN_A_STRING = re.compile(rf"({PACKAGE}(?:\.\w+)+)(?::\w+)?")
_BEGINS_A_NAME = re.compile(rf"({PACKAGE}(?:\.\w+)*)\.")
_NAME = re.compile(r"[\w.-]+")
_LAZY = "submod_attrs"


@dataclass
class Reached:
    """What code rests on: files of the project, names of seeds, names of imported libraries.

    `all_seeds` where code names a seed that is known only when it runs.
    """

    files: set[Path] = field(default_factory=set)
    seeds: set[str] = field(default_factory=set)
    libraries: set[str] = field(default_factory=set)
    all_seeds: bool = False


@cache
def code_version(module: str, root: Path = PROJECT) -> str:
    """Twelve hexadecimal digits that change when anything changes that `module` (its full name) rests on.

    `root` is the folder of the project. Raises FileNotFoundError where there is no such module.
    """
    found = reached(module, root)
    libraries = sorted(_with_requirements(found.libraries))
    return hashlib.sha256("\n".join([tree_hash(root, found.files), *libraries]).encode()).hexdigest()[:12]


def reached(module: str, root: Path = PROJECT) -> Reached:
    """All that a module rests on; seeds are among the files too.

    Raises FileNotFoundError where there is no such module.
    """
    if _file(module, root) is None:
        raise FileNotFoundError(f"no module {module} below {root}")
    found = Reached()
    _walk(module, root, found)
    seeds = root / "dbt" / "seeds"
    found.files |= set(seeds.glob("*.csv")) if found.all_seeds else {seeds / f"{name}.csv" for name in found.seeds}
    for folder in {path.parent for path in found.files if path.suffix == ".py"}:
        found.files |= set(_data_beside(folder))
    return found


def _walk(start: str, root: Path, found: Reached) -> None:
    to_do, seen = [start], set()
    while to_do:
        module = to_do.pop()
        if module in seen:
            continue
        seen.add(module)
        # To import a module is to run the packages that it lies in.
        to_do += [module.rpartition(".")[0]] if "." in module else []
        path = _file(module, root)
        if path is None:
            continue
        found.files.add(path)
        source = _source(path)
        found.libraries |= source.libraries
        if module != _SEEDS_ROOM or start == _SEEDS_ROOM:
            found.all_seeds |= source.any_seed
        found.seeds |= source.seeds
        for name, attribute in source.imports:
            to_do += _modules(name, attribute, root)
        packages = {*source.packages, *([_package(module, path)] if source.own_package else ())}
        to_do += [
            f"{package}.{p.stem}" for package in packages for p in root.joinpath(*package.split(".")).glob("*.py")
        ]


def _modules(name: str, attribute: str | None, root: Path) -> Iterator[str]:
    """The modules behind `from name import attribute`: a face that loads late is asked where it has it from."""
    yield name
    path = _file(name, root)
    if path is None or path.name != "__init__.py":
        return
    lazy = _source(path).lazy
    if attribute is None or attribute == "*":
        yield from (f"{name}.{part}" for part in lazy)
    elif _file(f"{name}.{attribute}", root):
        yield f"{name}.{attribute}"
    else:
        yield from (f"{name}.{part}" for part, names in lazy.items() if attribute in names)


def _package(module: str, path: Path) -> str:
    return module if path.name == "__init__.py" else module.rpartition(".")[0]


def _file(module: str, root: Path) -> Path | None:
    path = root.joinpath(*module.split("."))
    return next((p for p in (path.with_suffix(".py"), path / "__init__.py") if p.is_file()), None)


def _data_beside(folder: Path) -> Iterator[Path]:
    """The files of a package that are no code, also in folders of it that are no packages."""
    for path in folder.iterdir():
        if path.is_dir() and path.name != "__pycache__" and not (path / "__init__.py").exists():
            yield from _data_beside(path)
        elif path.is_file() and path.suffix != ".py":
            yield path


@dataclass
class _Source:
    imports: list[tuple[str, str | None]] = field(default_factory=list)
    packages: set[str] = field(default_factory=set)
    """Packages of which a module is imported whose name is known only when the code runs."""
    own_package: bool = False
    libraries: set[str] = field(default_factory=set)
    seeds: set[str] = field(default_factory=set)
    any_seed: bool = False
    lazy: dict[str, frozenset[str]] = field(default_factory=dict)


def _source(path: Path) -> _Source:
    return _said_by(path.read_bytes())


@cache
def _said_by(code: bytes) -> _Source:
    """What a text of code says, kept because a run asks for several versions that share most of their code."""
    found = _Source()
    to_do: list[ast.AST] = [ast.parse(code)]
    while to_do:
        node = to_do.pop()
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            to_do += node.orelse  # these imports are never run
            continue
        _note(node, found)
        to_do += ast.iter_child_nodes(node)
    return found


def _note(node: ast.AST, found: _Source) -> None:
    if isinstance(node, ast.Import):
        for alias in node.names:
            _note_import(alias.name, None, found)
    elif isinstance(node, ast.ImportFrom):
        for alias in node.names:
            _note_import(node.module or "", alias.name, found)
            # Whoever asks where the seeds lie reads those that it likes.
            found.any_seed |= node.module == _SEEDS_ROOM and alias.name == "SEEDS"
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        if named := _IN_A_STRING.fullmatch(node.value):
            found.imports.append((named[1], None))
        elif begins := _BEGINS_A_NAME.fullmatch(node.value):
            found.packages.add(begins[1])
    elif isinstance(node, ast.Call):
        _note_call(node, found)


def _note_import(module: str, attribute: str | None, found: _Source) -> None:
    top = module.partition(".")[0]
    if top == PACKAGE:
        found.imports.append((module, attribute))
    elif top not in sys.stdlib_module_names:
        found.libraries.add(top)


def _note_call(node: ast.Call, found: _Source) -> None:
    name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", None)
    if name in _SEED_READERS:
        first = node.args[0] if node.args else None
        if isinstance(first, ast.Constant):
            found.seeds.add(first.value)
        else:
            found.any_seed = True
    if name == "import_module" and not _begins_with_text(node.args[0]):
        found.own_package = True
    for keyword in node.keywords:
        if keyword.arg == _LAZY:
            found.lazy = {part: frozenset(names) for part, names in ast.literal_eval(keyword.value).items()}


def _begins_with_text(argument: ast.expr) -> bool:
    first = argument.values[0] if isinstance(argument, ast.JoinedStr) else argument
    return isinstance(first, ast.Constant)


def _with_requirements(modules: set[str]) -> Iterator[str]:
    """Name and version of the libraries behind modules, and of those that they need in their turn."""
    to_do, seen = [name for module in sorted(modules) for name in _libraries_of(module)], set()
    while to_do:
        name = to_do.pop().lower().replace("_", "-")
        if name in seen:
            continue
        seen.add(name)
        if (installed := _installed(name)) is None:  # what is for another platform, or may be absent
            continue
        version, needs = installed
        yield f"{name}=={version}"
        to_do += needs


@cache
def _installed(name: str) -> tuple[str, tuple[str, ...]] | None:
    """The version of a library and the names of those that it needs."""
    try:
        library = distribution(name)
    except PackageNotFoundError:
        return None
    # A marker that does not hold here names what is not installed.
    return library.version, tuple(_NAME.match(line)[0] for line in library.requires or () if "extra ==" not in line)


def _libraries_of(module: str) -> list[str]:
    """The libraries that a module comes from: of its own name, or those that say or show that they hold it."""
    try:
        return [distribution(module).name]
    except PackageNotFoundError:
        named = [one.name for one in _libraries() if module in (one.read_text("top_level.txt") or "").split()]
        return named or [
            one.name for one in _libraries() if f"\n{module}/__init__.py," in (one.read_text("RECORD") or "")
        ]


@cache
def _libraries() -> tuple[Distribution, ...]:
    return tuple(distributions())
