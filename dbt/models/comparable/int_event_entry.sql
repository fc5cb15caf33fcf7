{{ config(materialized='ephemeral') }}

-- Each event as an entry of the account, under the group of legal forms in which it is booked: what leaves under its
-- group before, what enters under its group after.
with event as (
    select * from {{ ref('event') }}
),

collaboration as (
    select * from {{ ref('collaboration') }}
),

known as (
    select
        collaboration_id,
        min(snapshot) as first_seen
    from collaboration
    group by collaboration_id
),

successor as (
    select distinct
        from_snapshot,
        to_snapshot,
        unnest(successors) as collaboration_id
    from event
    where kind = 'split'
),

form_group as (
    select
        legal_form,
        coalesce(figure_group, 'unknown') as legal_form_group
    from {{ ref('legal_form') }}
)

select
    event.from_snapshot,
    collaboration.legal_form_group,
    case event.kind when 'merged' then 'merged_out' else event.kind end as entry
from event
inner join collaboration
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
    'merged_out' as entry
from event
inner join collaboration as earlier
    on event.collaboration_id = earlier.collaboration_id and event.from_snapshot = earlier.snapshot
left join collaboration as later
    on event.collaboration_id = later.collaboration_id and event.to_snapshot = later.snapshot
where event.kind = 'split' and not coalesce(later.meets_definition, false)

union all

-- Successors of a split that were not known before it.
select
    successor.from_snapshot,
    minted.legal_form_group,
    'split_in' as entry
from successor
inner join collaboration as minted
    on successor.collaboration_id = minted.collaboration_id and successor.to_snapshot = minted.snapshot
inner join known on successor.collaboration_id = known.collaboration_id
where minted.meets_definition and successor.from_snapshot < known.first_seen

union all

-- A change of form within a group is booked on both sides of it.
select
    event.from_snapshot,
    form_group.legal_form_group,
    'changed_from' as entry
from event
inner join form_group on event.before = form_group.legal_form
where event.kind = 'legal_form_changed'

union all

select
    event.from_snapshot,
    form_group.legal_form_group,
    'changed_to' as entry
from event
inner join form_group on event.after = form_group.legal_form
where event.kind = 'legal_form_changed'
