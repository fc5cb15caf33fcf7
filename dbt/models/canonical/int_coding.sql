{{ config(materialized='ephemeral') }}

-- The coding on published snapshots, with the kind of ground that stands behind each value.
--
-- What was coded for an interim snapshot feeds the published one only where that was not coded itself.
with latest as (
    select *
    from {{ ref('stg_coding') }}
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
left join {{ ref('stg_mention') }} as mention on latest.source_id = mention.mention_id
left join {{ ref('stg_decision') }} as decision on latest.source_id = decision.decision_id
