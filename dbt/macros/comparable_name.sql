{#
  A name without what differs between two spellings of the same: case, accents, spaces, punctuation, and the words in
  front that only say that it is a joint arrangement.
#}
{% macro comparable_name(column) %}
    regexp_replace(
        regexp_replace(lower(strip_accents({{ column }})), '[^a-z0-9]+', '', 'g'), '^(de)?gemeenschappelijkeregeling', ''
    )
{% endmacro %}
