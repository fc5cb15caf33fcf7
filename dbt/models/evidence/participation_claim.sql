-- Every statement by one mention that an organisation does or does not take part, on its published snapshot.
--
-- A denial speaks for the reporter alone: the other names on such a row were filled in beforehand and prove nothing.
-- That a party has ended (claim dissolved) says nothing of who takes part.
with statement as (
    select
        mention.mention_id,
        mention.published_snapshot as snapshot,
        mention.collaboration_id,
        mention.source,
        resolved.organisation_id,
        resolved.kind,
        not mention.affirms as denied,
        (
            resolved.position = -1
            or coalesce(resolved.organisation_id = mention.reporting_organisation_id, false)
            -- The list of programmes is the ministries' own, so each ministry in it speaks for itself.
            or (mention.source = 'programme' and resolved.kind = 'ministry')
        ) as by_itself
    from {{ ref('int_mention') }} as mention
    inner join {{ ref('stg_resolved_participant') }} as resolved on mention.mention_id = resolved.mention_id
    where
        resolved.organisation_id is not null
        and mention.published_snapshot is not null
        and mention.claim <> 'dissolved'
)

select
    mention_id,
    organisation_id,
    snapshot,
    collaboration_id,
    min(kind) as kind,
    source,
    bool_or(by_itself) as by_itself,
    denied
from statement
where by_itself or not denied
group by mention_id, organisation_id, snapshot, collaboration_id, source, denied
