"""The properties files of dbt, generated from the dictionary: descriptions, types, keys, accepted values, relations.

Belongs here: what follows from the YAML of the tables alone. Does not belong here: any property that a person
should choose per model. The files are committed; `python -m dagster_project.dictionary.dbt_properties` writes them
anew after a change of the dictionary, and a test proves that they are current.
"""

import sys
from pathlib import Path
from typing import Any

import yaml

from dagster_project.dictionary.model import Column, Table, all_tables
from dagster_project.dictionary.types import duckdb_type

SEED_STAGES = ("seed",)
MODEL_STAGES = ("evidence", "canonical", "comparable", "figures")
# Written by Python after dbt has run, so dbt knows nothing of them.
LATER_STAGES = ("uncertainty", "quality", "review", "release")
SOURCE = "tables"

_HEADER = "# Generated from dagster_project/dictionary/tables; do not edit.\n# Anew: {command}\n"
_COMMAND = "python -m dagster_project.dictionary.dbt_properties"


def tables_of(*stages: str) -> list[Table]:
    """The tables of these stages, in the order of their names."""
    return [t for t in all_tables().values() if t.stage in stages]


def source_tables() -> list[Table]:
    """The tables that Python writes before dbt runs: dbt's sources."""
    known = (*SEED_STAGES, *MODEL_STAGES, *LATER_STAGES)
    return [t for t in all_tables().values() if t.stage not in known]


def properties() -> dict[str, str]:
    """Path below the dbt project, with forward slashes, to the content that it must have."""
    files = {
        "models/sources/sources.yml": {"sources": [_source()]},
        "seeds/seeds.yml": {"seeds": [_seed(t) for t in tables_of(*SEED_STAGES)]},
    }
    for stage in MODEL_STAGES:
        files[f"models/{stage}/schema.yml"] = {"models": [_model(t) for t in tables_of(stage)]}
    return {path: _text({"version": 2, **content}) for path, content in files.items()}


def write_all(project: Path) -> list[Path]:
    """Write every properties file of the dbt project in `project/dbt`; gives back their paths."""
    paths = []
    for name, content in properties().items():
        path = project / "dbt" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
        paths.append(path)
    return paths


def stale(project: Path) -> list[Path]:
    """The files of `project/dbt` that are absent or differ from what the dictionary says."""
    paths = {project / "dbt" / name: content for name, content in properties().items()}
    return [p for p, content in paths.items() if not p.exists() or p.read_text(encoding="utf-8") != content]


def _source() -> dict[str, Any]:
    file = '{{ env_var("LAPPENDEKEN_STATE") }}/sources/{name}.parquet'
    return {
        "name": SOURCE,
        "description": "What the Python stages wrote, one file per table; see dagster_project/warehouse/sources.py.",
        "config": {"meta": {"external_location": f"read_parquet('{file}', hive_partitioning = false)"}},
        "tables": [
            {
                "name": t.name,
                "description": t.description,
                "data_tests": [_unique_key(t)],
                # Types, nulls and accepted values were enforced when Python wrote the table; relations were not.
                "columns": [_column(t, c, accepted=False) for c in t.columns],
            }
            for t in source_tables()
        ],
    }


def _seed(table: Table) -> dict[str, Any]:
    return {
        "name": table.name,
        "description": table.description,
        # Without types dbt guesses: yes and no would turn into booleans, article number 1 into an integer.
        "config": {"column_types": {c.name: duckdb_type(c.type) for c in table.columns}},
        "data_tests": [_unique_key(table)],
        "columns": [_column(table, c) for c in table.columns],
    }


def _model(table: Table) -> dict[str, Any]:
    return {
        "name": table.name,
        "description": table.description,
        "config": {"contract": {"enforced": True}},
        "data_tests": [_unique_key(table)],
        "columns": [_column(table, c, contract=True) for c in table.columns],
    }


def _column(table: Table, column: Column, *, contract: bool = False, accepted: bool = True) -> dict[str, Any]:
    result: dict[str, Any] = {"name": column.name, "description": column.description}
    if contract:
        result["data_type"] = duckdb_type(column.type)
        if not column.nullable:
            result["constraints"] = [{"type": "not_null"}]
    tests: list[Any] = []
    if column.enum and accepted:
        name = f"{table.name}_{column.name}_is_accepted"
        tests.append(_test("accepted_values", name, values=list(column.enum)))
    if column.ref:
        target, field = column.ref.split(".")
        name = f"{table.name}_{column.name}_is_in_{target}"
        tests.append(_test("relationships", name, to=_relation(target), field=field))
    if tests:
        result["data_tests"] = tests
    return result


def _relation(name: str) -> str:
    is_source = any(t.name == name for t in source_tables())
    return f"source('{SOURCE}', '{name}')" if is_source else f"ref('{name}')"


def _unique_key(table: Table) -> dict[str, Any]:
    return _test("unique_key", f"{table.name}_key_is_unique", columns=list(table.key))


def _test(kind: str, name: str, **arguments: Any) -> dict[str, Any]:
    """A test by a name that a person can read: dbt would hash the longer ones."""
    return {kind: {"name": name, "arguments": arguments}}


def _text(content: dict[str, Any]) -> str:
    body = yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=110)
    return _HEADER.format(command=_COMMAND) + body


if __name__ == "__main__":
    check, project = sys.argv[1:] == ["--check"], Path(__file__).resolve().parents[2]
    for path in stale(project) if check else write_all(project):
        print(f"stale: {path}; make properties" if check else path)
    sys.exit(bool(check and stale(project)))
