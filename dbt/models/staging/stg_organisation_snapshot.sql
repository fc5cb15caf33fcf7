{{ config(materialized='ephemeral') }}

-- Organisations at each reference date, as the room of organisations wrote them.
select * from {{ source('tables', 'organisation_snapshot') }}
