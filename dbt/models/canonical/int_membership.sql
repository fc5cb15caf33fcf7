{{ config(materialized='ephemeral') }}

-- What the members of each collaboration add up to. Only counted members count, but of the ministries that do not
-- the two sides are kept apart.
select
    participant.snapshot,
    participant.collaboration_id,
    count(*) filter (where participant.counted and participant.kind <> 'non_government') as government_count,
    count(*) filter (where participant.counted and participant.kind = 'municipality') as municipality_count,
    count(*) filter (where participant.counted and participant.kind = 'non_government') as non_government_count,
    count(distinct organisation.province_id) filter (where participant.counted) as province_count,
    count(distinct organisation.corop) filter (where participant.counted) as corop_count,
    case
        when bool_or(participant.kind = 'ministry' and participant.status = 'confirmed') then 'both'
        when bool_or(participant.kind = 'ministry' and participant.status = 'self_reported') then 'state_only'
        when bool_or(participant.kind = 'ministry' and participant.status = 'named_by_others') then 'region_only'
        else 'none'
    end as ministry_status
from {{ ref('participant') }} as participant
left join {{ ref('stg_organisation_snapshot') }} as organisation
    on
        participant.snapshot = organisation.snapshot
        and participant.organisation_id = organisation.organisation_id
group by participant.snapshot, participant.collaboration_id
