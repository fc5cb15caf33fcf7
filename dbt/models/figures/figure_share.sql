-- Numerators and denominators of the figures that are shares of collaborations.
with counted as (
    select * from {{ ref('int_collaboration_counted') }}
),

pair as (
    select
        one.snapshot,
        one.theme || '+' || other.theme as category,
        count(*) as numerator
    from {{ ref('int_counted_theme') }} as one
    inner join {{ ref('int_counted_theme') }} as other
        on one.snapshot = other.snapshot and one.collaboration_id = other.collaboration_id
    inner join {{ ref('theme_code') }} as one_place on one.theme = one_place.theme
    inner join {{ ref('theme_code') }} as other_place on other.theme = other_place.theme
    where one_place.place < other_place.place
    group by one.snapshot, one.theme, other.theme
),

numerator as (
    select
        'legal_form_group' as figure,
        snapshot,
        legal_form_group as category,
        count(*) as numerator
    from counted
    group by snapshot, legal_form_group
    union all
    select
        'independent_share' as figure,
        snapshot,
        'all' as category,
        count(*) filter (where legal_form_group in ('wgr', 'private')) as numerator
    from counted
    group by snapshot
    union all
    select
        'with_ministry_share' as figure,
        snapshot,
        'all' as category,
        count(*) filter (where ministry_status = 'both') as numerator
    from counted
    group by snapshot
    union all
    select
        'ministry_share' as figure,
        snapshot,
        organisation_id as category,
        count(*) as numerator
    from {{ ref('int_counted_member') }}
    where kind = 'ministry'
    group by snapshot, organisation_id
    union all
    select
        'with_several_non_government_share' as figure,
        snapshot,
        'all' as category,
        count(*) filter (where non_government_count > 1) as numerator
    from counted
    group by snapshot
    union all
    select
        'theme_share' as figure,
        snapshot,
        theme as category,
        count(*) as numerator
    from {{ ref('int_counted_theme') }}
    group by snapshot, theme
    union all
    select
        'theme_count_share' as figure,
        snapshot,
        themes::varchar as category,
        count(*) as numerator
    from {{ ref('int_theme_number') }}
    group by snapshot, themes
    union all
    select
        'theme_count_share' as figure,
        snapshot,
        '3+' as category,
        count(*) as numerator
    from {{ ref('int_theme_number') }}
    where themes >= 3
    group by snapshot
    union all
    select
        'theme_pair_share' as figure,
        snapshot,
        category,
        numerator
    from pair
),

denominator as (
    select
        definition.figure,
        counted.snapshot,
        null as category,
        -- Ministries are shares of the collaborations with any ministry, all else of all that are counted.
        count(*) filter (where definition.figure <> 'ministry_share' or counted.ministry_status = 'both') as denominator
    from counted
    cross join {{ ref('figure_definition') }} as definition
    where definition.sql_model = 'figure_share'
    group by definition.figure, counted.snapshot
)

{{ cells_of('figure_share') }}
