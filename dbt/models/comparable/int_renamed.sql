{{ config(materialized='ephemeral') }}

-- Collaborations counted at both ends of an interval that got a new name in it.
--
-- That another source won the name is no new name: no source may have written it before, in any spelling.
with written as (
    select
        collaboration_id,
        published_snapshot,
        unnest(names) as name
    from {{ ref('int_mention') }}
),

old_name as (
    select
        collaboration_id,
        {{ comparable_name('name') }} as name,
        min(published_snapshot) as first_written
    from written
    group by collaboration_id, {{ comparable_name('name') }}
)

select
    passage.collaboration_id,
    passage.from_snapshot,
    passage.to_snapshot,
    passage.name_before,
    passage.name_after
from {{ ref('int_passage') }} as passage
left join old_name
    on
        passage.collaboration_id = old_name.collaboration_id
        and {{ comparable_name('passage.name_after') }} = old_name.name
        and passage.from_snapshot >= old_name.first_written
where
    passage.counted_before
    and passage.counted_after
    and {{ comparable_name('passage.name_before') }} <> {{ comparable_name('passage.name_after') }}
    and old_name.name is null
