{{ config(materialized='ephemeral') }}

-- Collaborations counted at both ends of an interval that got a new name in it.
--
-- That another source won the name is no new name: no source may have written it before, in any spelling. And a
-- register that still has the old name does not hide the new one that most of those who take part write by themselves.
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
        comparable_name(name) as name,
        min(published_snapshot) as first_written
    from written
    group by collaboration_id, comparable_name(name)
),

-- What stands in brackets is an abbreviation or a remark.
teller as (
    select distinct
        collaboration_id,
        published_snapshot,
        coalesce(reporting_organisation_id, source) as teller,
        regexp_replace(name_written, '\s*\([^)]*\)', '', 'g') as name
    from {{ ref('int_mention') }}
    where affirms and source <> 'register'
),

told as (
    select
        collaboration_id,
        published_snapshot,
        min(name) as name,
        count(distinct teller) as tellers
    from teller
    group by collaboration_id, published_snapshot, comparable_name(name)
),

everyone as (
    select
        collaboration_id,
        published_snapshot,
        count(distinct teller) as tellers
    from teller
    group by collaboration_id, published_snapshot
),

most_told as (
    select
        told.collaboration_id,
        told.published_snapshot,
        told.name
    from told
    inner join everyone
        on
            told.collaboration_id = everyone.collaboration_id
            and told.published_snapshot = everyone.published_snapshot
    where told.tellers >= 2 and 2 * told.tellers > everyone.tellers
),

new_name as (
    select
        collaboration_id,
        from_snapshot,
        to_snapshot,
        name_before,
        name_after,
        1 as place
    from {{ ref('int_passage') }}
    where counted_before and counted_after

    union all

    select
        passage.collaboration_id,
        passage.from_snapshot,
        passage.to_snapshot,
        passage.name_before,
        most_told.name as name_after,
        2 as place
    from {{ ref('int_passage') }} as passage
    inner join most_told
        on
            passage.collaboration_id = most_told.collaboration_id
            and passage.to_snapshot = most_told.published_snapshot
    where passage.counted_before and passage.counted_after
),

passage as (
    select
        *,
        comparable_name(name_before) as comparable_before,
        comparable_name(name_after) as comparable_after
    from new_name
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
qualify row_number() over (
    partition by passage.collaboration_id, passage.to_snapshot
    order by passage.place asc, passage.name_after asc
) = 1
