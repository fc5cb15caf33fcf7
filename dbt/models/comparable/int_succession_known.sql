{{ config(materialized='ephemeral') }}

-- Each one that went on in another, or of which another was split off, as people decided or as the sources show.
--
-- Where people decided about one in an interval, what the sources show of it counts no more; and a proposal that was
-- only asked is no evidence. What went on in something that is not counted has no successor here.
with decided as (
    select
        succession.collaboration_id,
        succession.successor,
        succession.kind,
        passage.to_snapshot,
        'decision ' || succession.decision_id as evidence
    from {{ ref('int_succession_decision') }} as succession
    inner join {{ ref('int_passage') }} as passage
        on
            succession.collaboration_id = passage.collaboration_id
            and passage.to_snapshot = coalesce(succession.snapshot, passage.to_snapshot)
),

shown as (
    select
        proposed.collaboration_id,
        proposed.successor,
        proposed.kind,
        proposed.to_snapshot,
        'mentions ' || array_to_string(proposed.mention_ids, ', ') || '; '
        || len(proposed.participants) || ' participants passed'
        || coalesce(', dated ' || proposed.dated_on, '') as evidence
    from {{ ref('stg_proposed_succession') }} as proposed
    inner join {{ ref('int_passage') }} as successor
        on
            proposed.successor = successor.collaboration_id
            and proposed.to_snapshot = successor.to_snapshot
            and successor.counted_after
    where
        proposed.grade <> 'asked'
        and not exists (
            select 1
            from decided
            where proposed.collaboration_id = decided.collaboration_id and proposed.to_snapshot = decided.to_snapshot
        )
        and not exists (
            select 1
            from {{ ref('int_decision') }} as decision
            where
                decision.kind = 'no_succession'
                and decision.target = proposed.collaboration_id || '|' || proposed.successor
        )
),

succession as (
    select * from decided

    union all

    select * from shown
)

select * from succession

union all

-- What is split and goes on is one of its own successors.
select distinct
    succession.collaboration_id,
    succession.collaboration_id as successor,
    succession.kind,
    succession.to_snapshot,
    succession.evidence
from succession
inner join {{ ref('int_passage') }} as passage
    on
        succession.collaboration_id = passage.collaboration_id
        and succession.to_snapshot = passage.to_snapshot
        and passage.counted_after
where succession.kind = 'split'
