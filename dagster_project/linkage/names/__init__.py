"""Names as they are written, taken apart into words.

Belongs here: the language of names. Does not belong here: what else is known of a mention (`records`).
"""
