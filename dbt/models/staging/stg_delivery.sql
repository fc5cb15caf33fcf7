{{ config(materialized='ephemeral') }}

-- Deliveries, as intake wrote them.
select * from {{ source('tables', 'delivery') }}
