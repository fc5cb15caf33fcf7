-- Totals of every two published snapshots, as published and by what both share: the sources that both have and the
-- definition of the later.
with pair as (
    select
        earlier.snapshot as from_snapshot,
        later.snapshot as to_snapshot,
        later.definition
    from {{ ref('int_published_snapshot') }} as earlier
    inner join {{ ref('int_published_snapshot') }} as later on earlier.snapshot < later.snapshot
),

had as (
    select
        snapshot,
        list_sort(list_distinct(flatten(list(sources)))) as sources
    from {{ ref('collaboration') }}
    group by snapshot
),

shared as (
    select
        pair.*,
        list_sort(list_intersect(earlier.sources, later.sources)) as shared_sources
    from pair
    inner join had as earlier on pair.from_snapshot = earlier.snapshot
    inner join had as later on pair.to_snapshot = later.snapshot
),

judged as (
    select
        snapshot,
        collaboration_id,
        definition,
        bool_and(met <> 'no') as counted
    from {{ ref('criterion') }}
    group by snapshot, collaboration_id, definition
),

counted as (
    select
        shared.from_snapshot,
        shared.to_snapshot,
        collaboration.snapshot,
        collaboration.meets_definition,
        judged.counted and list_has_any(collaboration.sources, shared.shared_sources) as comparable
    from shared
    inner join {{ ref('collaboration') }} as collaboration
        on collaboration.snapshot in (shared.from_snapshot, shared.to_snapshot)
    inner join judged
        on
            collaboration.snapshot = judged.snapshot
            and collaboration.collaboration_id = judged.collaboration_id
            and shared.definition = judged.definition
),

total as (
    select
        from_snapshot,
        to_snapshot,
        count(*) filter (where snapshot = from_snapshot and meets_definition) as total_before,
        count(*) filter (where snapshot = to_snapshot and meets_definition) as total_after,
        count(*) filter (where snapshot = from_snapshot and meets_definition and comparable) as shared_before,
        count(*) filter (where snapshot = to_snapshot and meets_definition and comparable) as shared_after
    from counted
    group by from_snapshot, to_snapshot
),

breaks as (
    select
        pair.from_snapshot,
        pair.to_snapshot,
        list_sort(list(series_break.break_id)) as break_ids
    from pair
    inner join {{ ref('series_break') }} as series_break
        on
            pair.from_snapshot < series_break.from_snapshot
            and pair.to_snapshot >= series_break.from_snapshot
    group by pair.from_snapshot, pair.to_snapshot
)

select
    shared.from_snapshot,
    shared.to_snapshot,
    shared.shared_sources,
    total.total_before,
    total.total_after,
    total.shared_before,
    total.shared_after,
    coalesce(breaks.break_ids, []) as break_ids
from shared
inner join total on shared.from_snapshot = total.from_snapshot and shared.to_snapshot = total.to_snapshot
left join breaks on shared.from_snapshot = breaks.from_snapshot and shared.to_snapshot = breaks.to_snapshot
