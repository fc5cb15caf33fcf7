{# The key of a row as text: its parts joined by a vertical bar, as every table that points at rows writes it. #}
{% macro row_key(parts) %}
    concat_ws('|', {{ parts | join(', ') }})
{% endmacro %}
