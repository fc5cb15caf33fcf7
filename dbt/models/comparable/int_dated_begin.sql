{{ config(materialized='ephemeral') }}

-- Dated evidence that a collaboration was founded: the first version of its arrangement in the register.
--
-- Only a version that opens its chain says when the arrangement began; a later one only says when it was changed.
-- So the oldest version that we have must be one that opens its chain.
with version as (
    select
        collaboration_id,
        mention_id,
        valid_from,
        list_has_any(
            list_transform(
                list_filter(identifiers, lambda i: i like 'roo:%'),
                lambda i: 'chain:' || substr(i, length('roo:') + 1)
            ),
            identifiers
        ) as opens_chain
    from {{ ref('int_mention') }}
    where source = 'register' and valid_from is not null
)

select
    collaboration_id,
    mention_id,
    valid_from
from version
qualify
    row_number() over (partition by collaboration_id order by valid_from asc, opens_chain desc, mention_id asc) = 1
    and opens_chain
