{{ config(materialized='ephemeral') }}

-- The decision on each membership: one for that snapshot goes before one for all, a later before an earlier.
select
    listed.snapshot,
    listed.collaboration_id,
    decision.attribute as organisation_id,
    decision.decision_id,
    case decision.value when 'denied' then 'denied' when 'participates' then 'confirmed' end as status
from {{ ref('int_decision') }} as decision
inner join {{ ref('int_collaboration_listed') }} as listed
    on
        decision.target = listed.collaboration_id
        and listed.snapshot = coalesce(decision.snapshot, listed.snapshot)
where decision.kind = 'participant' and decision.value in ('denied', 'participates')
qualify
    row_number() over (
        partition by listed.snapshot, listed.collaboration_id, decision.attribute
        order by decision.snapshot is null, decision.decision_id desc
    ) = 1
