-- The account between two published snapshots, for all and per group of legal forms.
--
-- The stocks are counted from the collaborations and the flows from the events, each on its own, so that the
-- difference is a check: it is nought where the books close.
with legal_group as (
    select unnest(['wgr', 'private', 'other', 'unknown']) as legal_form_group
),

stock as (
    select
        interval.from_snapshot,
        legal_group.legal_form_group,
        count(*) filter (where collaboration.snapshot = interval.from_snapshot) as stock_before,
        count(*) filter (where collaboration.snapshot = interval.to_snapshot) as stock_after
    from {{ ref('int_interval') }} as interval
    cross join legal_group
    left join {{ ref('collaboration') }} as collaboration
        on
            collaboration.snapshot in (interval.from_snapshot, interval.to_snapshot)
            and legal_group.legal_form_group = collaboration.legal_form_group
            and collaboration.meets_definition
    group by interval.from_snapshot, legal_group.legal_form_group
),

-- Each event under the group in which it is booked: what leaves, under its group before; what enters, under that after.
booked as (
    select
        event.from_snapshot,
        collaboration.legal_form_group,
        event.kind
    from {{ ref('event') }} as event
    inner join {{ ref('collaboration') }} as collaboration
        on
            event.collaboration_id = collaboration.collaboration_id
            and collaboration.snapshot = case
                when event.kind in ('founded', 'first_seen', 'entered_scope') then event.to_snapshot
                else event.from_snapshot
            end
    where event.kind not in ('split', 'renamed', 'legal_form_changed')
    union all
    -- What was split and did not go on itself ended in its successors.
    select
        event.from_snapshot,
        earlier.legal_form_group,
        'merged' as kind
    from {{ ref('event') }} as event
    inner join {{ ref('collaboration') }} as earlier
        on event.collaboration_id = earlier.collaboration_id and event.from_snapshot = earlier.snapshot
    left join {{ ref('collaboration') }} as later
        on event.collaboration_id = later.collaboration_id and event.to_snapshot = later.snapshot
    where event.kind = 'split' and not coalesce(later.meets_definition, false)
    union all
    select
        event.from_snapshot,
        minted.legal_form_group,
        'split_in' as kind
    from (
        select distinct
            from_snapshot,
            to_snapshot,
            unnest(successors) as successor
        from {{ ref('event') }}
        where kind = 'split'
    ) as event
    inner join {{ ref('collaboration') }} as minted
        on event.successor = minted.collaboration_id and event.to_snapshot = minted.snapshot
    where
        minted.meets_definition
        and not exists (
            select 1
            from {{ ref('collaboration') }} as known
            where known.collaboration_id = event.successor and known.snapshot <= event.from_snapshot
        )
    union all
    select
        event.from_snapshot,
        coalesce(legal_form.figure_group, 'unknown') as legal_form_group,
        side.kind
    from {{ ref('event') }} as event
    cross join (values ('changed_from'), ('changed_to')) as side (kind)
    inner join {{ ref('legal_form') }} as legal_form
        on legal_form.legal_form = case side.kind when 'changed_from' then event.before else event.after end
    where event.kind = 'legal_form_changed'
),

flow as (
    select
        from_snapshot,
        legal_form_group,
        count(*) filter (where kind = 'founded') as founded,
        count(*) filter (where kind = 'first_seen') as first_seen,
        count(*) filter (where kind = 'entered_scope') as entered_scope,
        count(*) filter (where kind = 'split_in') as split_in,
        count(*) filter (where kind = 'changed_to') as changed_to,
        count(*) filter (where kind = 'dissolved') as dissolved,
        count(*) filter (where kind = 'no_longer_seen') as no_longer_seen,
        count(*) filter (where kind = 'left_scope') as left_scope,
        count(*) filter (where kind = 'merged') as merged_out,
        count(*) filter (where kind = 'changed_from') as changed_from
    from booked
    group by from_snapshot, legal_form_group
),

account as (
    select
        interval.from_snapshot,
        interval.to_snapshot,
        coalesce(stock.legal_form_group, 'all') as legal_form_group,
        {% for entry in ['stock_before', 'founded', 'first_seen', 'entered_scope', 'split_in'] %}
            coalesce(sum({{ entry }}), 0)::bigint as {{ entry }},
        {% endfor %}
        {% for entry in ['dissolved', 'no_longer_seen', 'left_scope', 'merged_out', 'stock_after'] %}
            coalesce(sum({{ entry }}), 0)::bigint as {{ entry }},
        {% endfor %}
        -- A change of group is none for all of them together.
        case when grouping(stock.legal_form_group) = 1 then 0 else coalesce(sum(changed_to), 0) end::bigint as changed_to,
        case when grouping(stock.legal_form_group) = 1 then 0 else coalesce(sum(changed_from), 0) end::bigint
            as changed_from
    from {{ ref('int_interval') }} as interval
    inner join stock on interval.from_snapshot = stock.from_snapshot
    left join flow
        on stock.from_snapshot = flow.from_snapshot and stock.legal_form_group = flow.legal_form_group
    group by
        grouping sets (
            (interval.from_snapshot, interval.to_snapshot, stock.legal_form_group),
            (interval.from_snapshot, interval.to_snapshot)
        )
)

select
    from_snapshot,
    to_snapshot,
    legal_form_group,
    stock_before,
    founded,
    first_seen,
    entered_scope,
    split_in,
    changed_to,
    dissolved,
    no_longer_seen,
    left_scope,
    merged_out,
    changed_from,
    stock_after,
    stock_after - (
        stock_before
        + founded + first_seen + entered_scope + split_in + changed_to
        - dissolved - no_longer_seen - left_scope - merged_out - changed_from
    ) as difference
from account
