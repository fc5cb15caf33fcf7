"""Budgets: which parties an organisation lists, worded in its house style, as content without a format.

Belongs here: the style of an organisation and the words that it uses. Does not belong here: the bytes (`files`).
"""
