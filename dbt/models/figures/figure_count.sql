-- Numerators of the figures that count collaborations. There is no denominator.
with counted as (
    select * from {{ ref('int_collaboration_counted') }}
),

numerator as (
    select
        'total' as figure,
        snapshot,
        'all' as category,
        count(*) as numerator
    from counted
    group by snapshot
    union all
    select
        'total_certain' as figure,
        snapshot,
        'all' as category,
        count(*) filter (where all_criteria_met) as numerator
    from counted
    group by snapshot
    union all
    select
        'definition_effect' as figure,
        snapshot,
        category,
        count(*) filter (where met = 'no') as numerator
    from {{ ref('int_later_answer') }}
    group by snapshot, category
    union all
    select
        'with_at_least_one' as figure,
        snapshot,
        kind as category,
        count(distinct collaboration_id) as numerator
    from {{ ref('int_counted_member') }}
    group by snapshot, kind
    union all
    select
        'with_ministry' as figure,
        snapshot,
        'all' as category,
        count(*) filter (where ministry_status = 'both') as numerator
    from counted
    group by snapshot
    union all
    select
        'theme_count' as figure,
        snapshot,
        theme as category,
        count(*) as numerator
    from {{ ref('int_counted_theme') }}
    group by snapshot, theme
)

{{ cells_of('figure_count', has_denominator=false) }}
