-- Arrangements in force in the register at each reference date, the interim ones too, before any cleaning: a version
-- that two deliveries hold counts once.
with version as (
    select
        snapshot,
        coalesce(legal_form_written, 'niet vermeld') as legal_form_written,
        unnest(list_filter(identifiers, lambda i: i like 'roo:%')) as version
    from {{ ref('stg_mention') }}
    where source = 'register'
)

select
    snapshot,
    legal_form_written,
    count(distinct version) as versions
from version
group by snapshot, legal_form_written
