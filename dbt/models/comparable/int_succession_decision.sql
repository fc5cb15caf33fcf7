{{ config(materialized='ephemeral') }}

-- Mergers and splits that people decided: what ended or was split, and each one in which it went on.
select
    decision.decision_id,
    decision.kind,
    decision.snapshot,
    string_split(decision.target, '|')[1] as collaboration_id,
    unnest(string_split(decision.target, '|')[2:]) as successor
from {{ ref('int_decision') }} as decision
where decision.kind in ('merger', 'split')
