{{ config(materialized='ephemeral') }}

-- Mentions, with the published snapshot for which each counts.
--
-- A register is dated, so what it held at an interim date and no longer holds at the published one has ended and must
-- not come back: at an interim date its published snapshot is empty.
select
    mention.*,
    case
        when mention.source <> 'register' or mention.snapshot = snapshot.published_snapshot
            then snapshot.published_snapshot
    end as published_snapshot
from {{ source('tables', 'mention') }} as mention
inner join {{ ref('stg_snapshot') }} as snapshot on mention.snapshot = snapshot.snapshot
