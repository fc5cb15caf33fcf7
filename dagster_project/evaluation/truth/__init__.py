"""What is true: its files, the parties they tell of, and which party that was read is which true one.

Belongs here: every form of truth, and when two texts say the same. Does not belong here: measures, and what the
pipeline made of it.
"""
