{{ config(materialized='ephemeral') }}

-- Decisions in force on each listed collaboration, in the order in which they count: the one in place 1 holds.
--
-- One on that snapshot goes before one on all of them, a later before an earlier; `decisions.precedence` is the same
-- rule for Python, and a test holds the two together.
select
    listed.snapshot,
    listed.collaboration_id,
    decision.decision_id,
    decision.kind,
    decision.attribute,
    decision.value,
    decision.expect,
    row_number() over (
        partition by listed.snapshot, listed.collaboration_id, decision.kind, decision.attribute
        order by decision.snapshot is null, decision.decision_id desc
    ) as place
from {{ ref('int_decision') }} as decision
inner join {{ ref('int_collaboration_listed') }} as listed
    on
        decision.target = listed.collaboration_id
        and listed.snapshot = coalesce(decision.snapshot, listed.snapshot)
