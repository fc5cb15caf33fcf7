"""A document as records: which of its texts tell of which party, and which label stands with which value.

The names come first (`choice`): they part the document. What stands between a name and the next is of that party;
within it a text is a label, a value or running text by what it looks like and by what repeats over the parties,
whatever the layout. Belongs here: names to records (`occurrences`, `running`, `tables`, `grids`), records to fields
(`fields`). Does not belong here: what a label means and what a text is worth as a name.
"""
