-- Numerators and denominators of the figures that are means: memberships over organisations or collaborations.
with member as (
    select * from {{ ref('int_counted_member') }}
),

numerator as (
    -- Only organisations in the denominator have a say in the mean per organisation.
    select
        'mean_collaborations' as figure,
        member.snapshot,
        organisation.kind as category,
        count(*) as numerator
    from member
    inner join {{ ref('stg_organisation_snapshot') }} as organisation
        on
            member.snapshot = organisation.snapshot
            and member.organisation_id = organisation.organisation_id
    where organisation.in_scope
    group by member.snapshot, organisation.kind
    union all
    select
        'mean_municipalities' as figure,
        snapshot,
        'all' as category,
        sum(municipality_count) as numerator
    from {{ ref('int_collaboration_counted') }}
    group by snapshot
    union all
    select
        'mean_municipalities_per_theme' as figure,
        theme.snapshot,
        theme.theme as category,
        sum(counted.municipality_count) as numerator
    from {{ ref('int_counted_theme') }} as theme
    inner join {{ ref('int_collaboration_counted') }} as counted
        on theme.snapshot = counted.snapshot and theme.collaboration_id = counted.collaboration_id
    group by theme.snapshot, theme.theme
),

denominator as (
    -- Also organisations that take part in nothing.
    select
        'mean_collaborations' as figure,
        snapshot,
        kind as category,
        count(*) as denominator
    from {{ ref('stg_organisation_snapshot') }}
    where in_scope
    group by snapshot, kind
    union all
    select
        'mean_municipalities' as figure,
        snapshot,
        'all' as category,
        count(*) filter (where municipality_count > 0) as denominator
    from {{ ref('int_collaboration_counted') }}
    group by snapshot
    union all
    select
        'mean_municipalities_per_theme' as figure,
        theme.snapshot,
        theme.theme as category,
        count(*) filter (where counted.municipality_count > 0) as denominator
    from {{ ref('int_counted_theme') }} as theme
    inner join {{ ref('int_collaboration_counted') }} as counted
        on theme.snapshot = counted.snapshot and theme.collaboration_id = counted.collaboration_id
    group by theme.snapshot, theme.theme
)

{{ cells_of('figure_mean') }}
