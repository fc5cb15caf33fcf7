{{ config(materialized='ephemeral') }}

-- Dated evidence that a collaboration ended within an interval: somebody says that it was dissolved then, or the
-- register lets its arrangement end then and holds no later version of that chain.
with chain as (
    select
        mention_id,
        snapshot,
        unnest(list_filter(identifiers, lambda i: i like 'chain:%')) as chain
    from {{ ref('int_mention') }}
    where source = 'register'
)

select
    mention.collaboration_id,
    interval.to_snapshot,
    min_by(mention.valid_to, (mention.valid_to, mention.mention_id)) as valid_to,
    min_by(mention.mention_id, (mention.valid_to, mention.mention_id)) as mention_id
from {{ ref('int_mention') }} as mention
inner join {{ ref('int_interval') }} as interval
    on mention.valid_to > interval.from_date and mention.valid_to <= interval.to_date
where
    mention.claim = 'dissolved'
    or (
        mention.source = 'register'
        and mention.snapshot < interval.to_snapshot
        and not exists (
            select 1
            from chain as own
            inner join chain as later on own.chain = later.chain
            where own.mention_id = mention.mention_id and later.snapshot >= interval.to_snapshot
        )
    )
group by mention.collaboration_id, interval.to_snapshot
