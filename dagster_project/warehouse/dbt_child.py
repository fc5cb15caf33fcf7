"""dbt as a child of a run: it ends with it, so that no dbt works on in the state of a run that died.

Run as `python -m dagster_project.warehouse.dbt_child ARGUMENTS`, and installed as the command `lappendeken-dbt`.
"""

import sys
from importlib.metadata import version

from dagster_project.workspace.children import end_with_parent


def main() -> None:
    """What the command `dbt` does, but for its version: dbt asks the internet for a newer one before it tells that."""
    end_with_parent()
    if sys.argv[1:] == ["--version"]:  # Dagster asks it at every run
        print(f"dbt-core {version('dbt-core')}")
        return
    from dbt.cli.main import cli

    cli()


if __name__ == "__main__":
    main()
