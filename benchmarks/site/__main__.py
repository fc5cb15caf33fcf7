"""The site of a release and of that release grown: `python -m benchmarks.site RELEASE TIMES`.

A grown release has every collaboration, mention and document so many times, each under ids and names of its own, with
as many members in every cell. Its organisations stay those that they were, so that each takes part in that many more.
"""

import resource
import shutil
import sys
import tempfile
import time
from pathlib import Path

import polars as pl

from dagster_project.site import write_site

_KEYS = {
    "collaboration": ("collaboration_id", "name"),
    "participant": ("collaboration_id",),
    "theme": ("collaboration_id",),
    "criterion": ("collaboration_id",),
    "event": ("collaboration_id",),
    "link": ("mention_id", "collaboration_id"),
    "mention": ("mention_id", "delivery_id", "name_written"),
    "resolved_participant": ("mention_id",),
    "delivery": ("delivery_id", "sha256", "file_name"),
    "file": ("sha256",),
    "evidence": ("source_id",),
    "quarantine": ("quarantine_id",),
    "refusal": ("refusal_id", "delivery_id"),
    "figure_member": (),
}
"""Tables that grow, with what is another in each copy; keys of rows and successors are so everywhere."""


def grown(frame: pl.DataFrame, name: str, number: int) -> pl.DataFrame:
    """The copy of that number of a table; 0 is the table itself."""
    if number == 0:
        return frame
    mark = f"k{number:03}"
    if name == "figure_member":  # organisations are there once
        frame = frame.filter(pl.col("row_table") != "organisation_snapshot")
    changed = [pl.col(c) + f" {mark}" if "name" in c else pl.col(c) + mark for c in _KEYS[name]]
    if "row_key" in frame.columns:
        changed.append(pl.col("row_key").str.replace(r"(sv\d+)", f"${{1}}{mark}"))
    if "successors" in frame.columns:
        changed.append(pl.col("successors").list.eval(pl.element() + mark))
    return frame.with_columns(changed)


def grow(release: Path, out: Path, times: int) -> None:
    (out / "tabellen").mkdir(parents=True)
    shutil.copyfile(release / "kwaliteit.json", out / "kwaliteit.json")
    for path in sorted((release / "tabellen").glob("*.parquet")):
        frame = pl.read_parquet(path)
        if path.stem in _KEYS:
            frame = pl.concat([grown(frame, path.stem, number) for number in range(times)])
        frame.write_parquet(out / "tabellen" / path.name)


def measure(release: Path, out: Path) -> str:
    began, used = time.perf_counter(), time.process_time()
    pages = write_site(release, out)
    took, used = time.perf_counter() - began, time.process_time() - used
    size = sum(p.stat().st_size for p in out.rglob("*") if p.is_file())
    tables = {
        n: pl.scan_parquet(release / "tabellen" / f"{n}.parquet") for n in ("collaboration", "mention", "delivery")
    }
    collaborations = tables["collaboration"].select(pl.col("collaboration_id").n_unique()).collect().item()
    mentions, documents = (tables[n].select(pl.len()).collect().item() for n in ("mention", "delivery"))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return (
        f"{collaborations} collaborations, {mentions} mentions, {documents} documents: {pages} pages, "
        f"{size / 1e6:.1f} MB, {took:.1f} s on the clock, {used:.1f} s of the processor, {most} MB of memory"
    )


if __name__ == "__main__":
    source, count = Path(sys.argv[1]), int(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        larger = source if count == 1 else Path(folder) / "release"
        if count > 1:
            grow(source, larger, count)
        print(measure(larger, Path(folder) / "site"))
