"""What a document says: parties with their fields, in the words and amounts that its layout asks for.

Belongs here: drawing it all, each part from a generator of its own. Does not belong here: where on a page it stands
(`containers`), bytes (`formats`).
"""
