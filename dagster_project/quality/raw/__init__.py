"""What stands in the cells of lists as they were delivered, also in those that no reader takes: columns of codes,
remarks, who filled it in, hidden sheets, comments and properties.

Belongs here: findings about cells, as rows of `raw_finding`. Does not belong here: how many of them are too many, which
`expectations/` says, and documents with prose, whose readers judge what they take from them.

- `lists`: the delivered lists as headings and rows
- `personal`: persons and how they are reached, and formulas
- `codes`: codes of organisations beside names
- `columns`: columns that change what they hold
- `answers`: responses to the survey whose columns contradict each other
- `arrangements`: the two tables of the register of joint arrangements, beside each other
- `findings`: all of these, as rows
"""
