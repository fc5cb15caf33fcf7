-- The rows that each cell counts, listed from the rows themselves and not from the counts of the figures, so that the
-- closure can fail.
with member as (
    select * from {{ ref('int_member_collaboration') }}
    union all
    select * from {{ ref('int_member_participant') }}
    union all
    select * from {{ ref('int_member_theme') }}
    union all
    select * from {{ ref('int_member_denominator') }}
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
