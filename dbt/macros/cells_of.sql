{#
  The cells of the figures of one model with their numerator and denominator, nought where nothing is counted.

  The model declares `numerator` and, where it has one, `denominator`; a denominator without category is that of all
  categories.
#}
{% macro cells_of(sql_model, has_denominator=true) %}
    select
        cell.figure,
        cell.snapshot,
        cell.category,
        coalesce(numerator.numerator, 0)::double as numerator,
        {% if has_denominator %}
            coalesce(denominator.denominator, 0)::double as denominator
        {% else %}
            null::double as denominator
        {% endif %}
    from {{ ref('int_cell') }} as cell
    inner join {{ ref('figure_definition') }} as definition on cell.figure = definition.figure
    left join numerator
        on
            cell.figure = numerator.figure
            and cell.snapshot = numerator.snapshot
            and cell.category = numerator.category
    {% if has_denominator %}
        left join denominator
            on
                cell.figure = denominator.figure
                and cell.snapshot = denominator.snapshot
                and cell.category = coalesce(denominator.category, cell.category)
    {% endif %}
    where definition.sql_model = '{{ sql_model }}'
{% endmacro %}
