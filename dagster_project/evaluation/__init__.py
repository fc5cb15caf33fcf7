"""Scores of the pipeline against a truth. Belongs here: measures and their page. Does not belong here: any truth."""
