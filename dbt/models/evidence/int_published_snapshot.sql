{{ config(materialized='ephemeral') }}

-- Published snapshots of which this workspace has something. One without any source is absent, not nought.
select
    snapshot.snapshot,
    snapshot.reference_date,
    snapshot.definition
from {{ ref('snapshot') }} as snapshot
where
    snapshot.role = 'published'
    and snapshot.snapshot in (select listed.snapshot from {{ ref('int_collaboration_listed') }} as listed)
