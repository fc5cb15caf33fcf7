"""Faults that are planted in the raw files of a finished country, to judge what stops or tells them.

Belongs here: the list of kinds (`kinds/`, a file per family), what each does to the files (a module per family), and
the tools for it: budgets as typed documents, tables as cells, and files as bytes. Does not belong here: the errors of
life that every source makes at a rate (`sources/faults.yml`), and which expectation finds what.
"""
