"""Mentions in the one shape in which they are compared.

Belongs here: what is known of a mention, and what only the whole set tells of its words. Does not belong here: which
mentions are one (`rules`, `model`).
"""
