"""Scores of the pipeline against a truth: how much it reads, links and codes right, and what that does to the figures.

Belongs here: the forms of truth, the measures, and how they are shown. Does not belong here: making a truth
(`simulation`), and anything that the pipeline itself needs; no other room may import this one but the command.
"""
