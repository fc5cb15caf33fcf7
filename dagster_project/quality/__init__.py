"""Is it good enough to release: expectations, severity, waivers, verdict and gate; the one door to Great Expectations.

Belongs here: how the declared expectations are evaluated and what follows from it. What is expected stands in
`expectations/*.yml`, one suite per question. Does not belong here: contracts of columns (`dictionary`), keys and
relations while building (dbt tests).

- `declaration`: the YAML as expectations
- `batches`: what an expectation looks at, and the SQL that lists its failing keys
- `asked`, `expected`, `whole`, `whose`: what should have come, what came of it, whether its files are whole and its own
- `before`: what a release or an earlier run had and this one has not
- `shifts`: how shares moved between snapshots, and whether by chance
- `gx_runner`: Great Expectations says passed or failed
- `evaluation`: both together, waivers applied, as rows of `quality_result`
- `judgement`: the same in the words of BZK; `gate`: the refusal of a release
"""

from dagster_project.quality.before import gone
from dagster_project.quality.declaration import Expectation, declared
from dagster_project.quality.evaluation import evaluate
from dagster_project.quality.expected import expected_deliveries
from dagster_project.quality.gate import UNSEEN, refuse_if_failing
from dagster_project.quality.judgement import verdict
from dagster_project.quality.shifts import share_shifts

__all__ = [
    "UNSEEN",
    "Expectation",
    "declared",
    "evaluate",
    "expected_deliveries",
    "gone",
    "refuse_if_failing",
    "share_shifts",
    "verdict",
]
