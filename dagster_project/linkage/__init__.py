"""Which mentions are the same collaboration, and the id that each keeps for good.

Belongs here: names, the model, clusters, the ledger of identities. Does not belong here: what a collaboration is like
(canonical tables, in dbt) and people's judgements themselves (`decisions`).

This is the face of the room: whoever is outside imports from here only. All loads on use, for the quick commands
import this package and must not pay for the model.
"""

import lazy_loader as lazy

__getattr__, __dir__, __all__ = lazy.attach(
    __name__,
    submod_attrs={
        "records.from_tables": ["records_of"],
        "records.record": ["Record"],
        "model.comparisons": ["COMPARISONS", "ELSE"],
        "model.predict": ["FLOOR", "WEIGHTS", "score_pairs"],
        "linking.clustering": ["THRESHOLD", "cluster"],
        "linking.link": ["LinkResult", "grouped_units", "link_mentions", "link_records"],
        "review.bridges": ["weak_links", "write_weak_links"],
        "review.clerical_review": ["questions"],
        "explain.pair": ["explain_pair"],
        "explain.page": ["write_explanation"],
        "explain.words": ["decimal", "evidence", "forbidden", "verdict", "waterfall"],
        "csv_file.link": ["link_file", "quarantine_path"],
        "csv_file.read": ["read_decisions", "read_mentions"],
        "csv_file.record": ["record_of"],
        "ledger.check": ["LedgerLost", "checked_ledger"],
        "ledger.crosswalk": ["MERGED", "heirs", "read_crosswalk", "steps_of", "successors"],
        "ledger.decisions": ["link_decisions", "minted_in_links"],
        "ledger.diff_text": ["change_text", "diff_data", "diff_text", "step_text"],
        "ledger.identities": ["Identity", "read_ledger"],
        "ledger.matching": ["identities"],
        "ledger.minting": ["diff_of_run", "mint"],
        "ledger.restore": ["Restored", "restore_ledger"],
    },
)
