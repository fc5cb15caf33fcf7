"""The shipped example workspace: from one truth to the raw files of many sources.

`truth/` says what is so in an invented region; the modules here write it down as a dozen organisations would, each in
its own format, words and mistakes. `python -m tools.example` writes `data/example/raw/` anew, to the byte.

What belongs here: the truth, the manners of each source, the faults planted on purpose. What does not: anything the
pipeline needs. It never imports this package; of the pipeline this package imports the writers of file formats alone,
which it shares with the simulation.
"""
