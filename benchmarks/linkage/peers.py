"""What a plain use of two well-known libraries makes of the same mentions.

Belongs here: the peers, and their time and figures beside ours. Does not belong here: tuning them on a truth.
"""

import logging
import re
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.linkage.records import records_for
from dagster_project.evaluation.measures.clusters import score_links
from dagster_project.linkage.linking.link import link_records
from dagster_project.linkage.names.vocabulary import LEGAL, STOP_WORDS
from dagster_project.linkage.records.record import Record
from dagster_project.texts import fold

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# The score from which rapidfuzz did best on the founders' lists.
ALIKE = 95
# Probability from which the pairs of the plain Splink are one.
LIKELY = 0.95


def ours(records: list[Record]) -> dict[str, str]:
    """An entity per mention, as `link_records` has it."""
    links = link_records(records).links
    return {m: str(cluster) for m, cluster in links.select("mention_id", "cluster").iter_rows()}


def rapidfuzz_greedy(records: list[Record]) -> dict[str, str]:
    """Each name joins the first earlier one that it is like, by the words in common."""
    from rapidfuzz import fuzz, process

    entity_of: dict[str, str] = {}
    heads: list[str] = []
    for name in dict.fromkeys(map(_plain, records)):
        found = process.extractOne(name, heads, scorer=fuzz.token_set_ratio, score_cutoff=ALIKE) if name else None
        entity_of[name] = found[0] if found else name
        if not found:
            heads.append(name)
    return {r.mention_id: entity_of[_plain(r)] for r in records}


def splink_plain(records: list[Record]) -> dict[str, str]:
    """Splink as its pages show it: comparisons off the shelf, weights estimated by itself."""
    import duckdb
    import polars as pl
    import splink.comparison_library as cl
    from splink import Linker, SettingsCreator, block_on
    from splink.backends.duckdb import DuckDBAPI

    rows = [
        {
            "id": r.mention_id,
            "name": _plain(r) or None,
            "start": _plain(r)[:6] or None,
            "ending": _plain(r)[-6:] or None,
            "people": sorted(r.participants) or None,
            "seat": min(r.seats, default=None),
        }
        for r in records
    ]
    connection = duckdb.connect(config={"threads": 1})
    connection.execute("SET enable_progress_bar = false")
    frame = pl.DataFrame(rows, schema_overrides={"people": pl.List(pl.String), "seat": pl.String})
    connection.register("given", frame.to_arrow())
    connection.execute("CREATE TABLE mentions AS SELECT * FROM given ORDER BY id")
    settings = SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="id",
        comparisons=[
            cl.JaroWinklerAtThresholds("name", [0.95, 0.9, 0.8]),
            cl.ArrayIntersectAtSizes("people", [8, 4, 1]),
            cl.ExactMatch("seat"),
        ],
        blocking_rules_to_generate_predictions=[block_on("start"), block_on("ending")],
    )
    logging.getLogger("splink").setLevel(logging.ERROR)
    api = DuckDBAPI(connection)
    linker = Linker(api.register("mentions"), settings, log_level=logging.ERROR)
    linker.training.estimate_probability_two_random_records_match([block_on("name")], recall=0.6)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for rule in ("name", "start"):
        linker.training.estimate_parameters_using_expectation_maximisation(block_on(rule))
    pairs = linker.inference.predict(threshold_match_probability=LIKELY, warning_mode="never")
    found = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, threshold_match_probability=LIKELY)
    return dict(connection.sql(f"SELECT id, cluster_id FROM {found.physical_name}").fetchall())


METHODS: dict[str, Callable[[list[Record]], dict[str, str]]] = {
    "ours": ours,
    "rapidfuzz, greedy": rapidfuzz_greedy,
    "Splink, plain": splink_plain,
}


def compare(truth: Path, size: int) -> None:
    """Link the first mentions of the country by every method and print a line for each, in times ours."""
    from dagster_project.evaluation.truth.mentions import mentions_of_country

    records = records_for(truth, size)
    parties = mentions_of_country(truth)[1]
    known = {r.mention_id: p.party_id for r in records if (p := parties[r.mention_id]).party_id}
    source = {r.mention_id: parties[r.mention_id].document for r in records}
    print(f"\n{size:,} mentions {'time':>16} {'B-cubed F1':>16} {'cross-source F1':>20} {'double':>12} {'merged':>8}")
    first: tuple[float, dict[str, float]] | None = None
    for name, method in METHODS.items():
        begin = time.process_time()
        entity = method(records)
        seconds = time.process_time() - begin
        scores = score_links(entity, known, source)
        first = first or (seconds, scores)
        print(
            f"{name:>18} {seconds:>7.1f}s {seconds / first[0]:>5.2f}x"
            + "".join(f" {scores[f]:>9.4f} {scores[f] / first[1][f]:>5.3f}x" for f in ("bcubed_f1", "cross_source_f1"))
            + f" {scores['double']:>10.2%} {scores['wrongly_merged']:>8.2%}",
            flush=True,
        )


def _plain(record: Record) -> str:
    return " ".join(w for w in fold(_YEAR.sub(" ", record.name)).split() if w not in LEGAL and w not in STOP_WORDS)
