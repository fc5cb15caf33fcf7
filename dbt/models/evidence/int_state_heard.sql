-- Snapshots to which the state's own word was delivered: the ministries' lists of programmes. Of any other nobody
-- looked, which is not the same as nothing there. A list that names no snapshot serves all, one for an interim
-- snapshot that which it feeds.
select distinct published.snapshot
from {{ ref('int_published_snapshot') }} as published
inner join {{ ref('stg_snapshot') }} as served on published.snapshot = served.published_snapshot
inner join {{ ref('stg_delivery') }} as delivery
    on len(delivery.snapshots) = 0 or list_contains(delivery.snapshots, served.snapshot)
where delivery.status = 'accepted' and delivery.source = 'programme'
