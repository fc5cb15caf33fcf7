{#
  The spread of a collaboration by the number of provinces of its counted members.

  Two provinces still make a region: many regions lie across a border of provinces, as Drechtsteden-Gorinchem and the
  Veenkolonien do. Members in three or more are bound by their theme. There are no data of which regions adjoin.
#}
{% macro spread(province_count) %}
    {% set most_provinces_of_a_region = 2 %}
    case
        when {{ province_count }} = 0 then 'unknown'
        when {{ province_count }} <= {{ most_provinces_of_a_region }} then 'regional'
        else 'thematic'
    end
{% endmacro %}
