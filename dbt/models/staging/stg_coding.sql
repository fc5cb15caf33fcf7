{{ config(materialized='ephemeral') }}

-- Codings, with the published snapshot for which each counts.
select
    coding.*,
    snapshot.published_snapshot
from {{ source('tables', 'coding') }} as coding
inner join {{ ref('stg_snapshot') }} as snapshot on coding.snapshot = snapshot.snapshot
