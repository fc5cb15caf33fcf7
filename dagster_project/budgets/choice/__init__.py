"""A reading is a choice between interpretations: which texts of a document are names of parties, weighed together.

Belongs here: the texts and where they stand (`units`), what of a text can be a name (`parts`), how much it looks like
one (`features`, `names`), which places of a document hold names (`places`), how sure that is (`confidence`), and what
becomes of the parties that the readers of tables, blocks and lists propose (`weighing`). Does not belong here: what
labels and amounts mean.
"""
