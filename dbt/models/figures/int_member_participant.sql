{{ config(materialized='ephemeral') }}

-- Memberships in the numerators of the means and of the share per ministry.
with member as (
    select
        *,
        {{ row_key(['snapshot', 'collaboration_id', 'organisation_id']) }} as row_key
    from {{ ref('int_counted_member') }}
),

cell as (
    select
        'mean_collaborations' as figure,
        member.snapshot,
        organisation.kind as category,
        member.row_key
    from member
    inner join {{ ref('stg_organisation_snapshot') }} as organisation
        on
            member.snapshot = organisation.snapshot
            and member.organisation_id = organisation.organisation_id
    where organisation.in_scope and organisation.kind in ('municipality', 'province', 'water_board')
    union all
    select
        'ministry_share' as figure,
        snapshot,
        organisation_id as category,
        row_key
    from member
    where kind = 'ministry'
    union all
    select
        'mean_municipalities' as figure,
        snapshot,
        'all' as category,
        row_key
    from member
    where kind = 'municipality'
    union all
    select
        'mean_municipalities_per_theme' as figure,
        member.snapshot,
        theme.theme as category,
        member.row_key
    from member
    inner join {{ ref('int_counted_theme') }} as theme
        on member.snapshot = theme.snapshot and member.collaboration_id = theme.collaboration_id
    where member.kind = 'municipality'
)

select
    figure,
    snapshot,
    category,
    'numerator' as part,
    'participant' as row_table,
    row_key
from cell
