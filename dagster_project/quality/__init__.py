"""Is it good enough to release: expectations, severity, waivers, verdict and gate; the one door to Great Expectations.

Belongs here: how the declared expectations are evaluated and what follows from it. What is expected stands in
`expectations/*.yml`, one suite per question. Does not belong here: contracts of columns (`dictionary`), keys and
relations while building (dbt tests).

- `declaration`: the YAML as expectations
- `batches`: what an expectation looks at, and the SQL that lists its failing keys
- `asked`, `expected`, `whole`, `whose`: what should have come, what came of it, whether its files are whole and its own
- `before`: what a release or an earlier run had and this one has not
- `between`: in which regions municipalities were on days between the snapshots
- `raw`: what stands in the cells of delivered lists, also in those that no reader takes
- `shifts`: how shares moved between snapshots, and whether by chance
- `thresholds`: which bounds the data of a workspace would bear; `break_ranges`: which ranges of declared breaks
- `gx_runner`: Great Expectations says passed or failed
- `evaluation`: both together, waivers applied, as rows of `quality_result`
- `changes`: what is said otherwise than in the release before
- `judgement`: the same in the words of BZK; `gate`: the refusal of a release, and the end of a run
- `checks`: the expectations on the assets that they check

This is the face of the room. All loads on use, for every command of `lappendeken` asks it which outcomes block and must
not pay for what evaluates.
"""

import lazy_loader as lazy

__getattr__, __dir__, __all__ = lazy.attach(
    __name__,
    submod_attrs={
        "before": ["gone"],
        "between": ["regions_at_dates"],
        "break_ranges": ["range_proposals", "ranges_diff"],
        "declaration": ["Expectation", "declared"],
        "evaluation": ["evaluate"],
        "expected": ["expected_deliveries"],
        "gate": ["UNSEEN", "refuse_if_failing", "stop_if_fatal"],
        "judgement": ["verdict"],
        "raw.findings": ["raw_findings"],
        "shifts": ["holm", "share_shifts"],
        "thresholds": ["proposals", "thresholds_diff"],
    },
)
