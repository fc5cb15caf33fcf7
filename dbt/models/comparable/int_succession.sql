{{ config(materialized='ephemeral') }}

-- Mergers and splits that took effect in an interval, on what ended or was split.
--
-- A split with a new successor is a split, whether what was split goes on or not. Anything else that people decided
-- and that left the count ended in another: a merger.
select
    passage.collaboration_id,
    passage.from_snapshot,
    passage.to_snapshot,
    case when count(split_off.successor) > 0 then 'split' else 'merged' end as kind,
    list_sort(list_distinct(list(decision.successor))) as successors,
    'decision ' || string_agg(distinct decision.decision_id, ', ' order by decision.decision_id) as evidence
from {{ ref('int_passage') }} as passage
inner join {{ ref('int_succession_decision') }} as decision
    on
        passage.collaboration_id = decision.collaboration_id
        and passage.to_snapshot = coalesce(decision.snapshot, passage.to_snapshot)
left join {{ ref('int_split_off') }} as split_off
    on
        decision.collaboration_id = split_off.collaboration_id
        and decision.successor = split_off.successor
        and passage.to_snapshot = split_off.to_snapshot
where passage.counted_before
group by passage.collaboration_id, passage.from_snapshot, passage.to_snapshot, passage.counted_after
having count(split_off.successor) > 0 or not passage.counted_after
