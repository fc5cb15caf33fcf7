{{ config(materialized='ephemeral') }}

-- The coding on published snapshots, with the kind of ground that stands behind each value.
--
-- What was coded for an interim snapshot feeds the published one only where that was not coded itself.
with placed as (
    select
        coding.*,
        coalesce(snapshot.feeds, coding.snapshot) as published_snapshot
    from {{ source('tables', 'coding') }} as coding
    inner join {{ ref('snapshot') }} as snapshot on coding.snapshot = snapshot.snapshot
),

latest as (
    select *
    from placed
    qualify
        snapshot = max(snapshot) over (partition by published_snapshot, collaboration_id, attribute)
)

select
    latest.published_snapshot as snapshot,
    latest.collaboration_id,
    latest.attribute,
    latest.value,
    latest.source_id,
    latest.coder,
    latest.confidence,
    latest.chosen,
    case
        when mention.mention_id is not null then 'mention'
        when decision.decision_id is not null then 'decision'
        else 'rule'
    end as source_type
from latest
left join {{ source('tables', 'mention') }} as mention on latest.source_id = mention.mention_id
left join {{ source('tables', 'decision') }} as decision on latest.source_id = decision.decision_id
