-- Mentions with the collaboration that they are of.
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
    mention.criteria_written,
    mention.valid_from,
    mention.valid_to,
    link.collaboration_id,
    delivery.received_on,
    mention.claim in ('lists', 'participates') as affirms,
    mention.published_snapshot
from {{ ref('stg_mention') }} as mention
inner join {{ ref('stg_link') }} as link on mention.mention_id = link.mention_id
left join {{ ref('stg_delivery') }} as delivery on mention.delivery_id = delivery.delivery_id
