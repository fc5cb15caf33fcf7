-- Membership of an organisation in a collaboration: the union of what all sources say, with who says so.
--
-- Only the organisation itself can deny, and its latest word counts: a survey that comes after the budget corrects it.
-- A ministry counts where both sides say so: it itself (by_itself, its programme list) and a source of the region.
with claim as (
    select
        participation_claim.*,
        mention.received_on,
        mention.snapshot as said_of
    from {{ ref('participation_claim') }} as participation_claim
    inner join {{ ref('int_mention') }} as mention on participation_claim.mention_id = mention.mention_id
    inner join {{ ref('int_collaboration_listed') }} as listed
        on
            participation_claim.snapshot = listed.snapshot
            and participation_claim.collaboration_id = listed.collaboration_id
),

own_word as (
    select
        snapshot,
        collaboration_id,
        organisation_id,
        denied
    from claim
    where by_itself
    qualify
        row_number() over (
            partition by snapshot, collaboration_id, organisation_id
            order by
                said_of desc, received_on desc nulls last, source = 'survey' desc, denied desc, mention_id asc
        ) = 1
),

said as (
    select
        claim.snapshot,
        claim.collaboration_id,
        claim.organisation_id,
        min(claim.kind) as kind,
        case
            when bool_or(own_word.denied) then 'denied'
            when bool_or(claim.by_itself) and bool_or(not claim.by_itself) then 'confirmed'
            when bool_or(claim.by_itself) then 'self_reported'
            else 'named_by_others'
        end as status,
        list(claim.source) filter (where not claim.denied) as affirming,
        list(claim.source) filter (where claim.denied) as denying
    from claim
    left join own_word
        on
            claim.snapshot = own_word.snapshot
            and claim.collaboration_id = own_word.collaboration_id
            and claim.organisation_id = own_word.organisation_id
    group by claim.snapshot, claim.collaboration_id, claim.organisation_id
),

judged as (
    select
        coalesce(said.snapshot, decided.snapshot) as snapshot,
        coalesce(said.collaboration_id, decided.collaboration_id) as collaboration_id,
        coalesce(said.organisation_id, decided.organisation_id) as organisation_id,
        coalesce(said.kind, {{ organisation_kind('decided.organisation_id') }}) as kind,
        coalesce(decided.status, said.status) as status,
        said.affirming,
        said.denying
    from said
    full outer join {{ ref('int_participant_decision') }} as decided
        on
            said.snapshot = decided.snapshot
            and said.collaboration_id = decided.collaboration_id
            and said.organisation_id = decided.organisation_id
)

select
    snapshot,
    collaboration_id,
    organisation_id,
    kind,
    status,
    status <> 'denied' and (kind <> 'ministry' or status = 'confirmed') as counted,
    -- Nobody but a person may say so: then there are no sources.
    list_sort(list_distinct(coalesce(case when status = 'denied' then denying else affirming end, []))) as sources,
    coalesce(min(snapshot) filter (where status <> 'denied') over membership, snapshot) as first_seen,
    coalesce(max(snapshot) filter (where status <> 'denied') over membership, snapshot) as last_seen
from judged
window membership as (partition by collaboration_id, organisation_id)
