{{ config(materialized='ephemeral') }}

-- How many participants are written that could not be resolved: with them, fewer governments known than asked for
-- means unknown, not no.
select
    mention.published_snapshot as snapshot,
    mention.collaboration_id,
    count(distinct resolved.name_written) as open_names
from {{ ref('int_mention') }} as mention
inner join {{ ref('stg_resolved_participant') }} as resolved on mention.mention_id = resolved.mention_id
where mention.affirms and resolved.organisation_id is null
group by mention.published_snapshot, mention.collaboration_id
