{{ config(materialized='ephemeral') }}

-- The rows of the denominators: collaborations of the shares, organisations and collaborations of the means.
with counted as (
    select
        *,
        {{ row_key(['snapshot', 'collaboration_id']) }} as row_key
    from {{ ref('int_collaboration_counted') }}
),

with_municipality as (
    select distinct
        snapshot,
        collaboration_id
    from {{ ref('int_counted_member') }}
    where kind = 'municipality'
),

with_ministry as (
    select distinct
        snapshot,
        collaboration_id
    from {{ ref('int_counted_member') }}
    where kind = 'ministry'
),

of_shares as (
    select
        cell.figure,
        cell.snapshot,
        cell.category,
        counted.row_key
    from {{ ref('int_cell') }} as cell
    inner join {{ ref('figure_definition') }} as definition on cell.figure = definition.figure
    inner join counted on cell.snapshot = counted.snapshot
    left join with_ministry
        on counted.snapshot = with_ministry.snapshot and counted.collaboration_id = with_ministry.collaboration_id
    where
        definition.sql_model = 'figure_share'
        and (cell.figure <> 'ministry_share' or with_ministry.collaboration_id is not null)
),

of_means as (
    select
        'mean_municipalities' as figure,
        counted.snapshot,
        'all' as category,
        counted.row_key
    from counted
    inner join with_municipality
        on
            counted.snapshot = with_municipality.snapshot
            and counted.collaboration_id = with_municipality.collaboration_id
    union all
    select
        'mean_municipalities_per_theme' as figure,
        counted.snapshot,
        theme.theme as category,
        counted.row_key
    from counted
    inner join with_municipality
        on
            counted.snapshot = with_municipality.snapshot
            and counted.collaboration_id = with_municipality.collaboration_id
    inner join {{ ref('int_counted_theme') }} as theme
        on counted.snapshot = theme.snapshot and counted.collaboration_id = theme.collaboration_id
)

select
    figure,
    snapshot,
    category,
    'denominator' as part,
    'collaboration' as row_table,
    row_key
from of_shares

union all

select
    figure,
    snapshot,
    category,
    'denominator' as part,
    'collaboration' as row_table,
    row_key
from of_means

union all

select
    'mean_collaborations' as figure,
    organisation.snapshot,
    organisation.kind as category,
    'denominator' as part,
    'organisation_snapshot' as row_table,
    {{ row_key(['organisation.snapshot', 'organisation.organisation_id']) }} as row_key
from {{ ref('stg_organisation_snapshot') }} as organisation
inner join {{ ref('int_published_snapshot') }} as published on organisation.snapshot = published.snapshot
where organisation.in_scope and organisation.kind in ('municipality', 'province', 'water_board')
