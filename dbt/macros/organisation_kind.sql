{# The kind of an organisation by the prefix of its national id; needed where a decision names it and no source does. #}
{% macro organisation_kind(column) %}
    case
        when {{ column }} like 'gm%' then 'municipality'
        when {{ column }} like 'pv%' then 'province'
        when {{ column }} like 'ws%' then 'water_board'
        when {{ column }} like 'mnre%' then 'ministry'
        when {{ column }} like 'ng%' then 'non_government'
    end
{% endmacro %}
