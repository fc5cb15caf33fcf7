-- Every collaboration that is counted at either end of an interval, with what it was at both ends.
with seen as (
    select
        collaboration_id,
        min(snapshot) as first_seen
    from {{ ref('collaboration') }}
    group by collaboration_id
)

select
    interval.from_snapshot,
    interval.to_snapshot,
    interval.from_date,
    interval.to_date,
    seen.collaboration_id,
    coalesce(earlier.meets_definition, false) as counted_before,
    coalesce(later.meets_definition, false) as counted_after,
    -- Known from any earlier snapshot: one that comes back is no birth.
    seen.first_seen <= interval.from_snapshot as known_before,
    earlier.collaboration_id is not null as seen_before,
    later.collaboration_id is not null as known_after,
    seen.first_seen,
    earlier.name as name_before,
    later.name as name_after,
    earlier.legal_form as legal_form_before,
    later.legal_form as legal_form_after
from {{ ref('int_interval') }} as interval
cross join seen
left join {{ ref('collaboration') }} as earlier
    on interval.from_snapshot = earlier.snapshot and seen.collaboration_id = earlier.collaboration_id
left join {{ ref('collaboration') }} as later
    on interval.to_snapshot = later.snapshot and seen.collaboration_id = later.collaboration_id
where earlier.meets_definition or later.meets_definition
