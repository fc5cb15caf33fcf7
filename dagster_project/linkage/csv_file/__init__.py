"""`lappendeken link`: a CSV file of mentions in, an entity per mention out.

Belongs here: the columns of that file, and what makes it unreadable. Does not belong here: how mentions are linked
(`linking`).
"""
