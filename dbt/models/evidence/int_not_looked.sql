-- Figures and snapshots of which nobody looked, which is not the same as nothing there: whether a ministry takes part
-- needs the state's own word, and of a snapshot that no source tells of nothing is known at all.
select
    definition.figure,
    published.snapshot
from {{ ref('int_published_snapshot') }} as published
cross join {{ ref('figure_definition') }} as definition
left join {{ ref('int_state_heard') }} as heard on published.snapshot = heard.snapshot
where
    (heard.snapshot is null and definition.figure in ('with_ministry', 'with_ministry_share', 'ministry_share'))
    or not exists (
        select mention.mention_id
        from {{ ref('int_mention') }} as mention
        where mention.published_snapshot = published.snapshot
    )
