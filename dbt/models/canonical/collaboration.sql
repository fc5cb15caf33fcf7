-- Collaborations, judged by the definition of their own snapshot: counted are those with no criterion answered no.
with verdict as (
    select
        criterion.snapshot,
        criterion.collaboration_id,
        bool_and(criterion.met <> 'no') as meets_definition,
        bool_and(criterion.met = 'yes') as all_criteria_met
    from {{ ref('criterion') }} as criterion
    inner join {{ ref('snapshot') }} as snapshot
        on criterion.snapshot = snapshot.snapshot and criterion.definition = snapshot.definition
    group by criterion.snapshot, criterion.collaboration_id
)

select
    collaboration.snapshot,
    collaboration.collaboration_id,
    collaboration.name,
    collaboration.seat,
    collaboration.legal_form,
    collaboration.legal_form_group,
    collaboration.obligation,
    collaboration.goal,
    collaboration.purpose,
    collaboration.statutory_systems,
    collaboration.province_count,
    collaboration.corop_count,
    {{ spread('collaboration.province_count') }} as spread,
    collaboration.government_count,
    collaboration.municipality_count,
    collaboration.ministry_status,
    collaboration.non_government_count,
    collaboration.sources,
    collaboration.mention_count,
    verdict.meets_definition,
    verdict.all_criteria_met
from {{ ref('int_collaboration') }} as collaboration
left join verdict
    on
        collaboration.snapshot = verdict.snapshot
        and collaboration.collaboration_id = verdict.collaboration_id
