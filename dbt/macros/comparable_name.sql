{# A name without what differs between two spellings of the same: case, accents, spaces and punctuation. #}
{% macro comparable_name(column) %}
    regexp_replace(lower(strip_accents({{ column }})), '[^a-z0-9]+', '', 'g')
{% endmacro %}
