{{ config(materialized='ephemeral') }}

-- How many participants are written that could not be resolved: with them, fewer governments known than asked for
-- means unknown, not no. A name of which a person said who it is, or that it is nobody here, is open no more.
with settled as (
    select distinct
        snapshot,
        collaboration_id,
        case kind when 'open_name' then attribute when 'participant' then expect end as name_written
    from {{ ref('int_decision_on_collaboration') }}
    where kind in ('open_name', 'participant')
)

select
    mention.published_snapshot as snapshot,
    mention.collaboration_id,
    count(distinct resolved.name_written) as open_names
from {{ ref('int_mention') }} as mention
inner join {{ ref('stg_resolved_participant') }} as resolved on mention.mention_id = resolved.mention_id
left join settled
    on
        mention.published_snapshot = settled.snapshot
        and mention.collaboration_id = settled.collaboration_id
        and resolved.name_written = settled.name_written
where mention.affirms and resolved.organisation_id is null and settled.name_written is null
group by mention.published_snapshot, mention.collaboration_id
