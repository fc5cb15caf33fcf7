-- What each kind of source brought to each published snapshot; nought where it brought nothing.
with kind as (
    select unnest(['budget', 'survey', 'register', 'edition', 'programme']) as source
),

cell as (
    select
        published.snapshot,
        kind.source
    from {{ ref('int_published_snapshot') }} as published
    cross join kind
),

delivered as (
    -- One that names no snapshot serves all of them; one for an interim snapshot serves that which it feeds.
    select
        published.snapshot,
        delivery.source,
        count(distinct delivery.delivery_id) as deliveries
    from {{ ref('int_published_snapshot') }} as published
    inner join {{ ref('stg_snapshot') }} as served on published.snapshot = served.published_snapshot
    inner join {{ ref('stg_delivery') }} as delivery
        on len(delivery.snapshots) = 0 or list_contains(delivery.snapshots, served.snapshot)
    where delivery.status = 'accepted'
    group by published.snapshot, delivery.source
),

mentioned as (
    select
        published_snapshot as snapshot,
        source,
        count(*) as mentions
    from {{ ref('int_mention') }}
    group by published_snapshot, source
),

brought as (
    select
        snapshot,
        unnest(sources) as source,
        len(sources) = 1 as alone
    from {{ ref('collaboration') }}
)

select
    cell.snapshot,
    cell.source,
    coalesce(any_value(delivered.deliveries), 0) as deliveries,
    coalesce(any_value(mentioned.mentions), 0) as mentions,
    count(brought.source) as collaborations,
    count(*) filter (where brought.alone) as only_here
from cell
left join delivered on cell.snapshot = delivered.snapshot and cell.source = delivered.source
left join mentioned on cell.snapshot = mentioned.snapshot and cell.source = mentioned.source
left join brought on cell.snapshot = brought.snapshot and cell.source = brought.source
group by cell.snapshot, cell.source
