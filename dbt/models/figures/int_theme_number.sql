{{ config(materialized='ephemeral') }}

-- How many themes each counted collaboration has.
select
    counted.snapshot,
    counted.collaboration_id,
    count(theme.theme) as themes
from {{ ref('int_collaboration_counted') }} as counted
left join {{ ref('int_counted_theme') }} as theme
    on counted.snapshot = theme.snapshot and counted.collaboration_id = theme.collaboration_id
group by counted.snapshot, counted.collaboration_id
