-- Which mention, decision or rule stands behind each value of the canonical tables; also the values that lost.
with participation as (
    select
        participant.snapshot,
        participant.collaboration_id,
        participant.organisation_id,
        participant.status,
        case
            when claim.denied then 'denied'
            when claim.by_itself then 'self_reported'
            else 'named_by_others'
        end as value,
        'mention' as source_type,
        claim.mention_id as source_id
    from {{ ref('participant') }} as participant
    inner join {{ ref('participation_claim') }} as claim
        on
            participant.snapshot = claim.snapshot
            and participant.collaboration_id = claim.collaboration_id
            and participant.organisation_id = claim.organisation_id
    union all
    select
        participant.snapshot,
        participant.collaboration_id,
        participant.organisation_id,
        participant.status,
        decided.status as value,
        'decision' as source_type,
        decided.decision_id as source_id
    from {{ ref('participant') }} as participant
    inner join {{ ref('int_participant_decision') }} as decided
        on
            participant.snapshot = decided.snapshot
            and participant.collaboration_id = decided.collaboration_id
            and participant.organisation_id = decided.organisation_id
)

select
    'collaboration' as row_table,
    {{ row_key(['snapshot', 'collaboration_id']) }} as row_key,
    -- Named after the column; of this one each value of the list has its own evidence.
    case attribute when 'statutory_system' then 'statutory_systems' else attribute end as attribute,
    value,
    source_type,
    source_id,
    bool_or(won) as won
from {{ ref('int_attribute') }}
group by snapshot, collaboration_id, attribute, value, source_type, source_id

union all

select
    'participant' as row_table,
    {{ row_key(['snapshot', 'collaboration_id', 'organisation_id']) }} as row_key,
    'status' as attribute,
    value,
    source_type,
    source_id,
    -- Confirmed rests on what both sides say, every other status on the statements of that kind.
    value = status or (status = 'confirmed' and value in ('self_reported', 'named_by_others')) as won
from participation

union all

select
    'theme' as row_table,
    {{ row_key(['coding.snapshot', 'coding.collaboration_id', 'coding.value']) }} as row_key,
    'theme' as attribute,
    coding.value,
    coding.source_type,
    coding.source_id,
    bool_or(coding.chosen) as won
from {{ ref('int_coding') }} as coding
inner join {{ ref('int_collaboration_listed') }} as listed
    on coding.snapshot = listed.snapshot and coding.collaboration_id = listed.collaboration_id
where coding.attribute = 'theme'
group by coding.snapshot, coding.collaboration_id, coding.value, coding.source_type, coding.source_id
