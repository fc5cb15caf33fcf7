-- Which collaborations have a row in which published snapshot: those that some source lists or takes part in.
--
-- What is only said to be dissolved, or only denied, is not there. Where others do list it, it is there, and the
-- denial is weighed by the participants and the criteria.
select
    published_snapshot as snapshot,
    collaboration_id,
    count(*) as mention_count,
    list_sort(list_distinct(list(source))) as sources
from {{ ref('int_mention') }}
where published_snapshot is not null
group by published_snapshot, collaboration_id
having bool_or(affirms)
