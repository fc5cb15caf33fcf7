-- The rows that each cell counts, listed from the canonical tables on their own, so that the closure can fail.
with collaboration as (
    select
        *,
        {{ row_key(['snapshot', 'collaboration_id']) }} as row_key
    from {{ ref('int_counted') }}
),

participant as (
    select
        *,
        {{ row_key(['snapshot', 'collaboration_id', 'organisation_id']) }} as row_key
    from {{ ref('int_counted_member') }}
),

theme as (
    select
        *,
        {{ row_key(['snapshot', 'collaboration_id', 'theme']) }} as row_key
    from {{ ref('int_counted_theme') }}
),

member as (
    select * from ({{ members_of_collaborations() }})
    union all
    select * from ({{ members_of_participants() }})
    union all
    select * from ({{ members_of_themes() }})
    union all
    select * from ({{ members_of_denominators() }})
)

select
    figure,
    snapshot,
    category,
    part,
    row_table,
    row_key,
    1::double as weight
from member
