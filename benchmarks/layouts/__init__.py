"""Random layouts of documents on affiliated parties, with their truth: how the reader does on the unseen.

A layout is drawn from independent choices (`grammar.yml`) and filled with invented parties. Belongs here: the choices,
words, containers and formats of such documents, and the scores by choice. Does not belong here: any word list or rule
of the reader or of the simulated country, of which only the writers of files are used; measures (`evaluation`).
"""
