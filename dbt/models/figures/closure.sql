-- Per part of each cell what it states and what its members weigh; also members without a cell.
with stated as (
    select
        figure,
        snapshot,
        category,
        'numerator' as part,
        numerator as stated
    from {{ ref('figure') }}
    union all
    select
        figure,
        snapshot,
        category,
        'denominator' as part,
        denominator as stated
    from {{ ref('figure') }}
    where denominator is not null
),

weighed as (
    select
        figure,
        snapshot,
        category,
        part,
        sum(weight) as members
    from {{ ref('figure_member') }}
    group by figure, snapshot, category, part
)

select
    coalesce(stated.figure, weighed.figure) as figure,
    coalesce(stated.snapshot, weighed.snapshot) as snapshot,
    coalesce(stated.category, weighed.category) as category,
    coalesce(stated.part, weighed.part) as part,
    coalesce(stated.stated, 0) as stated,
    coalesce(weighed.members, 0) as members,
    coalesce(stated.stated, 0) - coalesce(weighed.members, 0) as difference
from stated
full outer join weighed
    on
        stated.figure = weighed.figure
        and stated.snapshot = weighed.snapshot
        and stated.category = weighed.category
        and stated.part = weighed.part
