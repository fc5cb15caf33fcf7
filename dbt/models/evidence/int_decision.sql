{{ config(materialized='ephemeral') }}

-- Decisions in force, on the published snapshot that they concern; an empty snapshot means all of them.
select
    decision_id,
    kind,
    target,
    attribute,
    value,
    expect,
    published_snapshot as snapshot
from {{ ref('stg_decision') }}
where status = 'active'
