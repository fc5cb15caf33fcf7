{{ config(materialized='ephemeral') }}

-- How counted collaborations answer the later definitions: each criterion of these, and each definition as a whole.
with answer as (
    select
        criterion.snapshot,
        criterion.collaboration_id,
        criterion.definition::varchar as definition,
        criterion.criterion,
        criterion.met
    from {{ ref('criterion') }} as criterion
    inner join {{ ref('snapshot') }} as snapshot on criterion.snapshot = snapshot.snapshot
    inner join {{ ref('int_collaboration_counted') }} as counted
        on
            criterion.snapshot = counted.snapshot
            and criterion.collaboration_id = counted.collaboration_id
    where criterion.definition > snapshot.definition
)

select
    snapshot,
    collaboration_id,
    definition || ':' || criterion as category,
    met
from answer

union all

select
    snapshot,
    collaboration_id,
    definition as category,
    case
        when bool_or(met = 'no') then 'no'
        when bool_and(met = 'yes') then 'yes'
        else 'unknown'
    end as met
from answer
group by snapshot, collaboration_id, definition
