"""dbt as a child of a run: it ends with it, so that no dbt works on in the state of a run that died.

Run as `python -m dagster_project.warehouse.dbt_child ARGUMENTS`, and installed as the command `lappendeken-dbt`.
"""

from dagster_project.workspace.children import end_with_parent


def main() -> None:
    """What the command `dbt` does."""
    end_with_parent()
    from dbt.cli.main import cli

    cli()


if __name__ == "__main__":
    main()
