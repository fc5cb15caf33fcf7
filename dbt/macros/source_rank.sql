{#
  Whose word on a name, seat or purpose goes first where sources differ; the lowest rank wins.

  A register of arrangements states what the deed says. A survey is an organisation's own correction. An earlier
  edition was checked by hand once. The ministries' lists use working titles, a register of regions the names of
  regions and not of bodies, and the free text of budgets is the least exact.
#}
{% macro source_rank(source, identifiers) %}
    case
        when {{ source }} = 'register' and len({{ identifiers }}) > 0 then 1
        when {{ source }} = 'survey' then 2
        when {{ source }} = 'edition' then 3
        when {{ source }} in ('programme', 'register') then 4
        else 5
    end
{% endmacro %}
