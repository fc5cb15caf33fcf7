"""Who sees what of the truth, and how each source words it, with which errors.

Belongs here: what a source captures (`capture`), what goes wrong on the way (`faults`, `corruption`), and a module per
kind of source; budgets have a folder of their own. Does not belong here: the layout of budget documents (`files`).
"""
