{{ config(materialized='ephemeral') }}

-- The collaborations that the figures count, of snapshots that are published.
select collaboration.*
from {{ ref('collaboration') }} as collaboration
inner join {{ ref('int_published_snapshot') }} as published on collaboration.snapshot = published.snapshot
where collaboration.meets_definition
