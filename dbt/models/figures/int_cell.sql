{{ config(materialized='ephemeral') }}

-- Every cell that is published, also where nothing is counted in it.
with published as (
    select snapshot from {{ ref('int_published_snapshot') }}
),

single as (
    select unnest([
        'total', 'total_certain', 'independent_share', 'with_ministry', 'with_ministry_share',
        'with_several_non_government_share', 'mean_municipalities'
    ]) as figure
),

legal_group as (
    select unnest(['wgr', 'private', 'other', 'unknown']) as category
),

kind as (
    select unnest(['municipality', 'province', 'water_board']) as category
),

number as (
    select unnest(['0', '1', '2', '3', '4', '5', '6', '7', '8', '3+']) as category
),

-- Ministries that exist at the date, and any other that is counted all the same.
ministry as (
    select
        organisation.snapshot,
        organisation.organisation_id as category
    from {{ ref('stg_organisation_snapshot') }} as organisation
    inner join published on organisation.snapshot = published.snapshot
    where organisation.kind = 'ministry'
    union distinct
    select
        snapshot,
        organisation_id as category
    from {{ ref('int_counted_member') }}
    where kind = 'ministry'
),

per_theme as (
    select unnest(['theme_count', 'theme_share', 'mean_municipalities_per_theme']) as figure
),

per_kind as (
    select unnest(['mean_collaborations', 'with_at_least_one']) as figure
)

select
    single.figure,
    published.snapshot,
    'all' as category
from single
cross join published

union all

-- The group unknown is a cell only where something is in it: the article has three groups.
select distinct
    'legal_form_group' as figure,
    published.snapshot,
    legal_group.category
from published
cross join legal_group
left join {{ ref('int_collaboration_counted') }} as counted
    on published.snapshot = counted.snapshot and legal_group.category = counted.legal_form_group
where legal_group.category <> 'unknown' or counted.collaboration_id is not null

union all

select
    per_kind.figure,
    published.snapshot,
    kind.category
from per_kind
cross join published
cross join kind

union all

select
    'ministry_share' as figure,
    snapshot,
    category
from ministry

union all

select
    per_theme.figure,
    published.snapshot,
    theme_code.theme as category
from per_theme
cross join published
cross join {{ ref('theme_code') }} as theme_code

union all

-- Without any theme, that is a cell only where it occurs: it ought not to.
select distinct
    'theme_count_share' as figure,
    published.snapshot,
    number.category
from published
cross join number
left join {{ ref('int_theme_number') }} as theme_number
    on published.snapshot = theme_number.snapshot and number.category = theme_number.themes::varchar
where number.category <> '0' or theme_number.collaboration_id is not null

union all

select
    'theme_pair_share' as figure,
    published.snapshot,
    first_theme.theme || '+' || second_theme.theme as category
from published
cross join {{ ref('theme_code') }} as first_theme
inner join {{ ref('theme_code') }} as second_theme on first_theme.place < second_theme.place

union all

-- What a later definition would leave out: as a whole, and by each of its criteria.
select distinct
    'definition_effect' as figure,
    published.snapshot,
    unnest([
        definition.definition::varchar,
        definition.definition::varchar || ':' || definition.criterion
    ]) as category
from published
inner join {{ ref('snapshot') }} as snapshot on published.snapshot = snapshot.snapshot
inner join {{ ref('definition') }} as definition on snapshot.definition < definition.definition
