"""A country whose truth is known: raw deliveries of a whole country, together with the truth behind them.

Belongs here: what is really there (`country`, `population`), who sees what of it with which faults (`observation`), and
the files that they write. Does not belong here: reading any of it back; this room knows only the dictionary, the
workspace and the organisations, so that nothing of the pipeline can leak into its own test.
"""
