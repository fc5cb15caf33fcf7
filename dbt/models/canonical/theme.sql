-- The themes that the coding chose. Where more grounds give the same theme, a person goes before a rule or model.
select
    listed.snapshot,
    listed.collaboration_id,
    coding.value as theme,
    coding.coder,
    coding.confidence,
    coding.coder = 'person' as reviewed
from {{ ref('int_coding') }} as coding
inner join {{ ref('int_collaboration_listed') }} as listed
    on coding.snapshot = listed.snapshot and coding.collaboration_id = listed.collaboration_id
where coding.attribute = 'theme' and coding.chosen
qualify
    row_number() over (
        partition by listed.snapshot, listed.collaboration_id, coding.value
        order by coding.coder = 'person' desc, coding.confidence desc, coding.coder asc, coding.source_id asc
    ) = 1
