{{ config(materialized='ephemeral') }}

-- Between what a figure lies that rests on criteria of which not all are answered: as if each unknown answer were the
-- one, and as if it were the other.
with certain as (
    select
        snapshot,
        count(*) filter (where all_criteria_met) as least,
        count(*) as most
    from {{ ref('int_collaboration_counted') }}
    group by snapshot
)

select
    unnest(['total', 'total_certain']) as figure,
    snapshot,
    'all' as category,
    least::double as lower,
    most::double as upper
from certain

union all

select
    'definition_effect' as figure,
    snapshot,
    category,
    (count(*) filter (where met = 'no'))::double as lower,
    (count(*) filter (where met <> 'yes'))::double as upper
from {{ ref('int_later_answer') }}
group by snapshot, category
