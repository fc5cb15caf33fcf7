"""`simulate`: a country whose truth is known, and its figures beside the published ones."""

from pathlib import Path
from typing import Annotated

import typer

from dagster_project.cli.screen import say, say_error


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(simulate)


def simulate(
    folder: Annotated[Path | None, typer.Argument(help="An empty or new folder: it becomes a workspace.")] = None,
    bodies: Annotated[
        int | None, typer.Option(help="Municipalities, provinces and water boards together; all where not given.")
    ] = None,
    snapshots: Annotated[str, typer.Option(help="Snapshots, separated by commas.")] = "2017,2020,2024",
    seed: Annotated[int, typer.Option(help="The same seed gives the same country.")] = 1,
    multiply: Annotated[
        int, typer.Option(min=1, help="Repeat the country; more than once gives mentions as Parquet, no documents.")
    ] = 1,
    documents: Annotated[bool, typer.Option(help="Write raw files, or only what they would say.")] = True,
    plant: Annotated[
        list[str] | None, typer.Option(help="Plant a fault of this kind, once or more; `list` names the kinds.")
    ] = None,
    countries: Annotated[
        int, typer.Option(min=1, help="So many countries as tables, of this seed and the next ones; no documents.")
    ] = 1,
    faultless: Annotated[
        bool, typer.Option("--faultless", help="Every source tells all that it is for, and nothing wrong.")
    ] = False,
    independent: Annotated[
        bool,
        typer.Option("--independent", help="What budgets know and what the survey knows do not depend on each other."),
    ] = False,
    calibration: Annotated[
        bool, typer.Option("--calibration", help="Print the published figures beside the simulated ones instead.")
    ] = False,
) -> None:
    """A country with known truth: FOLDER/raw as `intake` takes it, and FOLDER/truth."""
    from dagster_project.workspace.errors import WrongUse

    years = _years(snapshots)
    if calibration:
        _calibrate(bodies, years, seed)
        return
    if plant and "list" in plant:
        _list_kinds()
        return
    if folder is None:
        raise WrongUse("there is no folder to write to", "simulate", "lappendeken simulate DIR, or --calibration")
    from dagster_project.simulation import simulate as write
    from dagster_project.simulation import simulate_many

    if countries > 1:
        if documents or multiply > 1 or plant:
            mend = "give --no-documents with it, and neither --multiply nor --plant"
            raise WrongUse("many countries are written as tables only", "--countries", mend)
        said = simulate_many(
            folder,
            countries,
            bodies=bodies,
            snapshots=years,
            seed=seed,
            faultless=faultless,
            independent=independent,
            progress=lambda line: say_error(line),
        )
        say(f"{countries} countries, {said} mentions, and their truth in {folder}")
        return
    made = write(
        folder,
        bodies=bodies,
        snapshots=years,
        seed=seed,
        multiply=multiply,
        documents=documents,
        kinds=plant or (),
        faultless=faultless,
        independent=independent,
        progress=lambda line: say_error(line),
    )
    for snapshot, number in made.collaborations.items():
        found = made.inventoried[snapshot]
        say(f"{snapshot}  {number} collaborations, of which an inventory without error finds {found}")
    say(f"faults  {', '.join(f'{kind} {n}' for kind, n in made.faults.items()) or 'none planted'}")
    if made.planted:
        say(f"planted {', '.join(f'{kind} {n}' for kind, n in made.planted.items())}; see truth/plant.csv")
    say(f"{made.files} raw files, {made.observations} mentions, and their truth in {folder}")
    if made.files:
        say(f"next:   lappendeken --data {folder} intake {folder / 'raw'}")


def _list_kinds() -> None:
    from dagster_project.simulation import plant_kinds

    for kind in plant_kinds().values():
        say(f"{kind.family:15} {kind.severity:8} {kind.kind:36} {kind.what}")


def _years(text: str) -> tuple[int, ...]:
    from dagster_project.workspace.errors import WrongUse

    try:
        return tuple(sorted({int(part) for part in text.split(",")}))
    except ValueError:
        raise WrongUse(f"'{text}' is no list of snapshots", "--snapshots", "such as 2017,2020,2024") from None


def _calibrate(bodies: int | None, years: tuple[int, ...], seed: int) -> None:
    """At full size a figure out of its rounding is a fault; of a part only the shares are comparable."""
    from dagster_project.simulation import build_population, calibration_lines, calibration_table

    rows = calibration_table(build_population(bodies=bodies, snapshots=years, seed=seed))
    say("\n".join(calibration_lines(rows)))
    if bodies is None and not all(row.within_rounding for row in rows):
        raise SystemExit(1)
