"""Mentions to clusters: the rules, then the model, then average linkage.

Belongs here: the order of the steps, and what each link rests on. Does not belong here: ids that last (`ledger`).
"""
