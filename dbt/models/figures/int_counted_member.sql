{{ config(materialized='ephemeral') }}

-- The counted members of the collaborations that the figures count.
select participant.*
from {{ ref('participant') }} as participant
inner join {{ ref('int_collaboration_counted') }} as counted
    on
        participant.snapshot = counted.snapshot
        and participant.collaboration_id = counted.collaboration_id
where participant.counted
