"""The raw deliveries on disk: every layout of a budget document, and the order in which all sources write.

Belongs here: content in, the bytes of a document and the place of each party out. Does not belong here: who takes part
in what, and which faults strike (`sources`).
"""
