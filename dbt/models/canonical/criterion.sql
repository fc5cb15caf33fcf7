-- The answer to each criterion, by the definition of the snapshot and by every later one, so that what a tightened
-- definition does is a number. A decision goes before what is observed, that before what may be presumed of the
-- legal form (seed presumption); what none of them answers is unknown. Holding shares in a company of the seed
-- shareholding is no taking part, however many governments do.
with asked as (
    select
        collaboration.snapshot,
        collaboration.collaboration_id,
        collaboration.legal_form,
        definition.definition,
        definition.criterion,
        case when definition.criterion in ('government', 'a') then shareholding.company end as company
    from {{ ref('int_collaboration') }} as collaboration
    inner join {{ ref('snapshot') }} as snapshot on collaboration.snapshot = snapshot.snapshot
    inner join {{ ref('definition') }} as definition on snapshot.definition <= definition.definition
    left join {{ ref('shareholding') }} as shareholding
        on comparable_name(collaboration.name) = comparable_name(shareholding.name)
),

decided as (
    select
        snapshot,
        collaboration_id,
        attribute,
        value as met,
        decision_id
    from {{ ref('int_decision_on_collaboration') }}
    where kind = 'criterion' and place = 1
)

select
    asked.snapshot,
    asked.collaboration_id,
    asked.definition,
    asked.criterion,
    case
        when decided.met is not null then decided.met
        when asked.company is not null then 'no'
        -- Observed as unknown: looked at, and the sources leave it open. A presumption may still answer it.
        when observed.met in ('yes', 'no') then observed.met
        when presumption.legal_form is not null then 'yes'
        else 'unknown'
    end as met,
    case
        when decided.met is not null then 'decided'
        when asked.company is not null then 'presumed'
        when observed.met in ('yes', 'no') then 'observed'
        when presumption.legal_form is not null then 'presumed'
        else 'observed'
    end as basis,
    case
        when decided.met is not null then 'decision ' || decided.decision_id
        when asked.company is not null then 'shareholding in ' || asked.company
        when observed.met in ('yes', 'no') then observed.evidence
        when presumption.legal_form is not null then 'presumption of ' || asked.legal_form
        when observed.met = 'unknown' then observed.evidence
        else 'no source says'
    end as evidence
from asked
left join decided
    on
        asked.snapshot = decided.snapshot
        and asked.collaboration_id = decided.collaboration_id
        and decided.attribute = asked.definition || ':' || asked.criterion
left join {{ ref('int_criterion_observed') }} as observed
    on
        asked.snapshot = observed.snapshot
        and asked.collaboration_id = observed.collaboration_id
        and asked.definition = observed.definition
        and asked.criterion = observed.criterion
left join {{ ref('presumption') }} as presumption
    on
        asked.definition = presumption.definition
        and asked.criterion = presumption.criterion
        and asked.legal_form = presumption.legal_form
