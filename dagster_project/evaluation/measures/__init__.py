"""How much of what the pipeline made is right, stage by stage.

Belongs here: measures over a truth and an outcome. Does not belong here: where these come from, and how they are shown.
"""
