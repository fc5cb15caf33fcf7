-- Every cell with its value, unrounded, and the declared breaks that touch it.
with cell as (
    select * from {{ ref('figure_count') }}
    union all
    select * from {{ ref('figure_share') }}
    union all
    select * from {{ ref('figure_mean') }}
),

breaks as (
    select
        cell.figure,
        cell.snapshot,
        cell.category,
        list_sort(list(distinct series_break.break_id)) as break_ids
    from cell
    inner join {{ ref('series_break') }} as series_break on cell.snapshot = series_break.from_snapshot
    inner join {{ ref('series_break_figure') }} as touched
        on
            series_break.break_id = touched.break_id
            and cell.figure = touched.figure
            and cell.category like touched.category
    group by cell.figure, cell.snapshot, cell.category
),

valued as (
    select
        cell.* exclude (numerator),
        -- Not looked is not nought, in the value as little as in what it is made of.
        case when unseen.figure is null then cell.numerator end as numerator,
        unseen.figure is not null as not_looked,
        case when unseen.figure is null then bounds.lower end as lower,
        case when unseen.figure is null then bounds.upper end as upper,
        definition.unit,
        definition.sql_model,
        coalesce(breaks.break_ids, []) as break_ids,
        case
            when unseen.figure is not null then null
            when definition.formula = 'count' then cell.numerator
            when definition.formula = 'share' then 100 * cell.numerator / nullif(cell.denominator, 0)
            when definition.formula = 'mean' then cell.numerator / nullif(cell.denominator, 0)
        end as value
    from cell
    inner join {{ ref('figure_definition') }} as definition on cell.figure = definition.figure
    left join {{ ref('int_not_looked') }} as unseen on cell.figure = unseen.figure and cell.snapshot = unseen.snapshot
    left join {{ ref('int_bounds') }} as bounds
        on cell.figure = bounds.figure and cell.snapshot = bounds.snapshot and cell.category = bounds.category
    left join breaks
        on cell.figure = breaks.figure and cell.snapshot = breaks.snapshot and cell.category = breaks.category
)

select
    figure,
    snapshot,
    category,
    value,
    numerator,
    denominator,
    unit,
    lower,
    upper,
    case
        when not_looked then 'O'
        when value is null then 'M'
        when len(break_ids) > 0 then 'B'
        else 'A'
    end as obs_status,
    break_ids,
    sql_model
from valued
