{{ config(materialized='ephemeral') }}

-- Collaborations in the numerators. What the figures take from counts on the collaboration is found here from the
-- rows of its participants and themes.
with counted as (
    select
        *,
        {{ row_key(['snapshot', 'collaboration_id']) }} as row_key
    from {{ ref('int_collaboration_counted') }}
),

member as (
    select * from {{ ref('int_counted_member') }}
),

theme as (
    select
        theme.*,
        theme_order.place
    from {{ ref('int_counted_theme') }} as theme
    inner join {{ ref('theme_code') }} as theme_order on theme.theme = theme_order.theme
),

answer as (
    select
        criterion.*,
        snapshot.definition as own
    from {{ ref('criterion') }} as criterion
    inner join {{ ref('snapshot') }} as snapshot on criterion.snapshot = snapshot.snapshot
),

cell as (
    select
        'total' as figure,
        snapshot,
        collaboration_id,
        'all' as category
    from counted
    union all
    select
        'total_certain' as figure,
        snapshot,
        collaboration_id,
        'all' as category
    from answer
    where definition = own
    group by snapshot, collaboration_id
    having bool_and(met = 'yes')
    union all
    select
        'definition_effect' as figure,
        snapshot,
        collaboration_id,
        definition || ':' || criterion as category
    from answer
    where definition > own and met = 'no'
    union all
    select distinct
        'definition_effect' as figure,
        snapshot,
        collaboration_id,
        definition::varchar as category
    from answer
    where definition > own and met = 'no'
    union all
    select
        'legal_form_group' as figure,
        snapshot,
        collaboration_id,
        legal_form_group as category
    from counted
    union all
    select
        'independent_share' as figure,
        snapshot,
        collaboration_id,
        'all' as category
    from counted
    where legal_form_group in ('wgr', 'private')
    union all
    select distinct
        'with_at_least_one' as figure,
        snapshot,
        collaboration_id,
        kind as category
    from member
    where kind in ('municipality', 'province', 'water_board')
    union all
    select distinct
        unnest(['with_ministry', 'with_ministry_share']) as figure,
        snapshot,
        collaboration_id,
        'all' as category
    from member
    where kind = 'ministry'
    union all
    select
        'with_several_non_government_share' as figure,
        snapshot,
        collaboration_id,
        'all' as category
    from member
    where kind = 'non_government'
    group by snapshot, collaboration_id
    having count(*) > 1
    union all
    select
        'theme_count_share' as figure,
        counted.snapshot,
        counted.collaboration_id,
        count(theme.theme)::varchar as category
    from counted
    left join theme
        on counted.snapshot = theme.snapshot and counted.collaboration_id = theme.collaboration_id
    group by counted.snapshot, counted.collaboration_id
    union all
    select
        'theme_count_share' as figure,
        snapshot,
        collaboration_id,
        '3+' as category
    from theme
    group by snapshot, collaboration_id
    having count(*) >= 3
    union all
    select
        'theme_pair_share' as figure,
        one.snapshot,
        one.collaboration_id,
        one.theme || '+' || other.theme as category
    from theme as one
    inner join theme as other
        on
            one.snapshot = other.snapshot
            and one.collaboration_id = other.collaboration_id
            and one.place < other.place
)

select
    cell.figure,
    cell.snapshot,
    cell.category,
    'numerator' as part,
    'collaboration' as row_table,
    counted.row_key
from cell
inner join counted on cell.snapshot = counted.snapshot and cell.collaboration_id = counted.collaboration_id
