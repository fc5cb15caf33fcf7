{{ config(materialized='ephemeral') }}

-- What people decided of each membership.
select
    snapshot,
    collaboration_id,
    attribute as organisation_id,
    decision_id,
    case value when 'denied' then 'denied' when 'participates' then 'confirmed' end as status
from {{ ref('int_decision_on_collaboration') }}
where kind = 'participant' and place = 1
