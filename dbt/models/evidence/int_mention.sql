-- Mentions with the collaboration that they are of and the published snapshot that they speak for.
--
-- An interim snapshot feeds a published one (2023 feeds 2024). A register does not: it is dated, so what it held
-- at the interim date and no longer holds at the published one has ended, and must not come back. Its published
-- snapshot is empty.
select
    mention.mention_id,
    mention.snapshot,
    mention.source,
    mention.claim,
    mention.reporting_organisation_id,
    mention.name_written,
    list_append(mention.other_names, mention.name_written) as names,
    mention.seat_written,
    mention.purpose_written,
    mention.identifiers,
    mention.valid_from,
    mention.valid_to,
    link.collaboration_id,
    delivery.received_on,
    mention.claim in ('lists', 'participates') as affirms,
    case
        when snapshot.role = 'published' then mention.snapshot
        when mention.source <> 'register' then snapshot.feeds
    end as published_snapshot
from {{ source('tables', 'mention') }} as mention
inner join {{ source('tables', 'link') }} as link on mention.mention_id = link.mention_id
inner join {{ ref('snapshot') }} as snapshot on mention.snapshot = snapshot.snapshot
left join {{ source('tables', 'delivery') }} as delivery on mention.delivery_id = delivery.delivery_id
