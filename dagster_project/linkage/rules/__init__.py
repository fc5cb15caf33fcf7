"""What is sure without a model: which mentions are one, and which never are.

Belongs here: deterministic links, cannot-link rules, and the partition that obeys them. Does not belong here: weights
(`model`).
"""
