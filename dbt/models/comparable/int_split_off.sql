{{ config(materialized='ephemeral') }}

-- Successors of a split that enter the count in an interval and were not known before it: newly minted by the split.
select distinct
    succession.collaboration_id,
    succession.successor,
    split_from.from_snapshot,
    split_from.to_snapshot
from {{ ref('int_succession_known') }} as succession
inner join {{ ref('int_passage') }} as split_from
    on
        succession.collaboration_id = split_from.collaboration_id
        and succession.to_snapshot = split_from.to_snapshot
        and split_from.counted_before
inner join {{ ref('int_passage') }} as minted
    on
        succession.successor = minted.collaboration_id
        and split_from.to_snapshot = minted.to_snapshot
        and minted.counted_after
        and not minted.known_before
where succession.kind = 'split'
