-- The account between two published snapshots, for all and per group of legal forms.
--
-- The stocks are counted from the collaborations and the flows from the events, each on its own, so that the
-- difference is a check: it is nought where the books close.
with legal_group as (
    select unnest(['all', 'wgr', 'private', 'other', 'unknown']) as legal_form_group
),

stock as (
    select
        interval.from_snapshot,
        interval.to_snapshot,
        legal_group.legal_form_group,
        count(*) filter (where collaboration.snapshot = interval.from_snapshot) as stock_before,
        count(*) filter (where collaboration.snapshot = interval.to_snapshot) as stock_after
    from {{ ref('int_interval') }} as interval
    cross join legal_group
    left join {{ ref('collaboration') }} as collaboration
        on
            collaboration.snapshot in (interval.from_snapshot, interval.to_snapshot)
            and legal_group.legal_form_group in ('all', collaboration.legal_form_group)
            and collaboration.meets_definition
    group by interval.from_snapshot, interval.to_snapshot, legal_group.legal_form_group
),

-- Between the groups collaborations change; for all of them together that is nothing.
flow as (
    select
        booked.from_snapshot,
        legal_group.legal_form_group,
        count(*) filter (where booked.entry = 'founded') as founded,
        count(*) filter (where booked.entry = 'first_seen') as first_seen,
        count(*) filter (where booked.entry = 'entered_scope') as entered_scope,
        count(*) filter (where booked.entry = 'split_in') as split_in,
        count(*) filter (where booked.entry = 'changed_to') as changed_to,
        count(*) filter (where booked.entry = 'dissolved') as dissolved,
        count(*) filter (where booked.entry = 'no_longer_seen') as no_longer_seen,
        count(*) filter (where booked.entry = 'left_scope') as left_scope,
        count(*) filter (where booked.entry = 'merged_out') as merged_out,
        count(*) filter (where booked.entry = 'changed_from') as changed_from
    from {{ ref('int_event_entry') }} as booked
    inner join legal_group
        on
            booked.legal_form_group = legal_group.legal_form_group
            or (legal_group.legal_form_group = 'all' and booked.entry not in ('changed_to', 'changed_from'))
    group by booked.from_snapshot, legal_group.legal_form_group
),

account as (
    select
        stock.from_snapshot,
        stock.to_snapshot,
        stock.legal_form_group,
        stock.stock_before,
        stock.stock_after,
        coalesce(flow.founded, 0) as founded,
        coalesce(flow.first_seen, 0) as first_seen,
        coalesce(flow.entered_scope, 0) as entered_scope,
        coalesce(flow.split_in, 0) as split_in,
        coalesce(flow.changed_to, 0) as changed_to,
        coalesce(flow.dissolved, 0) as dissolved,
        coalesce(flow.no_longer_seen, 0) as no_longer_seen,
        coalesce(flow.left_scope, 0) as left_scope,
        coalesce(flow.merged_out, 0) as merged_out,
        coalesce(flow.changed_from, 0) as changed_from
    from stock
    left join flow
        on stock.from_snapshot = flow.from_snapshot and stock.legal_form_group = flow.legal_form_group
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
