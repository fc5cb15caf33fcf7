{{ config(materialized='ephemeral') }}

-- Mergers and splits that the sources show, as linkage wrote them.
select * from {{ source('tables', 'proposed_succession') }}
