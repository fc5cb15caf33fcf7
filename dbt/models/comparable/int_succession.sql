{{ config(materialized='ephemeral') }}

-- Mergers and splits that took effect in an interval, on what ended or was split.
--
-- A split with a new successor is a split, whether what was split goes on or not. Anything else that is known to have
-- gone on in another and that left the count ended in it: a merger.
select
    passage.collaboration_id,
    passage.from_snapshot,
    passage.to_snapshot,
    case when count(split_off.successor) > 0 then 'split' else 'merged' end as kind,
    list_sort(list_distinct(list(succession.successor))) as successors,
    string_agg(distinct succession.evidence, '; ' order by succession.evidence) as evidence
from {{ ref('int_passage') }} as passage
inner join {{ ref('int_succession_known') }} as succession
    on
        passage.collaboration_id = succession.collaboration_id
        and passage.to_snapshot = succession.to_snapshot
left join {{ ref('int_split_off') }} as split_off
    on
        succession.collaboration_id = split_off.collaboration_id
        and succession.successor = split_off.successor
        and passage.to_snapshot = split_off.to_snapshot
where passage.counted_before
group by passage.collaboration_id, passage.from_snapshot, passage.to_snapshot, passage.counted_after
having count(split_off.successor) > 0 or not passage.counted_after
