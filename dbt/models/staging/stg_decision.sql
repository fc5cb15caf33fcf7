{{ config(materialized='ephemeral') }}

-- Decisions, with the published snapshot that each concerns; an empty one means all of them.
select
    decision.*,
    coalesce(snapshot.published_snapshot, decision.snapshot) as published_snapshot
from {{ source('tables', 'decision') }} as decision
left join {{ ref('stg_snapshot') }} as snapshot on decision.snapshot = snapshot.snapshot
