"""The probabilistic model: features of groups, comparisons and their match weights.

Belongs here: blocking, comparing and scoring candidate pairs. Does not belong here: what becomes of scores (`linking`).
"""
