"""House styles: how each organisation writes its paragraph of affiliated parties.

Belongs here: content in, the bytes of a document and the place of each party out, one module per family of layouts; the
style of an organisation and the words that it is made of. Does not belong here: who takes part in what, and which
faults strike (`observation`).
"""
