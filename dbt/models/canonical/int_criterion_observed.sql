{{ config(materialized='ephemeral') }}

-- What the sources say of each criterion that has a rule; `met` is empty where they say nothing.
--
-- A new criterion is a row of the seed definition and, once it can be observed, a select here. Without one it is
-- presumed, decided or unknown, never silently yes.
with denier as (
    -- Whoever says that it ended before the reference date denies it as much as whoever says that it does not exist.
    select
        mention.published_snapshot as snapshot,
        mention.collaboration_id,
        mention.mention_id,
        mention.reporting_organisation_id,
        mention.valid_to
    from {{ ref('int_mention') }} as mention
    inner join {{ ref('snapshot') }} as snapshot on mention.published_snapshot = snapshot.snapshot
    where
        mention.claim = 'denies_existence'
        or (mention.claim = 'dissolved' and mention.valid_to <= snapshot.reference_date)
),

-- Sources of others than who denies it that still tell of it; an end is not gainsaid by what is of an earlier day.
gainsaid as (
    select
        denier.snapshot,
        denier.collaboration_id,
        min(mention.mention_id) as mention_id,
        count(distinct coalesce(mention.reporting_organisation_id, mention.source)) as witnesses
    from denier
    inner join {{ ref('int_mention') }} as mention
        on
            denier.snapshot = mention.published_snapshot
            and denier.collaboration_id = mention.collaboration_id
    inner join {{ ref('snapshot') }} as snapshot on mention.snapshot = snapshot.snapshot
    left join denier as own
        on
            denier.snapshot = own.snapshot
            and denier.collaboration_id = own.collaboration_id
            and mention.reporting_organisation_id = own.reporting_organisation_id
    where
        mention.affirms
        and own.mention_id is null
        and (denier.valid_to is null or denier.valid_to <= snapshot.reference_date)
    group by denier.snapshot, denier.collaboration_id
),

-- One slip must not take out what others tell of: unless more deny it than gainsay that, a denial is held until people
-- say who is right (`review`). A registry that lags behind does not hold what all who take part say has ended.
denial as (
    select
        denier.snapshot,
        denier.collaboration_id,
        min(denier.mention_id) as mention_id,
        min(gainsaid.mention_id) as gainsaid_by,
        coalesce(min(gainsaid.witnesses), 0) >= count(distinct denier.reporting_organisation_id) as is_held
    from denier
    left join gainsaid
        on denier.snapshot = gainsaid.snapshot and denier.collaboration_id = gainsaid.collaboration_id
    group by denier.snapshot, denier.collaboration_id
),

-- What those who take part answer in the survey, criterion by criterion (d1=yes). Where they differ it is left open.
answer as (
    select
        published_snapshot as snapshot,
        collaboration_id,
        mention_id,
        unnest(criteria_written) as said
    from {{ ref('int_mention') }}
    where affirms and published_snapshot is not null
),

answered as (
    select
        snapshot,
        collaboration_id,
        split_part(said, '=', 1) as criterion,
        min(split_part(said, '=', 2)) as one,
        max(split_part(said, '=', 2)) as other,
        min(mention_id) as mention_id,
        count(*) as times
    from answer
    group by snapshot, collaboration_id, split_part(said, '=', 1)
),

fact as (
    select
        collaboration.*,
        coalesce(open_name.open_names, 0) as open_names,
        min(collaboration.snapshot) over (partition by collaboration.collaboration_id) as first_seen,
        denial.mention_id as denial,
        denial.gainsaid_by,
        denial.is_held
    from {{ ref('int_collaboration') }} as collaboration
    left join {{ ref('int_open_name') }} as open_name
        on
            collaboration.snapshot = open_name.snapshot
            and collaboration.collaboration_id = open_name.collaboration_id
    left join denial
        on
            collaboration.snapshot = denial.snapshot
            and collaboration.collaboration_id = denial.collaboration_id
)

select
    snapshot,
    collaboration_id,
    2017 as definition,
    'government' as criterion,
    {{ enough_governments(1) }} as met,
    {{ governments_evidence() }} as evidence
from fact

union all

select
    snapshot,
    collaboration_id,
    2017 as definition,
    'reported' as criterion,
    -- Everything but the ministries' own lists comes from decentral government.
    case when list_has_any(sources, ['budget', 'survey', 'edition', 'register']) then 'yes' else 'no' end as met,
    'sources ' || array_to_string(sources, ', ') as evidence
from fact

union all

select
    snapshot,
    collaboration_id,
    2024 as definition,
    'a' as criterion,
    {{ enough_governments(2) }} as met,
    {{ governments_evidence() }} as evidence
from fact

union all

select
    snapshot,
    collaboration_id,
    2024 as definition,
    'b' as criterion,
    case when name is null then 'no' else 'yes' end as met,
    coalesce('name ' || name, 'no name') as evidence
from fact

union all

select
    snapshot,
    collaboration_id,
    2024 as definition,
    'c' as criterion,
    case when purpose is not null then 'yes' end as met,
    'purpose written' as evidence
from fact

union all

select
    snapshot,
    collaboration_id,
    2024 as definition,
    'd4' as criterion,
    case when first_seen < snapshot then 'yes' end as met,
    'seen in ' || first_seen as evidence
from fact

union all

select
    snapshot,
    collaboration_id,
    2024 as definition,
    'e' as criterion,
    case
        when denial is null then 'yes'
        when is_held then 'unknown'
        else 'no'
    end as met,
    case
        when denial is null then 'no denial'
        else 'mention ' || denial || coalesce(' against mention ' || gainsaid_by, '')
    end as evidence
from fact

union all

select
    snapshot,
    collaboration_id,
    2024 as definition,
    criterion,
    case when one = other then one else 'unknown' end as met,
    case when one = other then 'mention ' || mention_id else times || ' answers that differ' end as evidence
from answered
