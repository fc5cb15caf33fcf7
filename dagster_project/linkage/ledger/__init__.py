"""Identities that last: the ledger, how clusters are matched to it, and where ids went.

Belongs here: ids of collaborations over the releases. Does not belong here: making clusters (`linking`).
"""
