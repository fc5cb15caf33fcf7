{{ config(materialized='ephemeral') }}

-- Names of participants with the organisations that they resolve to, as the room of organisations wrote them.
select * from {{ source('tables', 'resolved_participant') }}
