{#
  Whose word on a name, seat or purpose goes first where sources differ; the lowest rank wins.

  A register states what the deed says. A survey is an organisation's own correction. An earlier edition was checked
  by hand once. The ministries' lists use working titles, and the free text of budgets is the least exact.
#}
{% macro source_rank(column) %}
    case {{ column }}
        when 'register' then 1
        when 'survey' then 2
        when 'edition' then 3
        when 'programme' then 4
        else 5
    end
{% endmacro %}
