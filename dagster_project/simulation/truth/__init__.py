"""The truth as tables and figures, and its comparison with what was published.

Belongs here: counting and writing what is so. Does not belong here: drawing it (`population`).
"""
