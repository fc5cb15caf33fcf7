-- What became of each collaboration that is counted at either end of an interval between published snapshots.
--
-- One that enters or leaves the count does so by exactly one event; a split is the event of what was split, and its
-- successors that are new have no event of their own. Founded and dissolved need dated evidence; with it, what some
-- still list although it ended is dissolved and has not merely left the scope. Only what was there at both ends can
-- enter or leave the scope: one that no source named for a while is seen again, which is no matter of definition. One
-- counted at both ends may be renamed and may change its legal form.
with passage as (
    select * from {{ ref('int_passage') }}
),

entered as (
    select
        passage.collaboration_id,
        passage.from_snapshot,
        passage.to_snapshot,
        case
            when passage.seen_before then 'entered_scope'
            when begun.mention_id is not null and not passage.known_before then 'founded'
            else 'first_seen'
        end as kind,
        []::varchar[] as successors,
        null as before,
        null as after,
        case
            when passage.seen_before then 'seen in ' || passage.first_seen
            when passage.known_before
                then 'seen in ' || passage.first_seen || ', and by no source in ' || passage.from_snapshot
            when begun.mention_id is not null
                then 'mention ' || begun.mention_id || ', in force from ' || begun.valid_from
            else 'no earlier source mentions it'
        end as evidence
    from passage
    left join {{ ref('int_dated_begin') }} as begun
        on
            passage.collaboration_id = begun.collaboration_id
            and passage.from_date < begun.valid_from
            and passage.to_date >= begun.valid_from
    left join {{ ref('int_split_off') }} as split_off
        on
            passage.collaboration_id = split_off.successor
            and passage.to_snapshot = split_off.to_snapshot
    where passage.counted_after and not passage.counted_before and split_off.successor is null
),

left_count as (
    select
        passage.collaboration_id,
        passage.from_snapshot,
        passage.to_snapshot,
        case
            when ended.mention_id is not null then 'dissolved'
            when passage.known_after then 'left_scope'
            else 'no_longer_seen'
        end as kind,
        []::varchar[] as successors,
        null as before,
        null as after,
        case
            when ended.mention_id is not null
                then 'mention ' || ended.mention_id || ', in force until ' || ended.valid_to
            when passage.known_after then 'no longer counted by the definition of ' || passage.to_snapshot
            else 'no source mentions it any more'
        end as evidence
    from passage
    left join {{ ref('int_dated_end') }} as ended
        on
            passage.collaboration_id = ended.collaboration_id
            and passage.to_snapshot = ended.to_snapshot
    left join {{ ref('int_succession') }} as succession
        on
            passage.collaboration_id = succession.collaboration_id
            and passage.to_snapshot = succession.to_snapshot
    where passage.counted_before and not passage.counted_after and succession.collaboration_id is null
)

select * from entered

union all

select * from left_count

union all

select
    collaboration_id,
    from_snapshot,
    to_snapshot,
    kind,
    successors,
    null as before,
    null as after,
    evidence
from {{ ref('int_succession') }}

union all

select
    collaboration_id,
    from_snapshot,
    to_snapshot,
    'renamed' as kind,
    []::varchar[] as successors,
    name_before as before,
    name_after as after,
    'no source wrote the name before' as evidence
from {{ ref('int_renamed') }}

union all

select
    collaboration_id,
    from_snapshot,
    to_snapshot,
    'legal_form_changed' as kind,
    []::varchar[] as successors,
    legal_form_before as before,
    legal_form_after as after,
    case
        when 'onbekend' in (legal_form_before, legal_form_after) then 'the form was known in one of the two only'
        else 'legal forms that won in both snapshots'
    end as evidence
from passage
where counted_before and counted_after and legal_form_before <> legal_form_after
