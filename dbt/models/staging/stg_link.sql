{{ config(materialized='ephemeral') }}

-- Links of mentions to collaborations, as linkage wrote them.
select * from {{ source('tables', 'link') }}
