"""The truth of a country: all its collaborations at each snapshot, and what became of them in between.

Belongs here: drawing it (`draw` has the order of the steps). Does not belong here: who sees what of it (`sources`).
"""
