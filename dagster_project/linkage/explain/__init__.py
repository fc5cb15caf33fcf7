"""Why two mentions are one, or are not: facts, words and page of one pair.

Belongs here: what is told of one pair. Does not belong here: linking (`linking`).
"""
