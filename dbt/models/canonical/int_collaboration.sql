-- Collaborations with the values that won and what their members add up to; not yet judged by any definition.
with attribute as (
    select
        snapshot,
        collaboration_id,
        max(value) filter (where attribute = 'name') as name,
        max(value) filter (where attribute = 'seat') as seat,
        max(value) filter (where attribute = 'purpose') as purpose,
        max(value) filter (where attribute = 'legal_form') as legal_form,
        max(value) filter (where attribute = 'obligation') as obligation,
        max(value) filter (where attribute = 'goal') as goal,
        list_sort(list(distinct value) filter (where attribute = 'statutory_system' and value <> 'none'))
            as statutory_systems
    from {{ ref('int_attribute') }}
    where won
    group by snapshot, collaboration_id
)

select
    listed.snapshot,
    listed.collaboration_id,
    attribute.name,
    attribute.seat,
    attribute.legal_form,
    coalesce(legal_form.figure_group, 'unknown') as legal_form_group,
    attribute.obligation,
    attribute.goal,
    attribute.purpose,
    coalesce(attribute.statutory_systems, []) as statutory_systems,
    coalesce(membership.province_count, 0) as province_count,
    coalesce(membership.corop_count, 0) as corop_count,
    coalesce(membership.government_count, 0) as government_count,
    coalesce(membership.municipality_count, 0) as municipality_count,
    -- That no ministry is there can be said only where the state was heard.
    case
        when coalesce(membership.ministry_status, 'none') = 'none' and heard.snapshot is null then 'unknown'
        else coalesce(membership.ministry_status, 'none')
    end as ministry_status,
    coalesce(membership.non_government_count, 0) as non_government_count,
    listed.sources,
    listed.mention_count
from {{ ref('int_collaboration_listed') }} as listed
left join attribute
    on listed.snapshot = attribute.snapshot and listed.collaboration_id = attribute.collaboration_id
left join {{ ref('int_membership') }} as membership
    on listed.snapshot = membership.snapshot and listed.collaboration_id = membership.collaboration_id
left join {{ ref('int_state_heard') }} as heard on listed.snapshot = heard.snapshot
left join {{ ref('legal_form') }} as legal_form on attribute.legal_form = legal_form.legal_form
