{{ config(materialized='ephemeral') }}

-- Decisions in force, on the published snapshot that they concern; an empty snapshot means all of them.
select
    decision.decision_id,
    decision.kind,
    decision.target,
    decision.attribute,
    decision.value,
    coalesce(snapshot.feeds, decision.snapshot) as snapshot
from {{ source('tables', 'decision') }} as decision
left join {{ ref('snapshot') }} as snapshot on decision.snapshot = snapshot.snapshot
where decision.status = 'active'
