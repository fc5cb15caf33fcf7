{{ config(materialized='ephemeral') }}

-- The themes of the collaborations that the figures count.
select
    theme.snapshot,
    theme.collaboration_id,
    theme.theme
from {{ ref('theme') }} as theme
inner join {{ ref('int_collaboration_counted') }} as counted
    on
        theme.snapshot = counted.snapshot
        and theme.collaboration_id = counted.collaboration_id
