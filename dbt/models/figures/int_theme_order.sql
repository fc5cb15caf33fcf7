{{ config(materialized='ephemeral') }}

-- The themes in the order of the codebook, which is the order in which a pair is named: ruimte+economie.
select
    theme,
    row_number() over (order by rowid) as place
from {{ ref('theme_code') }}
