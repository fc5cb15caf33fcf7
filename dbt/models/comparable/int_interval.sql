{{ config(materialized='ephemeral') }}

-- Each published snapshot with the next one. Interim snapshots take no part.
select
    snapshot as from_snapshot,
    lead(snapshot) over (order by snapshot) as to_snapshot,
    reference_date as from_date,
    lead(reference_date) over (order by snapshot) as to_date
from {{ ref('int_published_snapshot') }}
qualify to_snapshot is not null
