{{ config(materialized='ephemeral') }}

-- Themes in the numerators of the figures per theme.
select
    unnest(['theme_count', 'theme_share']) as figure,
    snapshot,
    theme as category,
    'numerator' as part,
    'theme' as row_table,
    {{ row_key(['snapshot', 'collaboration_id', 'theme']) }} as row_key
from {{ ref('int_counted_theme') }}
