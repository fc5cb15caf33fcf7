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
),

passage as (
    select
        *,
        {{ comparable_name('name_before') }} as comparable_before,
        {{ comparable_name('name_after') }} as comparable_after
    from {{ ref('int_passage') }}
    where counted_before and counted_after
)

select
    passage.collaboration_id,
    passage.from_snapshot,
    passage.to_snapshot,
    passage.name_before,
    passage.name_after
from passage
where
    not {{ same_spelling('passage.comparable_before', 'passage.comparable_after') }}
    and not exists (
        select 1
        from old_name
        where
            passage.collaboration_id = old_name.collaboration_id
            and passage.from_snapshot >= old_name.first_written
            and {{ same_spelling('old_name.name', 'passage.comparable_after') }}
    )
