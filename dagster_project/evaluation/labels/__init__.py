"""Examples of labels and of what is none, for the model of `budgets/labelling`.

`beside` gives the texts of a document that may be the label of others, `aligned` tells by the truth which are, and
`phrases` are labels as budgets word them, with what else may stand in a label. Does not belong here: the model.
"""
