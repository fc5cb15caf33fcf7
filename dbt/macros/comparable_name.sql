{#
  A name without what differs between two spellings of the same: case, accents, spaces, punctuation, and the words that
  only say what legal form it has, for a change of that is an event of its own.
#}
{% macro comparable_name(column) %}
    regexp_replace(
        regexp_replace(
            lower(strip_accents({{ column }})),
            '\b(n\.? ?v|b\.? ?v|u\.? ?a|de|gr|gemeenschappelijke regeling|regeling|stichting|vereniging|cooperatie)\b\.?',
            ' ',
            'g'
        ),
        '[^a-z0-9]+',
        '',
        'g'
    )
{% endmacro %}
