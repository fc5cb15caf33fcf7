{#
  Whether at least so many governments take part. Names that are written but could not be resolved may be
  governments, so with them too few known is unknown; where every name is resolved it is no.
#}
{% macro enough_governments(least) %}
    case
        when government_count >= {{ least }} then 'yes'
        when government_count + open_names >= {{ least }} then 'unknown'
        else 'no'
    end
{% endmacro %}

{% macro governments_evidence() %}
    government_count || ' governments, ' || open_names || ' names not resolved'
{% endmacro %}
