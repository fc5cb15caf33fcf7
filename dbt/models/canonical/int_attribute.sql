-- Every candidate value of the attributes of a collaboration, and which of them won: one of each attribute, but of the
-- statutory systems all that the coding chose, for a body may be the region of two.
--
-- A decision goes before all. Name, seat and purpose come from the mentions: the best source first (macro
-- source_rank), then the value that most mentions have, then the shortest, then the first by alphabet. What the
-- coding decides (legal form, obligation, goal, statutory system) is chosen there; its other values never win.
with mentioned as (
    select
        mention.published_snapshot as snapshot,
        mention.collaboration_id,
        mention.mention_id,
        {{ source_rank('mention.source', 'mention.identifiers') }} as tier,
        unnest(['name', 'seat', 'purpose']) as attribute,
        unnest([mention.name_written, mention.seat_written, mention.purpose_written]) as value
    from {{ ref('int_mention') }} as mention
    where mention.affirms
),

candidate as (
    select
        mentioned.snapshot,
        mentioned.collaboration_id,
        mentioned.attribute,
        mentioned.value,
        'mention' as source_type,
        mentioned.mention_id as source_id,
        mentioned.tier,
        1 as place
    from mentioned
    union all
    select
        snapshot,
        collaboration_id,
        attribute,
        value,
        source_type,
        source_id,
        case when chosen then 1 end as tier,
        1 as place
    from {{ ref('int_coding') }}
    where attribute <> 'theme'
    union all
    select
        snapshot,
        collaboration_id,
        attribute,
        value,
        'decision' as source_type,
        decision_id as source_id,
        0 as tier,
        place
    from {{ ref('int_decision_on_collaboration') }}
    -- Which systems were decided is a set, which the coding takes apart.
    where kind = 'attribute' and attribute <> 'statutory_system'
    union all
    -- What nothing is known of: said as such, by a rule that always loses.
    select
        listed.snapshot,
        listed.collaboration_id,
        fallback.attribute,
        fallback.value,
        'rule' as source_type,
        'rule:not-known' as source_id,
        9 as tier,
        1 as place
    from {{ ref('int_collaboration_listed') }} as listed
    cross join
        (values ('legal_form', 'onbekend'), ('obligation', 'unknown'), ('goal', 'unknown'))
            as fallback (attribute, value)
),

weighed as (
    select
        candidate.*,
        count(*) over (
            partition by candidate.snapshot, candidate.collaboration_id, candidate.attribute, candidate.value
        ) as times
    from candidate
    inner join {{ ref('int_collaboration_listed') }} as listed
        on candidate.snapshot = listed.snapshot and candidate.collaboration_id = listed.collaboration_id
    where candidate.value is not null and trim(candidate.value) <> ''
),

judged as (
    select
        *,
        -- A value without a tier never wins: it sorts last, and then the fallback stands before it.
        first_value(value) over (
            partition by snapshot, collaboration_id, attribute
            order by tier asc nulls last, place asc, times desc, length(value) asc, value asc, source_id asc
        ) as winner,
        min(tier) over (partition by snapshot, collaboration_id, attribute) as best_tier
    from weighed
)

select
    snapshot,
    collaboration_id,
    attribute,
    value,
    source_type,
    source_id,
    case
        when attribute = 'statutory_system' then tier is not null
        else coalesce(value = winner and best_tier is not null, false)
    end as won
from judged
-- The fallback is of interest only where it had to stand in.
where source_id <> 'rule:not-known' or best_tier = 9
