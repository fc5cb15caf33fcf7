{#
  Whether two comparable names are one with a typing error in it, or one the abbreviation of the other: a short word
  whose letters all stand in the long name, in that order, from its first letter on.
#}
{% macro same_spelling(one, other) %}
    (
        damerau_levenshtein({{ one }}, {{ other }}) <= least(2, length({{ one }}) // 6)
        or {{ is_abbreviation(one, other) }}
        or {{ is_abbreviation(other, one) }}
    )
{% endmacro %}

{% macro is_abbreviation(short, long) %}
    (
        length({{ short }}) between 2 and 8
        and length({{ long }}) >= 2 * length({{ short }})
        and regexp_matches({{ long }}, '^' || array_to_string(string_split({{ short }}, ''), '.*'))
    )
{% endmacro %}
