"""What an evaluation says, and how it is shown: on a screen, as JSON and as a page in Dutch.

Belongs here: measures and tables as data, their words and plots. Does not belong here: measuring.
"""
