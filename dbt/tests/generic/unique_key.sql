{% test unique_key(model, columns) %}
    -- Rows that share their key: the parts of one table are each unique, together they may not be.
    select
        {{ columns | join(', ') }},
        count(*) as copies
    from {{ model }}
    group by {{ columns | join(', ') }}
    having count(*) > 1
{% endtest %}
